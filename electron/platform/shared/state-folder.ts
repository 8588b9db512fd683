import { lstat, mkdir } from 'node:fs/promises';
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

/**
 * Makes a folder of our own, or checks the one that is there: a real folder, ours, and nobody else may write in it.
 * Who can write there could hand a later run a false first look. Problem: `journal-unwritable` {path, why}.
 */
export const ensureOwnFolder = async (path: string): Promise<Result<true>> => {
  try {
    await makeFolders(path);
    const why = await whyNotOurs(path);
    return why === undefined ? ok(true) : fail('journal-unwritable', { path, why });
  } catch (error) {
    return fail('journal-unwritable', { path, why: whyOf(error) });
  }
};

/**
 * Folder by folder. Node's own recursive mkdir tries for ever where the system answers "no such folder" below a
 * folder that exists, as /proc does.
 */
const makeFolders = async (path: string): Promise<void> => {
  try {
    await mkdir(path, 0o700);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || (await exists(dirname(path)))) throw error;
    await makeFolders(dirname(path));
    await makeFolders(path);
  }
};

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** What is wrong with a folder that should be ours alone, or undefined. Throws what the file system throws. */
export const whyNotOurs = async (path: string): Promise<string | undefined> => {
  const info = await lstat(path);
  if (info.isSymbolicLink()) return 'it is a link';
  if (!info.isDirectory()) return 'it is not a folder';
  const user = process.geteuid?.();
  if (user === undefined) return undefined;
  if (info.uid !== user) return 'it belongs to another user';
  return (info.mode & 0o022) === 0 ? undefined : 'other users can write in it';
};
