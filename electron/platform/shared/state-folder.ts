import { lstat, mkdir, rmdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import { codeOf, whyOf } from './why.ts';

const name = 'removal-assistant';

/** Where runs are kept when nobody says otherwise: the system's place for root, the user's own (XDG) for others. */
export const defaultStateFolder = (
  environment: NodeJS.ProcessEnv = process.env,
  isRoot: boolean = process.geteuid?.() === 0,
): string => {
  if (isRoot) return `/var/lib/${name}`;
  const base = environment['XDG_STATE_HOME'] ?? '';
  // The XDG specification: a relative path is invalid and is ignored.
  return isAbsolute(base) ? join(base, name) : join(homedir(), '.local', 'state', name);
};

/** How folders of our own are made, and told from what others made in their place, on one kind of system. */
export interface OwnFolders {
  /** Where runs are kept when nobody says otherwise. */
  readonly usual: () => string;
  /**
   * Makes one folder that is ours alone. Throws what the file system throws, `EEXIST` where something is and `ENOENT`
   * where the folder above is missing.
   */
  readonly make: (path: string) => Promise<void>;
  /** The folder that a path lies in. */
  readonly above: (path: string) => string;
  /** What is wrong with a folder that should be ours alone, or undefined. Throws what the file system throws. */
  readonly whyNotOurs: (path: string) => Promise<string | undefined>;
}

/**
 * Makes a folder of our own, or checks the one that is there: a real folder, ours, and nobody else may write in it.
 * Who can write there could hand a later run a false first look. Problem: `journal-unwritable` {path, why}.
 */
export const ensureOwnFolder = async (folders: OwnFolders, path: string): Promise<Result<true>> => {
  try {
    await makeFolders(folders, path);
    const why = await folders.whyNotOurs(path);
    return why === undefined ? ok(true) : fail('journal-unwritable', { path, why });
  } catch (error) {
    return fail('journal-unwritable', { path, why: whyOf(error) });
  }
};

/**
 * Whether what is made here can be ours alone: the file systems of most sticks know no owners, and let everybody write.
 * What is made to find out is taken away again. True where something is already, or where nothing can be made: what is
 * wrong there is said when it is needed.
 */
export const canBeOurs = async (folders: OwnFolders, path: string): Promise<boolean> => {
  try {
    await folders.make(path);
  } catch {
    return true;
  }
  try {
    return (await folders.whyNotOurs(path)) === undefined;
  } catch {
    return true;
  } finally {
    // What somebody put into it at once stays with them; the place is looked at again before it is used.
    await rmdir(path).catch(() => undefined);
  }
};

/**
 * Folder by folder. Node's own recursive mkdir tries for ever where the system answers "no such folder" below a
 * folder that exists, as /proc does.
 */
export const makeFolders = async (
  folders: Pick<OwnFolders, 'make' | 'above'>,
  path: string,
): Promise<void> => {
  try {
    await folders.make(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return;
    const above = folders.above(path);
    // A drive that is not there has nothing above it.
    if (code !== 'ENOENT' || above === path || (await exists(above))) throw error;
    await makeFolders(folders, above);
    await makeFolders(folders, path);
  }
};

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

const whyNotOurs = async (path: string): Promise<string | undefined> => {
  const info = await lstat(path);
  if (info.isSymbolicLink()) return notOurs.link;
  if (!info.isDirectory()) return notOurs.file;
  if (info.uid !== process.geteuid?.()) return notOurs.owner;
  return (info.mode & 0o022) === 0 ? undefined : notOurs.writable;
};

/** What can be wrong with a folder that should be ours alone. */
export const notOurs = {
  link: 'it is a link',
  file: 'it is not a folder',
  owner: 'it belongs to another user',
  writable: 'other users can write in it',
} as const;

/** Where the mode of a file says who may write in it: Linux and macOS. */
export const ownFoldersByMode: OwnFolders = {
  usual: () => defaultStateFolder(),
  make: (path) => mkdir(path, 0o700),
  above: dirname,
  whyNotOurs,
};
