import { lstat } from 'node:fs/promises';
import { setTimes } from './copy-tree.ts';
import type { FilesKeeperParts } from './files-saved.ts';
import { holding, placeOf } from './held-folders.ts';
import type { FolderTimes } from './keeper.ts';

/**
 * Folders get the times back that they had before anything was taken out of them. `told` in the order in which things
 * were taken: of a folder the first word counts. `remade`: folders that were made again, by their paths.
 */
export const giveTimesBack = async (
  { folders, tools }: Pick<FilesKeeperParts, 'folders' | 'tools'>,
  told: readonly FolderTimes[],
  remade: ReadonlySet<string>,
): Promise<void> => {
  const done = new Set<string>();
  for (const times of told) {
    if (done.has(times.path)) continue;
    done.add(times.path);
    const { folder, name } = placeOf(times.path);
    // Whoever stands in the way of this stands in the way of a time only.
    await holding(folders.open(folder), async (parent) => {
      const info = await lstat(parent.at(name), { bigint: true });
      const isSame = String(info.dev) === times.device && String(info.ino) === times.number;
      if (info.isDirectory() && (isSame || remade.has(times.path)))
        await setTimes(tools, parent, name, times);
    }).catch(() => undefined);
  }
};
