import { lstat, rename } from 'node:fs/promises';
import type { LeftoverEnd, RestoreEnd } from '../../../core/engine/journal.ts';
import type { StayingPart, SurveyDepth } from '../../../core/ports.ts';
import { codeOf, isMissing } from '../why.ts';
import { ancestorsOf } from './ancestors.ts';
import { copyAside, discardPart, finishCopy } from './copy-aside.ts';
import { whyNotCopied } from './copy-tree.ts';
import { differenceOf } from './entries.ts';
import type { FilesItem, FilesKeeperParts, SavedFiles, Spot } from './files-saved.ts';
import { keptName, savedFilesSchema, setAside } from './files-saved.ts';
import type { HeldFolder } from './held-folders.ts';
import { holding, placeOf } from './held-folders.ts';
import type { Handling, Keeper, Place, SurveyedAs } from './keeper.ts';
import { keeperOf } from './keeper.ts';
import { isThere, placeInto } from './place-into.ts';
import { putFilesBack } from './put-back.ts';
import { surveyTree } from './survey-tree.ts';
import { leftReasonOf } from './trouble.ts';

/** Takes files and folders: in one step where that goes, else as a copy that is the same in everything. */
export const filesKeeper = (parts: FilesKeeperParts): Keeper =>
  keeperOf<FilesItem, SavedFiles>({
    kind: 'files',
    isOf: (item): item is FilesItem => item.kind === 'files',
    saved: savedFilesSchema,
    survey: (items, depth) => surveyAll(parts, items, depth),
    handle: (item, saved) => handlingOf(parts, item, saved),
  });

const surveyAll = async (
  parts: FilesKeeperParts,
  items: readonly FilesItem[],
  depth: SurveyDepth,
): Promise<readonly SurveyedAs<SavedFiles>[]> => {
  const surveyed: SurveyedAs<SavedFiles>[] = [];
  for (const item of items) surveyed.push(await surveyOne(parts, item, depth));
  if (parts.owners === undefined) return surveyed;
  const paths = surveyed.flatMap((each) => (each.kind === 'ready' ? each.entries : []));
  const owners = await parts.owners(paths);
  return surveyed.map((each, at) => {
    if (each.kind !== 'ready') return each;
    const path = items[at]?.path ?? '';
    if (owners.kind === 'failed')
      return { kind: 'stays', parts: [{ path, why: 'could-not-look', detail: owners.why }] };
    const owned = each.entries.filter((entry) => owners.owned.has(entry));
    const stay = (entry: string): StayingPart => ({
      path: entry,
      why: 'package-file',
      detail: owners.owned.get(entry) ?? '',
    });
    return owned.length === 0 ? each : { kind: 'stays', parts: owned.map(stay) };
  });
};

const surveyOne = async (
  parts: FilesKeeperParts,
  { path, root }: FilesItem,
  depth: SurveyDepth,
): Promise<SurveyedAs<SavedFiles>> => {
  const { folder, name } = placeOf(path);
  try {
    const isMounted = await parts.mounts?.();
    return await holding(parts.folders.open(folder), async (parent): Promise<SurveyedAs<SavedFiles>> => {
      if (!(await isThere(parent.at(name)))) return { kind: 'gone' };
      const { entries, stays } = await surveyTree(parts.folders, parent, name, path, {
        isMounted,
        withoutContent: depth === 'glance',
      });
      if (stays.length > 0) return { kind: 'stays', parts: stays };
      const way = await wayOf(parts, parent);
      const obstacle = way === 'copy' ? whyNotCopied(entries) : undefined;
      if (obstacle !== undefined)
        return { kind: 'stays', parts: [{ path: below(path, obstacle.message), why: obstacle.why }] };
      if (way === 'copy' && parts.tools === undefined)
        return { kind: 'stays', parts: [{ path, why: 'no-tool', detail: 'it lies on another volume' }] };
      const keeps = way === 'copy' && (await parts.tools?.keepsAttributes()) === true;
      return {
        kind: 'ready',
        entries: entries.map((entry) => below(path, entry.path)),
        bytes: entries.reduce((sum, { size }) => sum + (size ?? 0), 0),
        saved: {
          entries: [...entries],
          ancestors: await ancestorsOf(parts.folders, folder),
          ...(folder === root || folder.startsWith(`${root}/`) ? { around: timesOf(parent) } : {}),
          way,
          attributes: way === 'move' ? 'moved' : keeps ? 'copied' : 'unknown',
        },
      };
    });
  } catch (error) {
    if (isMissing(error)) return { kind: 'gone' };
    return { kind: 'stays', parts: [{ path, ...leftReasonOf(error) }] };
  }
};

const below = (path: string, entry: string): string => (entry === '' ? path : `${path}/${entry}`);

const timesOf = ({ info }: HeldFolder): NonNullable<SavedFiles['around']> => ({
  device: String(info.dev),
  number: String(info.ino),
  modified: String(info.mtimeNs),
  read: String(info.atimeNs),
});

