import { lstat, readdir, rmdir, unlink } from 'node:fs/promises';
import { isMissing } from '../why.ts';
import type { Folders, HeldFolder } from './held-folders.ts';
import { holding } from './held-folders.ts';

/**
 * Takes away what we made ourselves, whatever is in it. By held folders: a link that somebody puts in the way of a path
 * would lead this to something that is not ours.
 */
export const clearTree = async (folders: Folders, parent: HeldFolder, name: Buffer): Promise<void> => {
  try {
    const info = await lstat(parent.at(name));
    if (!info.isDirectory()) return await unlink(parent.at(name));
    await holding(folders.into(parent, name), async (held) => {
      for (const child of await readdir(held.here, { encoding: 'buffer' }))
        await clearTree(folders, held, child);
    });
    await rmdir(parent.at(name));
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
};
