import type { BigIntStats } from 'node:fs';
import { z } from 'zod';

const whole = z.number().int().nonnegative();
const digits = z.string().regex(/^-?\d+$/);

/** Everything about one file, folder or link that has to be the same again. Times in nanoseconds, numbers as text. */
export const entrySchema = z.object({
  /** Below the item, with slashes; empty for the item itself. */
  path: z.string(),
  type: z.enum(['file', 'folder', 'link', 'pipe', 'socket']),
  mode: whole,
  uid: whole,
  gid: whole,
  modified: digits,
  read: digits,
  device: digits,
  number: digits,
  /** Of files. */
  size: whole.optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** How many names it has, where that is more than one. */
  names: whole.optional(),
  /** Parts of it are holes that take no room. */
  sparse: z.boolean().optional(),
  /** What a link says, as `nameText`. */
  target: z.string().optional(),
});
export type Entry = z.infer<typeof entrySchema>;

/** More unwritten than a file system leaves at the end of its blocks, in bytes. */
const holes = 65_536n;

/** What stat says of an entry. Undefined: a device, which nothing of the vendor is. */
export const entryOf = (path: string, info: BigIntStats): Entry | undefined => {
  const type = typeOf(info);
  if (type === undefined) return undefined;
  const isSparse = type === 'file' && info.size > info.blocks * 512n + holes;
  return {
    path,
    type,
    mode: Number(info.mode & 0o7777n),
    uid: Number(info.uid),
    gid: Number(info.gid),
    modified: String(info.mtimeNs),
    read: String(info.atimeNs),
    device: String(info.dev),
    number: String(info.ino),
    ...(type === 'file' ? { size: Number(info.size) } : {}),
    ...(type !== 'folder' && info.nlink > 1n ? { names: Number(info.nlink) } : {}),
    ...(isSparse ? { sparse: true } : {}),
  };
};

const typeOf = (info: BigIntStats): Entry['type'] | undefined => {
  if (info.isFile()) return 'file';
  if (info.isDirectory()) return 'folder';
  if (info.isSymbolicLink()) return 'link';
  if (info.isFIFO()) return 'pipe';
  return info.isSocket() ? 'socket' : undefined;
};

export interface CompareOptions {
  /** It has to be the very same file, not only an equal one. */
  readonly identity?: boolean;
  /** What is in files was not read on one side. */
  readonly withoutContent?: boolean;
}

/** The first path in which two looks at one tree differ; undefined: in none. The time of reading does not count. */
export const differenceOf = (
  was: readonly Entry[],
  is: readonly Entry[],
  options: CompareOptions = {},
): string | undefined => {
  const now = new Map(is.map((entry) => [entry.path, entry]));
  for (const entry of was) {
    const other = now.get(entry.path);
    if (other === undefined || !isEqual(entry, other, options)) return entry.path;
    now.delete(entry.path);
  }
  return now.keys().next().value;
};

const isEqual = (one: Entry, other: Entry, { identity, withoutContent }: CompareOptions): boolean => {
  const same = (...fields: readonly (keyof Entry)[]): boolean =>
    fields.every((field) => one[field] === other[field]);
  if (!same('type', 'mode', 'uid', 'gid', 'modified', 'size', 'target')) return false;
  if (withoutContent !== true && !same('sha256')) return false;
  return identity !== true || same('device', 'number');
};
