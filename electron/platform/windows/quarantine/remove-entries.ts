import { codeOf, isMissing } from '../../shared/why.ts';
import { childrenOf, ownName } from './copy-entries.ts';
import type { SavedEntry } from './entry-record.ts';
import { isTheOne } from './entry-record.ts';
import type { HeldEntry } from './held-entry.ts';
import { holding } from './held-entry.ts';

/**
 * Takes away the original of something that was copied: entry by entry, each only while it is the very one that was
 * copied. What changed or came meanwhile stays, with the folders above it.
 */
export const removeEntries = async (
  parent: HeldEntry,
  name: string,
  entries: readonly SavedEntry[],
): Promise<void> => {
  const [top] = entries;
  if (top !== undefined) await removeEntry(childrenOf(entries), parent, name, top);
};

const removeEntry = async (
  children: ReturnType<typeof childrenOf>,
  folder: HeldEntry,
  name: string,
  entry: SavedEntry,
): Promise<void> => {
  try {
    if (entry.type === 'folder')
      await holding(folder.into(name, 'list'), async (held) => {
        if (!isTheOne(entry, held.facts())) return;
        for (const child of children(entry)) await removeEntry(children, held, ownName(child), child);
      });
    await holding(folder.into(name, 'take'), (held) => {
      const now = held.facts();
      const isSame =
        entry.type === 'folder' || (now.size === entry.size && String(now.written) === entry.written);
      if (isTheOne(entry, now) && isSame) held.remove();
    });
  } catch (error) {
    // Gone already by a run that was cut off, in use, or something came into the folder: that stays.
    if (!isMissing(error) && codeOf(error) === undefined) throw error;
  }
};

/** Takes away what we made ourselves, whatever is in it. A link in it is taken away itself. */
export const clearEntries = async (folder: HeldEntry, name: string): Promise<void> => {
  try {
    const { type } = await holding(folder.into(name, 'look'), (held) => held.facts());
    if (type === 'folder')
      await holding(folder.into(name, 'list'), async (held) => {
        for (const child of held.names()) await clearEntries(held, child);
      });
    await holding(folder.into(name, 'take'), (held) => held.remove());
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
};
