import { lstat, rmdir } from 'node:fs/promises';
import { z } from 'zod';
import type { LeftoverEnd, RestoreEnd } from '../../../core/engine/journal.ts';
import type { LeftoverOf } from '../../../core/model/leftover.ts';
import { codeOf, isMissing } from '../why.ts';
import { ancestorsOf, ancestorsSchema, openAgain } from './ancestors.ts';
import { entryOf, entrySchema } from './entries.ts';
import type { FilesKeeperParts } from './files-saved.ts';
import { holding, placeOf } from './held-folders.ts';
import type { HeldFolder } from './held-folders.ts';
import type { Handling, Keeper, SurveyedAs } from './keeper.ts';
import { keeperOf } from './keeper.ts';
import { isThere } from './place-into.ts';
import { makeFolder, stageName } from './stage-folder.ts';
import { keptReasonOf, leftReasonOf } from './trouble.ts';

type FolderItem = LeftoverOf<'empty-folder'>;
type Parts = Pick<FilesKeeperParts, 'folders' | 'mounts'>;

const savedFolderSchema = z.object({
  /** As it was before anything was taken out of it. */
  entry: entrySchema,
  ancestors: ancestorsSchema,
});
type SavedFolder = z.infer<typeof savedFolderSchema>;

/** Folders that products share: they go once nothing is in them, which the system itself sees to. */
export const folderKeeper = (parts: Parts): Keeper =>
  keeperOf<FolderItem, SavedFolder>({
    kind: 'empty-folder',
    isOf: (item): item is FolderItem => item.kind === 'empty-folder',
    saved: savedFolderSchema,
    survey: (items) => Promise.all(items.map((item) => surveyOne(parts, item))),
    handle: (item, saved) => handlingOf(parts, item, saved),
  });

const surveyOne = async (
  { folders, mounts }: Parts,
  { path }: FolderItem,
): Promise<SurveyedAs<SavedFolder>> => {
  const { folder, name } = placeOf(path);
  try {
    const isMounted = await mounts?.();
    if (isMounted?.(path) === true) return { kind: 'stays', parts: [{ path, why: 'mounted' }] };
    const ancestors = await ancestorsOf(folders, folder);
    return await holding(folders.open(folder), async (parent): Promise<SurveyedAs<SavedFolder>> => {
      const entry = entryOf('', await lstat(parent.at(name), { bigint: true }));
      if (entry?.type !== 'folder') return { kind: 'stays', parts: [{ path, why: 'changed' }] };
      return { kind: 'ready', entries: [path], saved: { entry, ancestors } };
    });
  } catch (error) {
    if (isMissing(error)) return { kind: 'gone' };
    return { kind: 'stays', parts: [{ path, ...leftReasonOf(error) }] };
  }
};

const handlingOf = (parts: Parts, item: FolderItem, saved: SavedFolder): Handling => {
  const { folder, name } = placeOf(item.path);
  const take = async (parent: HeldFolder): Promise<LeftoverEnd> => {
    const now = entryOf('', await lstat(parent.at(name), { bigint: true }));
    if (now?.number !== saved.entry.number || now.device !== saved.entry.device)
      return { kind: 'left', why: 'changed' };
    await rmdir(parent.at(name));
    await parent.sync().catch(() => undefined);
    return takenAway(item);
  };
  return {
    setAside: () => guarded(() => holding(parts.folders.open(folder), take)),
    // It is made again from what was written down, so it is set aside as soon as it is not there.
    settle: () =>
      guarded(() =>
        holding(parts.folders.open(folder), async (parent): Promise<LeftoverEnd> => {
          await lstat(parent.at(name));
          return { kind: 'left', why: 'cancelled' };
        }).catch((error: unknown) => {
          if (isMissing(error)) return takenAway(item);
          throw error;
        }),
      ),
    putBack: (place) => putBack(parts, name, saved, stageName(place)),
    around: { ...saved.entry, path: item.path },
  };
};

const takenAway = ({ path }: FolderItem): LeftoverEnd => ({
  kind: 'set-aside',
  done: { what: path, kind: 'empty-folder', entries: 1 },
});

const guarded = async (work: () => Promise<LeftoverEnd>): Promise<LeftoverEnd> => {
  try {
    return await work();
  } catch (error) {
    const isFull = codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST';
    return isFull ? { kind: 'left', why: 'not-empty' } : { kind: 'left', ...leftReasonOf(error) };
  }
};

/** One that somebody made again is as good, if it is the same for everybody. */
const putBack = async (
  { folders }: Parts,
  name: Buffer,
  { entry, ancestors }: SavedFolder,
  stage: Buffer,
): Promise<RestoreEnd> => {
  try {
    return await holding(openAgain(folders, ancestors, stage), async (parent): Promise<RestoreEnd> => {
      if (!(await isThere(parent.at(name)))) {
        await makeFolder(folders, parent, name, entry, stage);
        return { kind: 'restored' };
      }
      const now = entryOf('', await lstat(parent.at(name), { bigint: true }));
      const isAsGood =
        now !== undefined &&
        (['type', 'mode', 'uid', 'gid'] as const).every((field) => now[field] === entry[field]);
      return isAsGood ? { kind: 'restored' } : { kind: 'kept', why: 'occupied' };
    });
  } catch (error) {
    return { kind: 'kept', ...keptReasonOf(error) };
  }
};
