import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { lstat, open, readdir, readlink } from 'node:fs/promises';
import type { StayingPart } from '../../../core/ports.ts';
import { nameText } from '../path-text.ts';
import { codeOf } from '../why.ts';
import type { Entry } from './entries.ts';
import { entryOf } from './entries.ts';
import type { Folders, HeldFolder } from './held-folders.ts';
import { holding } from './held-folders.ts';
import { leftReasonOf, Obstacle } from './trouble.ts';

export interface SurveyOptions {
  /** Whether a path, as people read it, is one where another file system begins. */
  readonly isMounted?: ((path: string) => boolean) | undefined;
  /** Only what stat says, not what is in the files. */
  readonly withoutContent?: boolean;
}

export interface Tree {
  /** The item first, folders before what is in them. */
  readonly entries: readonly Entry[];
  readonly stays: readonly StayingPart[];
}

/** More than any product leaves, and a bound against a tree that grows while it is read. */
const mostEntries = 200_000;
const deepest = 64;

/**
 * Everything about a tree, to the last entry: no link is followed, no other file system is entered, and a file that
 * changes while it is read is not believed. What cannot be told whole is named as a part that stays.
 */
export const surveyTree = async (
  folders: Folders,
  parent: HeldFolder,
  name: Buffer,
  path: string,
  options: SurveyOptions = {},
): Promise<Tree> => {
  const entries: Entry[] = [];
  const stays: StayingPart[] = [];
  const look: Look = { folders, path, options, entries, stays, device: parent.info.dev };
  await visit(look, parent, name, '', 0);
  return { entries, stays };
};

interface Look {
  readonly folders: Folders;
  readonly path: string;
  readonly options: SurveyOptions;
  readonly entries: Entry[];
  readonly stays: StayingPart[];
  readonly device: bigint;
}

const stay = ({ path, stays }: Look, below: string, part: Omit<StayingPart, 'path'>): void => {
  stays.push({ path: below === '' ? path : `${path}/${below}`, ...part });
};

const visit = async (
  look: Look,
  folder: HeldFolder,
  name: Buffer,
  below: string,
  depth: number,
): Promise<void> => {
  const { entries, options, path, device } = look;
  try {
    if (entries.length >= mostEntries || depth > deepest) throw new Obstacle('changed', 'it has no end');
    const info = await lstat(folder.at(name), { bigint: true });
    // Of folders only: the files of an overlay may be told to lie on any of its layers.
    const isForeign =
      (info.isDirectory() && info.dev !== device) ||
      options.isMounted?.(below === '' ? path : `${path}/${below}`) === true;
    if (isForeign) return stay(look, below, { why: 'mounted' });
    const entry = entryOf(below, info);
    if (entry === undefined) return stay(look, below, { why: 'special-file' });
    const read = await readEntry(look, folder, name, entry, info);
    entries.push(read);
    if (read.type === 'folder')
      await holding(look.folders.into(folder, name), (held) => visitAll(look, held, below, depth));
  } catch (error) {
    const { why, detail } = leftReasonOf(error);
    stay(look, below, { why: why === 'refused-by-system' ? 'could-not-look' : why, detail });
  }
};

const visitAll = async (look: Look, folder: HeldFolder, below: string, depth: number): Promise<void> => {
  const names = await readdir(folder.here, { encoding: 'buffer' });
  for (const name of names.toSorted((a, b) => a.compare(b)))
    await visit(look, folder, name, `${below === '' ? '' : `${below}/`}${nameText(name)}`, depth + 1);
};

const readEntry = async (
  { options }: Look,
  folder: HeldFolder,
  name: Buffer,
  entry: Entry,
  info: BigIntStats,
): Promise<Entry> => {
  if (entry.type === 'link')
    return { ...entry, target: nameText(await readlink(folder.at(name), { encoding: 'buffer' })) };
  if (entry.type !== 'file' || options.withoutContent === true) return entry;
  const handle = await openToRead(folder.at(name));
  try {
    const sha256 = await digestOf(handle);
    const after = await handle.stat({ bigint: true });
    const isSame = (['dev', 'ino', 'size', 'mtimeNs', 'ctimeNs'] as const).every(
      (field) => info[field] === after[field],
    );
    if (!isSame) throw new Obstacle('changed', 'it changed while it was read');
    return { ...entry, sha256 };
  } finally {
    await handle.close();
  }
};

/** O_NOATIME of open(2): reading leaves no trace. Only the owner and root may ask for it, and only Linux knows it. */
const withoutTrace = process.platform === 'linux' ? 0o1000000 : 0;
const fileFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A file, and nothing that a link leads to, without a new time of reading where that can be had. */
export const openToRead = async (path: Buffer): Promise<FileHandle> => {
  try {
    return await open(path, fileFlags | withoutTrace);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw error;
    return open(path, fileFlags);
  }
};

const chunkBytes = 1 << 20;

const digestOf = async (handle: FileHandle): Promise<string> => {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(chunkBytes);
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, chunkBytes, null);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(buffer.subarray(0, bytesRead));
  }
};
