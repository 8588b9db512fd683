import { rename, statfs } from 'node:fs/promises';
import type { LeftoverEnd } from '../../../core/engine/journal.ts';
import { clearTree } from './clear-tree.ts';
import type { CopyTools } from './copy-tools.ts';
import { copyTree, whyNotCopied } from './copy-tree.ts';
import { deleteTree } from './delete-tree.ts';
import { differenceOf } from './entries.ts';
import type { FilesItem, FilesKeeperParts, SavedFiles, Spot } from './files-saved.ts';
import { keptName, setAside } from './files-saved.ts';
import type { HeldFolder } from './held-folders.ts';
import { surveyTree } from './survey-tree.ts';

const partName = Buffer.from('kept.part');
/** What a copy leaves free on the disk, in bytes. */
const reserve = 64 * 1024 * 1024;

/** Whatever a copy that was cut off has left. Only we can reach it. */
export const discardPart = ({ ours }: FilesKeeperParts, quarantine: HeldFolder): Promise<void> =>
  clearTree(ours, quarantine, partName);

/**
 * To another file system: a whole copy first, held against the survey, then the original away. The copy gets its name
 * when it is whole, so a kill before that has changed nothing, and a kill after it has lost nothing.
 */
export const copyAside = async (
  parts: FilesKeeperParts,
  tools: CopyTools,
  item: FilesItem,
  saved: SavedFiles,
  spot: Spot,
): Promise<LeftoverEnd> => {
  const { parent, name, quarantine } = spot;
  const { entries } = saved;
  const obstacle = whyNotCopied(entries);
  if (obstacle !== undefined) return { kind: 'left', why: obstacle.why, detail: obstacle.message };
  const bytes = entries.reduce((sum, { size = 0 }) => sum + size, 0);
  const { bavail, bsize } = await statfs(quarantine.here);
  if (bavail * bsize < bytes + reserve) return { kind: 'left', why: 'no-space' };
  await discardPart(parts, quarantine);
  try {
    const job = { tools, from: parent, fromName: name, to: quarantine, toName: partName, entries };
    await copyTree({ ...job, folders: parts.folders });
    const copy = await surveyTree(parts.ours, quarantine, partName, item.path);
    const original = await surveyTree(parts.folders, parent, name, item.path, { withoutContent: true });
    const difference =
      copy.stays[0]?.path ??
      differenceOf(entries, copy.entries) ??
      original.stays[0]?.path ??
      differenceOf(entries, original.entries, { identity: true, withoutContent: true });
    if (difference !== undefined) {
      await discardPart(parts, quarantine);
      return { kind: 'left', why: 'changed', detail: difference };
    }
  } catch (error) {
    await discardPart(parts, quarantine);
    throw error;
  }
  await rename(quarantine.at(partName), quarantine.at(keptName));
  await quarantine.sync();
  return finishCopy(parts, item, saved, spot);
};

/** The copy is whole: the original goes. What somebody changed in it meanwhile stays, and the next look tells it. */
export const finishCopy = async (
  { folders, tools }: FilesKeeperParts,
  item: FilesItem,
  saved: SavedFiles,
  { parent, name }: Spot,
): Promise<LeftoverEnd> => {
  // From here on it is set aside, whatever becomes of the original.
  await deleteTree(folders, parent, name, saved.entries).catch(() => undefined);
  await parent.sync().catch(() => undefined);
  const isKnown = (await tools?.keepsAttributes()) === true;
  return setAside(item, { ...saved, attributes: isKnown ? 'copied' : 'unknown' });
};
