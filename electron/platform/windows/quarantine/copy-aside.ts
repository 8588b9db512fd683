import type { LeftoverEnd } from '../../../core/engine/journal.ts';
import { copyEntries, whyNotCopied } from './copy-entries.ts';
import { differenceOf } from './entry-record.ts';
import type { FilesItem, SavedFiles, Spot } from './files-saved.ts';
import { keptName, setAside } from './files-saved.ts';
import type { HeldEntry } from './held-entry.ts';
import { holding } from './held-entry.ts';
import { clearEntries, removeEntries } from './remove-entries.ts';
import { surveyEntries } from './survey-entries.ts';

export { whyNotCopied };

const partName = 'kept.part';
/** What a copy leaves free on the disk, in bytes. */
const reserve = 64 * 1024 * 1024;

/** Whatever a copy that was cut off has left. Only we can reach it. */
export const discardPart = (quarantine: HeldEntry): Promise<void> => clearEntries(quarantine, partName);

/**
 * To another volume: a whole copy first, held against the survey, then the original away. The copy gets its name when it
 * is whole, so a kill before that has changed nothing, and a kill after it has lost nothing.
 */
export const copyAside = async (item: FilesItem, saved: SavedFiles, spot: Spot): Promise<LeftoverEnd> => {
  const { parent, name, quarantine } = spot;
  const { entries } = saved;
  const obstacle = whyNotCopied(entries);
  if (obstacle !== undefined) return { kind: 'left', why: obstacle.why, detail: obstacle.message };
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  if (quarantine.freeBytes() < bytes + reserve) return { kind: 'left', why: 'no-space' };
  await discardPart(quarantine);
  try {
    await copyEntries(parent, name, quarantine, partName, entries);
    const copy = await surveyEntries(quarantine, partName, item.path);
    const original = await surveyEntries(parent, name, item.path, { withoutContent: true });
    const difference =
      copy.stays[0]?.path ??
      differenceOf(entries, copy.entries) ??
      original.stays[0]?.path ??
      differenceOf(entries, original.entries, { identity: true, withoutContent: true });
    if (difference !== undefined) {
      await discardPart(quarantine);
      return { kind: 'left', why: 'changed', detail: difference };
    }
    await holding(quarantine.into(partName, 'take'), (held) => held.moveTo(quarantine, keptName));
  } catch (error) {
    await discardPart(quarantine);
    throw error;
  }
  return finishCopy(item, saved, spot);
};

/** The copy is whole: the original goes. What somebody changed in it meanwhile stays, and the next look tells it. */
export const finishCopy = async (
  item: FilesItem,
  saved: SavedFiles,
  { parent, name }: Spot,
): Promise<LeftoverEnd> => {
  // From here on it is set aside, whatever becomes of the original.
  await removeEntries(parent, name, saved.entries).catch(() => undefined);
  return setAside(item, saved);
};
