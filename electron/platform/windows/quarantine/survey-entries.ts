import type { StayingPart } from '../../../core/ports.ts';
import { leftReasonOf, Obstacle } from '../../shared/quarantine/trouble.ts';
import { digestOf } from './content.ts';
import type { SavedEntry } from './entry-record.ts';
import { entryFrom, isTheOne } from './entry-record.ts';
import type { EntryFacts, HeldEntry } from './held-entry.ts';
import { holding } from './held-entry.ts';

export interface Tree {
  /** The item first, folders before what is in them. */
  readonly entries: readonly SavedEntry[];
  readonly stays: readonly StayingPart[];
}

export interface SurveyOptions {
  /** Only what Windows tells of a file, not what is in it. */
  readonly withoutContent?: boolean;
}

/** More than any product leaves, and a bound against a tree that grows while it is read. */
const mostEntries = 200_000;
const deepest = 64;

/**
 * Everything about a tree, to the last entry and the last named part: no link is followed, and a file that somebody
 * writes to is not believed. What cannot be told whole is named as a part that stays.
 */
export const surveyEntries = async (
  parent: HeldEntry,
  name: string,
  path: string,
  options: SurveyOptions = {},
): Promise<Tree> => {
  const look: Look = { path, options, entries: [], stays: [] };
  await visit(look, parent, name, '', 0);
  return look;
};

interface Look {
  readonly path: string;
  readonly options: SurveyOptions;
  readonly entries: SavedEntry[];
  readonly stays: StayingPart[];
}

const visit = async (
  look: Look,
  folder: HeldEntry,
  name: string,
  below: string,
  depth: number,
): Promise<void> => {
  try {
    if (look.entries.length >= mostEntries || depth > deepest) throw new Obstacle('changed', 'it has no end');
    const { entry, facts } = await seen(folder, name, below);
    const parts = await streamsOf(look, folder, name, facts);
    const withParts = parts === undefined ? entry : { ...entry, streams: [...parts] };
    if (facts.type !== 'file' || look.options.withoutContent === true) look.entries.push(withParts);
    else look.entries.push({ ...withParts, sha256: await contentOf(folder, name, facts) });
    if (facts.type === 'folder') await visitAll(look, folder, name, facts, below, depth);
  } catch (error) {
    const { why, detail } = leftReasonOf(error);
    const path = below === '' ? look.path : `${look.path}\\${below}`;
    look.stays.push({ path, why: why === 'refused-by-system' ? 'could-not-look' : why, detail });
  }
};

const seen = (
  folder: HeldEntry,
  name: string,
  below: string,
): Promise<{ readonly entry: SavedEntry; readonly facts: EntryFacts }> =>
  holding(folder.into(name, 'look'), (held) => {
    const facts = held.facts();
    const entry = entryFrom(below, facts, held.security());
    if (facts.type !== 'link') return { entry, facts };
    const data = held.linkData();
    if (isVolume(data)) throw new Obstacle('mounted', held.path);
    return { entry: { ...entry, link: data.toString('base64') }, facts };
  });

/** A junction (`IO_REPARSE_TAG_MOUNT_POINT`) to a whole volume: a drive that has a folder for a letter. */
const isVolume = (data: Buffer): boolean =>
  data.length > 16 &&
  data.readUInt32LE() === 0xa000_0003 &&
  data.toString('utf16le', 16).startsWith('\\??\\Volume{');

const visitAll = async (
  look: Look,
  folder: HeldEntry,
  name: string,
  facts: EntryFacts,
  below: string,
  depth: number,
): Promise<void> =>
  holding(folder.into(name, 'list'), async (held) => {
    if (!isTheOne(facts, held.facts())) throw new Obstacle('changed', held.path);
    for (const child of held.names().toSorted())
      await visit(look, held, child, below === '' ? child : `${below}\\${child}`, depth + 1);
  });

/** While it is read nobody writes to it: whoever has it open for that is told as such. */
const contentOf = (folder: HeldEntry, name: string, facts: EntryFacts, stream?: string): Promise<string> =>
  holding(folder.into(name, 'read', stream), async (held) => {
    if (!isTheOne(facts, held.facts())) throw new Obstacle('changed', held.path);
    return digestOf(held);
  });

const streamsOf = async (
  { options }: Look,
  folder: HeldEntry,
  name: string,
  facts: EntryFacts,
): Promise<SavedEntry['streams']> => {
  if (facts.type === 'link') return undefined;
  const listed = await holding(folder.into(name, 'look'), (held) => held.streams());
  if (listed === undefined || options.withoutContent === true) return listed?.map((part) => ({ ...part }));
  const parts: NonNullable<SavedEntry['streams']> = [];
  for (const part of listed) parts.push({ ...part, sha256: await contentOf(folder, name, facts, part.name) });
  return parts;
};