const wayOf = async ({ quarantineFolder }: FilesKeeperParts, parent: HeldFolder): Promise<'move' | 'copy'> =>
  (await lstat(quarantineFolder, { bigint: true })).dev === parent.info.dev ? 'move' : 'copy';

const handlingOf = (parts: FilesKeeperParts, item: FilesItem, saved: SavedFiles): Handling => ({
  setAside: (place) =>
    guarded(() => inPlace(parts, item, place, (at) => setFilesAside(parts, item, saved, at))),
  settle: (place) => guarded(() => settleFiles(parts, item, saved, place)),
  putBack: (place): Promise<RestoreEnd> => putFilesBack(parts, item, saved, place),
  around: saved.around === undefined ? undefined : { path: placeOf(item.path).folder, ...saved.around },
});

const inPlace = (
  { folders, ours }: FilesKeeperParts,
  { path }: FilesItem,
  place: Place,
  work: (spot: Spot) => Promise<LeftoverEnd>,
): Promise<LeftoverEnd> => {
  const { folder, name } = placeOf(path);
  return holding(ours.open(place.folder), (quarantine) =>
    holding(folders.open(folder), (parent) => work({ parent, name, quarantine })),
  );
};

const guarded = async (work: () => Promise<LeftoverEnd>): Promise<LeftoverEnd> => {
  try {
    return await work();
  } catch (error) {
    return { kind: 'left', ...leftReasonOf(error) };
  }
};

const setFilesAside = async (
  parts: FilesKeeperParts,
  item: FilesItem,
  saved: SavedFiles,
  spot: Spot,
): Promise<LeftoverEnd> => {
  const isMounted = await parts.mounts?.();
  const mounted = saved.entries.find(({ path }) => isMounted?.(below(item.path, path)) === true);
  if (mounted !== undefined) return { kind: 'left', why: 'mounted', detail: mounted.path };
  if (!(await isTheOne(spot, saved))) return { kind: 'left', why: 'changed', detail: item.path };
  if (saved.way === 'move')
    try {
      await rename(spot.parent.at(spot.name), spot.quarantine.at(keptName));
      return await afterMove(parts, item, saved, spot);
    } catch (error) {
      // One file system with two halves: an overlay moves no folder that lies in its lower one.
      if (codeOf(error) !== 'EXDEV') throw error;
    }
  if (parts.tools === undefined) return { kind: 'left', why: 'no-tool', detail: 'it lies on another volume' };
  return copyAside(parts, parts.tools, item, saved, spot);
};

const isTheOne = async ({ parent, name }: Spot, { entries }: SavedFiles): Promise<boolean> => {
  const info = await lstat(parent.at(name), { bigint: true });
  const top = entries[0];
  return String(info.dev) === top?.device && String(info.ino) === top.number;
};

/**
 * Where nobody else can reach it any more: what was taken has to be what was surveyed, or it goes back at once. Only when
 * its name was taken by somebody meanwhile it stays here.
 */
const afterMove = async (
  parts: FilesKeeperParts,
  item: FilesItem,
  saved: SavedFiles,
  { parent, name, quarantine }: Spot,
): Promise<LeftoverEnd> => {
  const tree = await surveyTree(parts.ours, quarantine, keptName, item.path, { withoutContent: true });
  const difference =
    tree.stays[0]?.path ??
    differenceOf(saved.entries, tree.entries, { identity: true, withoutContent: true });
  if (difference !== undefined) {
    const options = { isFolder: tree.entries[0]?.type === 'folder', isAlone: parts.folders.areOurs };
    const isBack = await placeInto(quarantine, keptName, parent, name, options).then(
      () => true,
      () => false,
    );
    if (isBack) return { kind: 'left', why: 'changed', detail: difference };
  }
  await parent.sync().catch(() => undefined);
  await quarantine.sync().catch(() => undefined);
  return setAside(item, saved);
};

/** A kill came in between: it lies in its place, in the quarantine, or, while its copy replaces it, in both. */
const settleFiles = (
  parts: FilesKeeperParts,
  item: FilesItem,
  saved: SavedFiles,
  place: Place,
): Promise<LeftoverEnd> =>
  holding(parts.ours.open(place.folder), async (quarantine): Promise<LeftoverEnd> => {
    if (!(await isThere(quarantine.at(keptName)))) {
      await discardPart(parts, quarantine);
      return { kind: 'left', why: 'cancelled' };
    }
    const kept = await lstat(quarantine.at(keptName), { bigint: true });
    const top = saved.entries[0];
    const wasMoved = String(kept.ino) === top?.number && String(kept.dev) === top.device;
    const finish = wasMoved ? afterMove : finishCopy;
    const { folder, name } = placeOf(item.path);
    const work = (parent: HeldFolder): Promise<LeftoverEnd> =>
      finish(parts, item, saved, { parent, name, quarantine });
    // Without the folder that it came from there is nothing to finish: it is in the quarantine.
    return holding(parts.folders.open(folder), work).catch(() => setAside(item, saved));
  });
