import { link, lstat, rename, unlink } from 'node:fs/promises';
import { codeOf, isMissing } from '../why.ts';
import type { HeldFolder } from './held-folders.ts';

/** File systems without names for one file, and those that do not want one. */
const noSecondName: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);

/**
 * Moves an entry to a name that nothing has, in one step and over nothing: rename(2) would replace a file that
 * somebody made in between. Throws EEXIST or ENOTEMPTY when there is something, EXDEV between file systems.
 * `isAlone`: nobody but us can write in the folder it goes to.
 */
export const placeInto = async (
  from: HeldFolder,
  fromName: string | Buffer,
  to: HeldFolder,
  toName: Buffer,
  { isFolder, isAlone }: { readonly isFolder: boolean; readonly isAlone: boolean },
): Promise<void> => {
  // A folder replaces nothing but an empty folder, and even that only if somebody made it right now.
  if (isFolder || isAlone) return placeWhereFree(from.at(fromName), to.at(toName));
  try {
    // A second name fails when there is something; of a link it is one of the link itself.
    await link(from.at(fromName), to.at(toName));
  } catch (error) {
    if (!noSecondName.has(codeOf(error))) throw error;
    return placeWhereFree(from.at(fromName), to.at(toName));
  }
  await unlink(from.at(fromName));
};

const placeWhereFree = async (from: Buffer, to: Buffer): Promise<void> => {
  if (await isThere(to)) throw Object.assign(new Error('occupied'), { code: 'EEXIST' });
  await rename(from, to);
};

/** Throws what the file system throws, but for the answer that nothing is there. */
export const isThere = async (path: Buffer): Promise<boolean> => {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
};
