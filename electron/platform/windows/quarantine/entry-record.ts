import { z } from 'zod';
import type { EntryFacts, Stamp } from './held-entry.ts';
import type { Security } from './security.ts';
import { isSameSecurity } from './security.ts';

const whole = z.number().int().nonnegative();
const digits = z.string().regex(/^-?\d+$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Security as it stands in a record: its bytes in base64. */
export const securitySchema = z.object({ descriptor: z.base64(), isAudited: z.boolean() });
export type SavedSecurity = z.infer<typeof securitySchema>;

export const savedSecurity = ({ descriptor, isAudited }: Security): SavedSecurity => ({
  descriptor: descriptor.toString('base64'),
  isAudited,
});
export const securityFrom = ({ descriptor, isAudited }: SavedSecurity): Security => ({
  descriptor: Buffer.from(descriptor, 'base64'),
  isAudited,
});

/** Everything about one file, folder or link that has to be the same again. Times in 100 ns steps since 1601, as text. */
export const entrySchema = z.object({
  /** Below the item, with backslashes; empty for the item itself. */
  path: z.string(),
  type: z.enum(['file', 'folder', 'link']),
  attributes: whole,
  created: digits,
  written: digits,
  read: digits,
  volume: z.string(),
  number: z.string(),
  size: whole,
  /** How many names a file has. */
  names: whole,
  /** Extended attributes, in bytes. */
  extended: whole,
  security: securitySchema,
  /** Of a file, unless only its facts were asked for. */
  sha256: sha256.optional(),
  /** Named parts of a file or folder; absent where the file system does not tell. */
  streams: z.array(z.object({ name: z.string(), size: whole, sha256: sha256.optional() })).optional(),
  /** What a link says, as Windows keeps it, in base64. */
  link: z.base64().optional(),
});
export type SavedEntry = z.infer<typeof entrySchema>;

export const entryFrom = (path: string, facts: EntryFacts, security: Security): SavedEntry => ({
  path,
  type: facts.type,
  attributes: facts.attributes,
  created: String(facts.created),
  written: String(facts.written),
  read: String(facts.read),
  volume: facts.volume,
  number: facts.number,
  size: facts.size,
  names: facts.names,
  extended: facts.extended,
  security: savedSecurity(security),
});

export const stampOf = ({ attributes, created, written, read }: SavedEntry): Stamp => ({
  attributes,
  created: BigInt(created),
  written: BigInt(written),
  read: BigInt(read),
});

/** Whether it is the very thing that was saved, wherever it lies now. */
export const isTheOne = (
  { volume, number }: Pick<SavedEntry, 'volume' | 'number'>,
  facts: Pick<EntryFacts, 'volume' | 'number'>,
): boolean => facts.volume === volume && facts.number === number;

/** `FILE_ATTRIBUTE_ARCHIVE`, which Windows sets by itself when a file moves, and `_NORMAL`, which means none. */
const ownWork = 0x20 | 0x80;

export interface Comparing {
  /** It has to be the very same file, not only an equal one. */
  readonly identity?: boolean;
  /** Only facts were asked for on one side. */
  readonly withoutContent?: boolean;
}

/** The first path in which two looks at one tree differ; undefined: in none. The time of reading does not count. */
export const differenceOf = (
  was: readonly SavedEntry[],
  is: readonly SavedEntry[],
  comparing: Comparing = {},
): string | undefined => {
  const now = new Map(is.map((entry) => [entry.path, entry]));
  for (const entry of was) {
    const other = now.get(entry.path);
    if (other === undefined || !isEqual(entry, other, comparing)) return entry.path;
    now.delete(entry.path);
  }
  return now.keys().next().value;
};

const isEqual = (one: SavedEntry, other: SavedEntry, { identity, withoutContent }: Comparing): boolean => {
  const same = (...fields: readonly (keyof SavedEntry)[]): boolean =>
    fields.every((field) => one[field] === other[field]);
  if (!same('type', 'created', 'written', 'size', 'extended', 'link')) return false;
  if ((one.attributes & ~ownWork) !== (other.attributes & ~ownWork)) return false;
  if (!isSameSecurity(securityFrom(one.security).descriptor, securityFrom(other.security).descriptor))
    return false;
  if (!isSameParts(one, other, withoutContent === true)) return false;
  return identity !== true || isTheOne(one, other);
};

const isSameParts = (one: SavedEntry, other: SavedEntry, withoutContent: boolean): boolean => {
  if (!withoutContent && one.sha256 !== other.sha256) return false;
  const [parts, others] = [one.streams ?? [], other.streams ?? []];
  const told = (part: (typeof parts)[number]): string =>
    JSON.stringify([part.name, part.size, withoutContent ? '' : part.sha256]);
  const known = new Set(others.map(told));
  return parts.length === others.length && parts.every((part) => known.has(told(part)));
};
