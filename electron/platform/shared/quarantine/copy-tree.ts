import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { lchown, lstat, lutimes, mkdir, open, symlink } from 'node:fs/promises';
import { nameBytes } from '../path-text.ts';
import type { CopyTools } from './copy-tools.ts';
import type { Entry } from './entries.ts';
import type { Folders, HeldFolder } from './held-folders.ts';
import { holding } from './held-folders.ts';
import { openToRead } from './survey-tree.ts';
import { childrenIndex, ownName } from './tree-index.ts';
import { Obstacle } from './trouble.ts';

/** Why a tree cannot be copied so that the copy is the same in everything; undefined: it can. */
export const whyNotCopied = (entries: readonly Entry[]): Obstacle | undefined => {
  for (const { path, type, names, sparse } of entries) {
    if (type === 'pipe' || type === 'socket') return new Obstacle('special-file', path);
    if (names !== undefined) return new Obstacle('shared-file', path);
    if (sparse === true) return new Obstacle('sparse-file', path);
  }
  return undefined;
};

export interface CopyJob {
  readonly folders: Folders;
  readonly tools: CopyTools;
  readonly from: HeldFolder;
  readonly fromName: Buffer;
  readonly to: HeldFolder;
  readonly toName: Buffer;
  readonly entries: readonly Entry[];
}

/**
 * Copies a tree as it was surveyed: content, mode, owner, links, attributes and times to the nanosecond, all of it on
 * the disk when this resolves. Throws when anything is not what the survey says. `toName` must be free.
 */
export const copyTree = async (job: CopyJob): Promise<void> => {
  const top = job.entries[0];
  if (top === undefined) throw new Obstacle('changed', 'nothing was surveyed');
  const children = childrenIndex(job.entries);
  const withAttributes = await job.tools.hasAttributes(job.from.outside(job.fromName));
  await copyEntry({ ...job, children, withAttributes }, job.from, job.fromName, job.to, job.toName, top);
  await job.to.sync();
};

interface Copying extends CopyJob {
  readonly children: ReadonlyMap<string, readonly Entry[]>;
  readonly withAttributes: boolean;
}

const copyEntry = async (
  job: Copying,
  from: HeldFolder,
  fromName: Buffer,
  to: HeldFolder,
  toName: Buffer,
  entry: Entry,
): Promise<void> => {
  switch (entry.type) {
    case 'folder':
      await copyFolder(job, from, fromName, to, toName, entry);
      break;
    case 'file':
      await copyFile(from.at(fromName), to.at(toName), entry);
      break;
    case 'link':
      await symlink(nameBytes(entry.target ?? ''), to.at(toName));
      await lchown(to.at(toName), entry.uid, entry.gid);
      break;
    case 'pipe':
    case 'socket':
      throw new Obstacle('special-file', entry.path);
  }
  if (job.withAttributes) await job.tools.copyAttributes(from.outside(fromName), to.outside(toName));
  await setTimes(job.tools, to, toName, entry);
};

const copyFolder = async (
  job: Copying,
  from: HeldFolder,
  fromName: Buffer,
  to: HeldFolder,
  toName: Buffer,
  entry: Entry,
): Promise<void> => {
  // Closed to everybody until all is in it.
  await mkdir(to.at(toName), 0o700);
  await holding(job.folders.into(from, fromName), (source) =>
    holding(job.folders.into(to, toName), async (target) => {
      for (const child of job.children.get(entry.path) ?? [])
        await copyEntry(job, source, ownName(child), target, ownName(child), child);
      await target.sync();
      await target.own(entry);
    }),
  );
};

const writeNew = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

const copyFile = async (from: Buffer, to: Buffer, entry: Entry): Promise<void> => {
  const source = await openToRead(from);
  try {
    const target = await open(to, writeNew, 0o600);
    try {
      const sha256 = await pour(source, target);
      if (sha256 !== entry.sha256) throw new Obstacle('changed', entry.path);
      // The owner first: a change of it takes special bits of the mode away.
      await target.chown(entry.uid, entry.gid);
      await target.chmod(entry.mode);
      await target.sync();
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
};

const chunkBytes = 1 << 20;

const pour = async (source: FileHandle, target: FileHandle): Promise<string> => {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(chunkBytes);
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, chunkBytes, null);
    if (bytesRead === 0) return hash.digest('hex');
    const chunk = buffer.subarray(0, bytesRead);
    hash.update(chunk);
    for (let done = 0; done < bytesRead;)
      done += (await target.write(chunk, done, bytesRead - done, null)).bytesWritten;
  }
};

/**
 * Node counts seconds in a number that is good for a quarter of a microsecond; where that is not the exact time, the
 * system's own tool sets it, if there is one. Throws when it could not set the time of change to the nanosecond.
 */
export const setTimes = async (
  tools: Pick<CopyTools, 'setTime'> | undefined,
  folder: HeldFolder,
  name: Buffer,
  { modified, read }: Pick<Entry, 'modified' | 'read'>,
): Promise<void> => {
  const seconds = (time: string): number => Number(time) / 1e9;
  await lutimes(folder.at(name), seconds(read), seconds(modified));
  if (tools === undefined) return;
  const missed = async (): Promise<boolean> =>
    String((await lstat(folder.at(name), { bigint: true })).mtimeNs) !== modified;
  const now = await lstat(folder.at(name), { bigint: true });
  if (String(now.atimeNs) !== read) await tools.setTime('read', BigInt(read), folder.outside(name));
  if (!(await missed())) return;
  await tools.setTime('modified', BigInt(modified), folder.outside(name));
  if (await missed()) throw new Obstacle('no-tool', 'the time of its last change could not be set');
};
