import { isAtOrBelow } from '../../../core/catalogue/paths.ts';
import type { LeftoverEnd } from '../../../core/engine/journal.ts';
import { codeOf, isMissing } from '../../shared/why.ts';
import type { Handling, Keeper, Place, SurveyedAs } from '../../shared/quarantine/keeper.ts';
import { keeperOf } from '../../shared/quarantine/keeper.ts';
import { leftReasonOf } from '../../shared/quarantine/trouble.ts';
import { copyAside, discardPart, finishCopy, whyNotCopied } from './copy-aside.ts';
import { differenceOf, entryFrom, isTheOne } from './entry-record.ts';
import type { FilesItem, FilesKeeperParts, SavedFiles, Spot } from './files-saved.ts';
import { keptName, savedFilesSchema, setAside } from './files-saved.ts';
import { aroundOf } from './folder-times.ts';
import { guarded } from './guarded.ts';
import type { HeldEntry } from './held-entry.ts';
import { holding } from './held-entry.ts';
import { ancestorsOf, isThere, openFolder, placeOf } from './open-place.ts';
import { putFilesBack } from './put-files-back.ts';
import { surveyEntries } from './survey-entries.ts';

/** Takes files and folders: in one step where that goes, else as a copy that is the same in everything. */
export const filesKeeper = (parts: FilesKeeperParts): Keeper =>
  keeperOf<FilesItem, SavedFiles>({
    kind: 'files',
    isOf: (item): item is FilesItem => item.kind === 'files',
    saved: savedFilesSchema,
    survey: async (items) => {
      const surveyed: SurveyedAs<SavedFiles>[] = [];
      for (const item of items) surveyed.push(await surveyOne(parts, item));
      return surveyed;
    },
    handle: (item, saved) => handlingOf(parts, item, saved),
  });

const below = (path: string, entry: string): string => (entry === '' ? path : `${path}\\${entry}`);

const surveyOne = async (
  { drives, onDrive, quarantineFolder }: FilesKeeperParts,
  { path, root }: FilesItem,
): Promise<SurveyedAs<SavedFiles>> => {
  const { folder, name } = placeOf(path);
  try {
    return await holding(openFolder(drives, folder), async (parent): Promise<SurveyedAs<SavedFiles>> => {
      if (!isThere(parent, name)) return { kind: 'gone' };
      const { entries, stays } = await surveyEntries(parent, name, path);
      if (stays.length > 0) return { kind: 'stays', parts: stays };
      const around = parent.facts();
      const ours = await holding(openFolder(drives, onDrive(quarantineFolder)), (held) => held.facts());
      const way = ours.volume === around.volume ? 'move' : 'copy';
      const obstacle = way === 'copy' ? whyNotCopied(entries) : undefined;
      if (obstacle !== undefined)
        return { kind: 'stays', parts: [{ path: below(path, obstacle.message), why: obstacle.why }] };
      return {
        kind: 'ready',
        entries: entries.map((entry) => below(path, entry.path)),
        saved: {
          entries: [...entries],
          ancestors: ancestorsOf(drives, folder),
          ...(isAtOrBelow(folder, root) ? { around: entryFrom('', around, parent.security()) } : {}),
          way,
        },
      };
    });
  } catch (error) {
    if (isMissing(error)) return { kind: 'gone' };
    return { kind: 'stays', parts: [{ path, ...leftReasonOf(error) }] };
  }
};

const handlingOf = (parts: FilesKeeperParts, item: FilesItem, saved: SavedFiles): Handling => ({
  setAside: (place) => guarded(() => inPlace(parts, item, place, (spot) => setFilesAside(item, saved, spot))),
  settle: (place) => guarded(() => settleFiles(parts, item, saved, place)),
  putBack: (place) => putFilesBack(parts, item, saved, place),
  around: saved.around === undefined ? undefined : aroundOf(placeOf(item.path).folder, saved.around),
});

const inPlace = (
  { drives, onDrive }: FilesKeeperParts,
  { path }: FilesItem,
  place: Place,
  work: (spot: Spot) => Promise<LeftoverEnd>,
): Promise<LeftoverEnd> => {
  const { folder, name } = placeOf(path);
  return holding(openFolder(drives, onDrive(place.folder)), (quarantine) =>
    holding(openFolder(drives, folder), (parent) => work({ parent, name, quarantine })),
  );
};

const setFilesAside = async (item: FilesItem, saved: SavedFiles, spot: Spot): Promise<LeftoverEnd> => {
  const { parent, name, quarantine } = spot;
  const top = saved.entries[0];
  const moved = await holding(parent.into(name, 'take'), (held) => {
    // What is moved is what is held: nobody can exchange it any more.
    if (top === undefined || !isTheOne(top, held.facts())) return 'changed' as const;
    try {
      held.moveTo(quarantine, keptName);
      return 'moved' as const;
    } catch (error) {
      if (codeOf(error) !== 'EXDEV') throw error;
      return 'elsewhere' as const;
    }
  });
  switch (moved) {
    case 'changed':
      return { kind: 'left', why: 'changed', detail: item.path };
    case 'moved':
      return afterMove(item, saved, spot);
    case 'elsewhere':
      return copyAside(item, saved, spot);
  }
};

/**
 * Where nobody else can reach it any more: what was taken has to be what was surveyed, or it goes back at once. Only when
 * its name was taken by somebody meanwhile it stays here.
 */
const afterMove = async (
  item: FilesItem,
  saved: SavedFiles,
  { parent, name, quarantine }: Spot,
): Promise<LeftoverEnd> => {
  const tree = await surveyEntries(quarantine, keptName, item.path, { withoutContent: true });
  const difference =
    tree.stays[0]?.path ??
    differenceOf(saved.entries, tree.entries, { identity: true, withoutContent: true });
  if (difference === undefined || !(await movedBack(quarantine, parent, name))) return setAside(item, saved);
  return { kind: 'left', why: 'changed', detail: difference };
};

const movedBack = async (quarantine: HeldEntry, parent: HeldEntry, name: string): Promise<boolean> => {
  try {
    await holding(quarantine.into(keptName, 'take'), (held) => held.moveTo(parent, name));
    return true;
  } catch {
    return false;
  }
};

/** A kill came in between: it lies in its place, in the quarantine, or, while its copy replaces it, in both. */
const settleFiles = (
  parts: FilesKeeperParts,
  item: FilesItem,
  saved: SavedFiles,
  place: Place,
): Promise<LeftoverEnd> =>
  holding(openFolder(parts.drives, parts.onDrive(place.folder)), async (quarantine): Promise<LeftoverEnd> => {
    if (!isThere(quarantine, keptName)) {
      await discardPart(quarantine);
      return { kind: 'left', why: 'cancelled' };
    }
    const top = saved.entries[0];
    const kept = await holding(quarantine.into(keptName, 'look'), (held) => held.facts());
    const finish = top !== undefined && isTheOne(top, kept) ? afterMove : finishCopy;
    const { folder, name } = placeOf(item.path);
    try {
      return await holding(openFolder(parts.drives, folder), (parent) =>
        finish(item, saved, { parent, name, quarantine }),
      );
    } catch {
      // Without the folder that it came from there is nothing to finish: it is in the quarantine.
      return setAside(item, saved);
    }
  });
