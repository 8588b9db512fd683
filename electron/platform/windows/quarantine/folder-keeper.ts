import { z } from 'zod';
import type { LeftoverEnd, RestoreEnd } from '../../../core/engine/journal.ts';
import type { LeftoverOf } from '../../../core/model/leftover.ts';
import type { Handling, Keeper, SurveyedAs } from '../../shared/quarantine/keeper.ts';
import { keeperOf } from '../../shared/quarantine/keeper.ts';
import { keptReasonOf, leftReasonOf } from '../../shared/quarantine/trouble.ts';
import { isMissing } from '../../shared/why.ts';
import { entryFrom, entrySchema, isTheOne, securityFrom } from './entry-record.ts';
import { aroundOf } from './folder-times.ts';
import { guarded } from './guarded.ts';
import type { Drives, HeldEntry } from './held-entry.ts';
import { holding } from './held-entry.ts';
import {
  ancestorsOf,
  ancestorsSchema,
  folderAgain,
  isThere,
  openAgain,
  openFolder,
  placeOf,
} from './open-place.ts';
import { isSameSecurity } from './security.ts';

type FolderItem = LeftoverOf<'empty-folder'>;

const savedFolderSchema = z.object({
  /** As it was before anything was taken out of it. */
  entry: entrySchema,
  ancestors: ancestorsSchema,
});
type SavedFolder = z.infer<typeof savedFolderSchema>;

/** Folders that products share: they go once nothing is in them, which the system itself sees to. */
export const folderKeeper = (drives: Drives): Keeper =>
  keeperOf<FolderItem, SavedFolder>({
    kind: 'empty-folder',
    isOf: (item): item is FolderItem => item.kind === 'empty-folder',
    saved: savedFolderSchema,
    survey: (items) => Promise.all(items.map((item) => surveyOne(drives, item))),
    handle: (item, saved) => handlingOf(drives, item, saved),
  });

const surveyOne = async (drives: Drives, { path }: FolderItem): Promise<SurveyedAs<SavedFolder>> => {
  const { folder, name } = placeOf(path);
  try {
    const ancestors = ancestorsOf(drives, folder);
    return await holding(openFolder(drives, folder), (parent) =>
      holding(parent.into(name, 'look'), (held): SurveyedAs<SavedFolder> => {
        const entry = entryFrom('', held.facts(), held.security());
        if (entry.type === 'link') return { kind: 'stays', parts: [{ path, why: 'link-in-path' }] };
        // Its times are given back, and a named part of a folder is more than that.
        const isPlain = entry.type === 'folder' && (held.streams() ?? []).length === 0;
        if (!isPlain) return { kind: 'stays', parts: [{ path, why: 'changed' }] };
        return { kind: 'ready', entries: [path], saved: { entry, ancestors } };
      }),
    );
  } catch (error) {
    if (isMissing(error)) return { kind: 'gone' };
    return { kind: 'stays', parts: [{ path, ...leftReasonOf(error) }] };
  }
};

const handlingOf = (drives: Drives, item: FolderItem, saved: SavedFolder): Handling => {
  const { folder, name } = placeOf(item.path);
  const take = async (parent: HeldEntry): Promise<LeftoverEnd> => {
    const isSame = await holding(parent.into(name, 'take'), (held) => {
      if (!isTheOne(saved.entry, held.facts())) return false;
      held.remove();
      return true;
    });
    if (!isSame) return { kind: 'left', why: 'changed' };
    return isThere(parent, name) ? { kind: 'left', why: 'busy' } : takenAway(item);
  };
  return {
    setAside: () => guarded(() => holding(openFolder(drives, folder), take)),
    // It is made again from what was written down, so it is set aside as soon as it is not there.
    settle: () =>
      guarded(async () => {
        try {
          return await holding(openFolder(drives, folder), (parent): LeftoverEnd =>
            isThere(parent, name) ? { kind: 'left', why: 'cancelled' } : takenAway(item),
          );
        } catch (error) {
          if (isMissing(error)) return takenAway(item);
          throw error;
        }
      }),
    putBack: () => putBack(drives, item, saved),
    around: aroundOf(item.path, saved.entry),
  };
};

const takenAway = ({ path }: FolderItem): LeftoverEnd => ({
  kind: 'set-aside',
  done: { what: path, kind: 'empty-folder', entries: 1 },
});

/** One that somebody made again is as good, if it is the same for everybody. */
const putBack = async (
  drives: Drives,
  { path }: FolderItem,
  { entry, ancestors }: SavedFolder,
): Promise<RestoreEnd> => {
  const { name } = placeOf(path);
  try {
    return await holding(
      openAgain(drives, path.slice(0, 2), ancestors),
      async (parent): Promise<RestoreEnd> => {
        folderAgain(parent, name, entry);
        const isAsGood = await holding(
          parent.into(name, 'look'),
          (held) =>
            held.facts().type === 'folder' &&
            isSameSecurity(held.security().descriptor, securityFrom(entry.security).descriptor),
        );
        return isAsGood ? { kind: 'restored' } : { kind: 'kept', why: 'occupied' };
      },
    );
  } catch (error) {
    return { kind: 'kept', ...keptReasonOf(error) };
  }
};
