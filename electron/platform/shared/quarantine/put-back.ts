import type { RestoreEnd } from '../../../core/engine/journal.ts';
import { codeOf } from '../why.ts';
import { openAgain } from './ancestors.ts';
import { clearTree } from './clear-tree.ts';
import { copyTree } from './copy-tree.ts';
import { differenceOf } from './entries.ts';
import type { FilesItem, FilesKeeperParts, SavedFiles, Spot } from './files-saved.ts';
import { keptName } from './files-saved.ts';
import type { HeldFolder } from './held-folders.ts';
import { holding, placeOf } from './held-folders.ts';
import type { Place } from './keeper.ts';
import { isThere, placeInto } from './place-into.ts';
import { clearStage, onStage, stageName } from './stage-folder.ts';
import { surveyTree } from './survey-tree.ts';
import { keptReasonOf, Obstacle } from './trouble.ts';

/** Puts files back over nothing, from a quarantine that is held against what was written down of it. */
export const putFilesBack = async (
  parts: FilesKeeperParts,
  item: FilesItem,
  saved: SavedFiles,
  place: Place,
): Promise<RestoreEnd> => {
  const { name } = placeOf(item.path);
  try {
    return await holding(parts.ours.open(place.folder), (quarantine) =>
      holding(openAgain(parts.folders, saved.ancestors, stageName(place)), (parent) =>
        restore(parts, item, saved, place, { parent, name, quarantine }),
      ),
    );
  } catch (error) {
    return { kind: 'kept', ...keptReasonOf(error) };
  }
};

const restore = async (
  parts: FilesKeeperParts,
  item: FilesItem,
  saved: SavedFiles,
  place: Place,
  spot: Spot,
): Promise<RestoreEnd> => {
  const { parent, name, quarantine } = spot;
  // Of an undo that was cut off. Whoever is in the way of this is only in the way when a stage is needed.
  await clearStage(parts.folders, parent, stageName(place)).catch(() => undefined);
  const isKept = await isThere(quarantine.at(keptName));
  const isOccupied = await isThere(parent.at(name));
  if (isOccupied) {
    // Put back already by an undo that was cut off right then, or made again by somebody: only the first is all the same.
    if (!(await isWhole(parts, parent, name, item, saved))) return { kind: 'kept', why: 'occupied' };
    await forget(parts, quarantine);
    return { kind: 'restored' };
  }
  if (!isKept) return { kind: 'kept', why: 'damaged', detail: 'nothing of it is there' };
  const tree = await surveyTree(parts.ours, quarantine, keptName, item.path);
  const difference = tree.stays[0]?.path ?? differenceOf(saved.entries, tree.entries);
  if (difference !== undefined) return { kind: 'kept', why: 'damaged', detail: difference };
  const options = { isFolder: saved.entries[0]?.type === 'folder', isAlone: parts.folders.areOurs };
  try {
    await placeInto(quarantine, keptName, parent, name, options);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    await copyBack(parts, saved, place, spot, options);
  }
  await parent.sync();
  await quarantine.sync();
  return { kind: 'restored' };
};

const isWhole = async (
  parts: FilesKeeperParts,
  parent: HeldFolder,
  name: Buffer,
  { path }: FilesItem,
  { entries }: SavedFiles,
): Promise<boolean> => {
  const tree = await surveyTree(parts.folders, parent, name, path);
  return tree.stays.length === 0 && differenceOf(entries, tree.entries) === undefined;
};

const forget = async ({ ours }: FilesKeeperParts, quarantine: HeldFolder): Promise<void> => {
  await clearTree(ours, quarantine, keptName);
  await quarantine.sync();
};

/** From another file system: a whole copy in a closed folder beside the place, which then moves there in one step. */
const copyBack = async (
  parts: FilesKeeperParts,
  { entries }: SavedFiles,
  place: Place,
  { parent, name, quarantine }: Spot,
  options: { readonly isFolder: boolean; readonly isAlone: boolean },
): Promise<void> => {
  const { tools, folders } = parts;
  if (tools === undefined) throw new Obstacle('no-tool', 'it lies on another volume');
  await onStage(folders, parent, stageName(place), async (staged) => {
    const job = { folders, tools, from: quarantine, fromName: keptName, to: staged, toName: keptName };
    await copyTree({ ...job, entries });
    const copy = await surveyTree(folders, staged, keptName, '');
    const difference = copy.stays[0]?.path ?? differenceOf(entries, copy.entries);
    if (difference !== undefined) throw new Obstacle('refused-by-system', difference);
    await placeInto(staged, keptName, parent, name, options);
  });
  await forget(parts, quarantine);
};
