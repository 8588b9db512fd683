import { lstat, rmdir, unlink } from 'node:fs/promises';
import { codeOf, isMissing } from '../why.ts';
import type { Entry } from './entries.ts';
import { entryOf } from './entries.ts';
import type { Folders, HeldFolder } from './held-folders.ts';
import { holding } from './held-folders.ts';
import { childrenIndex, ownName } from './tree-index.ts';

/**
 * Takes away the original of something that was copied: entry by entry, each only while it is the very one that was
 * copied. What changed or came meanwhile stays, with the folders above it. Answers whether anything stayed.
 */
export const deleteTree = async (
  folders: Folders,
  parent: HeldFolder,
  name: Buffer,
  entries: readonly Entry[],
): Promise<boolean> => {
  const top = entries[0];
  return top === undefined || deleteEntry({ folders, children: childrenIndex(entries) }, parent, name, top);
};

interface Copied {
  readonly folders: Folders;
  readonly children: ReadonlyMap<string, readonly Entry[]>;
}

const deleteEntry = async (
  copied: Copied,
  folder: HeldFolder,
  name: Buffer,
  entry: Entry,
): Promise<boolean> => {
  try {
    const now = entryOf(entry.path, await lstat(folder.at(name), { bigint: true }));
    const isSame = now?.type === entry.type && now.device === entry.device && now.number === entry.number;
    if (!isSame) return true;
    if (entry.type === 'folder') return await deleteFolder(copied, folder, name, entry);
    if (now.size !== entry.size || now.modified !== entry.modified) return true;
    await unlink(folder.at(name));
    return false;
  } catch (error) {
    // Gone already, by a run that was cut off.
    return !isMissing(error);
  }
};

const deleteFolder = async (
  copied: Copied,
  folder: HeldFolder,
  name: Buffer,
  entry: Entry,
): Promise<boolean> => {
  await holding(copied.folders.into(folder, name), async (held) => {
    for (const child of copied.children.get(entry.path) ?? [])
      await deleteEntry(copied, held, ownName(child), child);
  });
  try {
    await rmdir(folder.at(name));
    return false;
  } catch (error) {
    if (codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST') return true;
    throw error;
  }
};
