import type { RestoreEnd } from '../../../core/engine/journal.ts';
import type { Place } from '../../shared/quarantine/keeper.ts';
import { keptReasonOf, Obstacle } from '../../shared/quarantine/trouble.ts';
import { codeOf } from '../../shared/why.ts';
import { copyEntries } from './copy-entries.ts';
import type { SavedEntry } from './entry-record.ts';
import { differenceOf, stampOf } from './entry-record.ts';
import type { FilesItem, FilesKeeperParts, SavedFiles, Spot } from './files-saved.ts';
import { keptName } from './files-saved.ts';
import type { HeldEntry } from './held-entry.ts';
import { holding } from './held-entry.ts';
import { isThere, openAgain, openFolder, placeOf } from './open-place.ts';
import { clearEntries } from './remove-entries.ts';
import { isClosedToOthers } from './security.ts';
import { surveyEntries } from './survey-entries.ts';

/** Puts files back over nothing, from a quarantine that is held against what was written down of it. */
export const putFilesBack = async (
  { drives, onDrive }: FilesKeeperParts,
  item: FilesItem,
  saved: SavedFiles,
  place: Place,
): Promise<RestoreEnd> => {
  const { name } = placeOf(item.path);
  try {
    return await holding(openFolder(drives, onDrive(place.folder)), (quarantine) =>
      holding(openAgain(drives, item.path.slice(0, 2), saved.ancestors), (parent) =>
        restore(item, saved, stageName(place), { parent, name, quarantine }),
      ),
    );
  } catch (error) {
    return { kind: 'kept', ...keptReasonOf(error) };
  }
};

/** A folder of ours beside the place, closed to others, in which a copy is made before it gets its name in one step. */
const stageName = ({ run, number }: Place): string => `.removal-assistant-${run}-${String(number)}`;

const restore = async (
  item: FilesItem,
  saved: SavedFiles,
  stage: string,
  spot: Spot,
): Promise<RestoreEnd> => {
  const { parent, name, quarantine } = spot;
  // Of an undo that was cut off. Whoever is in the way of this is only in the way when a stage is needed.
  await clearStage(parent, stage).catch(() => undefined);
  if (isThere(parent, name)) {
    // Put back already by an undo that was cut off right then, or made again by somebody: only the first is all the same.
    const there = await surveyEntries(parent, name, item.path);
    const isWhole = there.stays.length === 0 && differenceOf(saved.entries, there.entries) === undefined;
    if (!isWhole) return { kind: 'kept', why: 'occupied' };
    await clearEntries(quarantine, keptName);
  } else {
    if (!isThere(quarantine, keptName))
      return { kind: 'kept', why: 'damaged', detail: 'nothing of it is there' };
    const tree = await surveyEntries(quarantine, keptName, item.path);
    const difference = tree.stays[0]?.path ?? differenceOf(saved.entries, tree.entries);
    if (difference !== undefined) return { kind: 'kept', why: 'damaged', detail: difference };
    await moveBack(wherever(saved.entries, tree.entries), stage, spot);
  }
  stampAgain(parent, name, saved);
  return { kind: 'restored' };
};

/** What was saved, by what it is known by where it lies now. */
const wherever = (saved: readonly SavedEntry[], now: readonly SavedEntry[]): readonly SavedEntry[] => {
  const known = new Map(now.map((entry) => [entry.path, entry]));
  return saved.map((entry) => {
    const { volume, number } = known.get(entry.path) ?? entry;
    return { ...entry, volume, number };
  });
};

const moveBack = async (entries: readonly SavedEntry[], stage: string, spot: Spot): Promise<void> => {
  const { parent, name, quarantine } = spot;
  try {
    await holding(quarantine.into(keptName, 'take'), (held) => held.moveTo(parent, name));
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    await copyBack(entries, stage, spot);
  }
};

/** From another volume: a whole copy in a closed folder beside the place, which then moves there in one step. */
const copyBack = async (
  entries: readonly SavedEntry[],
  stage: string,
  { parent, name, quarantine }: Spot,
): Promise<void> => {
  await clearStage(parent, stage);
  parent.make(stage, 'folder').close();
  try {
    await holding(parent.into(stage, 'list'), async (staged) => {
      await copyEntries(quarantine, keptName, staged, keptName, entries);
      const copy = await surveyEntries(staged, keptName, '');
      const difference = copy.stays[0]?.path ?? differenceOf(entries, copy.entries);
      if (difference !== undefined) throw new Obstacle('refused-by-system', difference);
      await holding(staged.into(keptName, 'take'), (held) => held.moveTo(parent, name));
    });
  } finally {
    await clearStage(parent, stage).catch(() => undefined);
  }
  await clearEntries(quarantine, keptName);
};

/** What an undo that was cut off has left there. Only what is closed to others is taken away: that is ours. */
const clearStage = async (parent: HeldEntry, stage: string): Promise<void> => {
  if (!isThere(parent, stage)) return;
  const { descriptor } = await holding(parent.into(stage, 'look'), (held) => held.security());
  if (!isClosedToOthers(descriptor))
    throw new Obstacle('refused-by-system', 'something of another user is in the way');
  await clearEntries(parent, stage);
};

/** Windows marks a file as changed when it moves. Whoever stands in the way of this stands in the way of a mark only. */
const stampAgain = (parent: HeldEntry, name: string, { entries: [top] }: SavedFiles): void => {
  if (top === undefined || top.type === 'link') return;
  try {
    const held = parent.into(name, 'change');
    try {
      held.stamp(stampOf(top));
    } finally {
      held.close();
    }
  } catch {
    // It is back, with everything else that it had.
  }
};
