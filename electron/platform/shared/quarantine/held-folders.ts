import type { BigIntStats } from 'node:fs';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { lstat, open } from 'node:fs/promises';
import { nameBytes, nameText } from '../path-text.ts';
import { Obstacle } from './trouble.ts';

/**
 * A folder that is held, so that whatever becomes of its path, its entries are still its own. Another user of this
 * computer who can write on the way there may put a link in the place of any folder at any moment.
 */
export interface HeldFolder {
  /** How it was come to, for people. */
  readonly path: string;
  readonly info: BigIntStats;
  /** Where the system finds an entry of this very folder. */
  at(name: Buffer | string): Buffer;
  /** Where it finds the folder itself. */
  readonly here: Buffer;
  /** The same for another process. */
  outside(name: Buffer | string): string;
  /** Gives the folder itself this owner and mode. */
  own(entry: { readonly uid: number; readonly gid: number; readonly mode: number }): Promise<void>;
  /** What was renamed into or out of it is on the disk when this resolves. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Opens folders so that nobody leads it astray. */
export interface Folders {
  /** Component by component, and through no link. Throws `Obstacle`, and what the file system throws. */
  open(path: string): Promise<HeldFolder>;
  /** One step down; `path` is what the new one is called for people. */
  into(folder: HeldFolder, name: Buffer): Promise<HeldFolder>;
  /** Nobody but us can write in what it opens. */
  readonly areOurs: boolean;
}

const isSame = (one: BigIntStats, other: BigIntStats): boolean =>
  one.dev === other.dev && one.ino === other.ino;

const below = (path: string, name: Buffer): string => `${path === '/' ? '' : path}/${nameText(name)}`;

const partsOf = (path: string): readonly Buffer[] =>
  path
    .split('/')
    .filter((part) => part !== '')
    .map(nameBytes);

/** The one above is held until the one below is. */
const stepDown = async (folders: Folders, held: HeldFolder, name: Buffer): Promise<HeldFolder> => {
  try {
    return await folders.into(held, name);
  } finally {
    await held.close();
  }
};

const folderFlags = constants.O_RDONLY | (constants.O_DIRECTORY ?? 0) | (constants.O_NOFOLLOW ?? 0);

/**
 * Linux: by the number of the open folder, through `/proc/self/fd`, which the kernel follows to the folder itself and not
 * to its name. `root`: the top of the system that is worked on.
 */
export const foldersByNumber = (root = '/'): Folders => {
  const folders: Folders = {
    areOurs: false,
    open: async (path) => {
      let held = heldByNumber(await open(root, folderFlags), '/', await lstat(root, { bigint: true }));
      for (const part of partsOf(path)) {
        held = await stepDown(folders, held, part);
      }
      return held;
    },
    into: async (folder, name) => {
      const seen = await lstat(folder.at(name), { bigint: true });
      const path = below(folder.path, name);
      if (seen.isSymbolicLink()) throw new Obstacle('link-in-path', path);
      const handle = await open(folder.at(name), folderFlags);
      try {
        const info = await handle.stat({ bigint: true });
        if (isSame(seen, info)) return heldByNumber(handle, path, info);
        throw new Obstacle('link-in-path', path);
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
  };
  return folders;
};

const heldByNumber = (handle: FileHandle, path: string, info: BigIntStats): HeldFolder => {
  const here = `/proc/self/fd/${String(handle.fd)}`;
  return {
    path,
    info,
    here: Buffer.from(here),
    at: (name) => Buffer.concat([Buffer.from(`${here}/`), Buffer.from(name)]),
    outside: (name) => `/proc/${String(process.pid)}/fd/${String(handle.fd)}/${name.toString()}`,
    own: ownBy(handle),
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
};

/** The owner first: a change of it takes special bits of the mode away. */
const ownBy =
  (handle: FileHandle): HeldFolder['own'] =>
  async ({ uid, gid, mode }) => {
    await handle.chown(uid, gid);
    await handle.chmod(mode);
  };

/** Who may write in a folder besides its owner, as access lists say it. Throws where that cannot be known. */
export type WritersOf = (path: string) => Promise<readonly string[]>;

const writableByOthers = 0o022n;

/**
 * Where no number leads to a folder (macOS): by its path, and only where nobody but root and the user we run as can
 * write in any folder on the way. Then nobody can exchange one of them either.
 */
export const foldersByTrust = (root: string, writersOf: WritersOf): Folders => {
  const user = BigInt(process.geteuid?.() ?? 0);
  const step = async (real: Buffer, path: string): Promise<HeldFolder> => {
    const info = await lstat(real, { bigint: true });
    if (info.isSymbolicLink()) throw new Obstacle('link-in-path', path);
    const isOurs = info.uid === 0n || info.uid === user;
    if (!isOurs || (info.mode & writableByOthers) !== 0n) throw new Obstacle('others-can-write', path);
    if ((await writersOf(real.toString())).length > 0) throw new Obstacle('others-can-write', path);
    const handle = await open(real, folderFlags);
    return heldByPath(handle, real, path, info);
  };
  const folders: Folders = {
    areOurs: true,
    open: async (path) => {
      const top = await lstat(root, { bigint: true });
      let held = heldByPath(await open(root, folderFlags), Buffer.from(root), '/', top);
      for (const part of partsOf(path)) {
        held = await stepDown(folders, held, part);
      }
      return held;
    },
    into: (folder, name) => step(folder.at(name), below(folder.path, name)),
  };
  return folders;
};

const heldByPath = (handle: FileHandle, here: Buffer, path: string, info: BigIntStats): HeldFolder => {
  const top = here.toString() === '/' ? Buffer.from('/') : Buffer.concat([here, Buffer.from('/')]);
  return {
    path,
    info,
    here,
    at: (name) => Buffer.concat([top, Buffer.from(name)]),
    outside: (name) => Buffer.concat([top, Buffer.from(name)]).toString(),
    own: ownBy(handle),
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
};

/** Lends a held folder for the time of `work`. */
export const holding = async <T>(
  opened: Promise<HeldFolder>,
  work: (folder: HeldFolder) => Promise<T>,
): Promise<T> => {
  const folder = await opened;
  try {
    return await work(folder);
  } finally {
    await folder.close();
  }
};

/** The folder of a path and its own name, in bytes. */
export const placeOf = (path: string): { readonly folder: string; readonly name: Buffer } => {
  const at = path.lastIndexOf('/');
  return { folder: at === 0 ? '/' : path.slice(0, at), name: nameBytes(path.slice(at + 1)) };
};
