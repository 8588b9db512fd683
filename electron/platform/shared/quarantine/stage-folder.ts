import { lstat, mkdir, rename } from 'node:fs/promises';
import { clearTree } from './clear-tree.ts';
import type { Folders, HeldFolder } from './held-folders.ts';
import { holding } from './held-folders.ts';
import type { Place } from './keeper.ts';
import { isThere } from './place-into.ts';
import { Obstacle } from './trouble.ts';

/** A folder of ours beside a place, closed to others, in which something is made before it gets its name in one step. */
export const stageName = ({ run, number }: Pick<Place, 'run' | 'number'>): Buffer =>
  Buffer.from(`.removal-assistant-${run}-${String(number)}`);

/** What an undo that was cut off has left there. Only what is ours and closed to others is taken away. */
export const clearStage = async (folders: Folders, parent: HeldFolder, stage: Buffer): Promise<void> => {
  if (!(await isThere(parent.at(stage)))) return;
  const info = await lstat(parent.at(stage), { bigint: true });
  const isOurs = info.isDirectory() && Number(info.uid) === process.geteuid?.();
  if (!isOurs) throw new Obstacle('refused-by-system', 'something of another user is in the way');
  await clearTree(folders, parent, stage);
};

/** Lends an empty stage for the time of `work`. What `work` leaves in it is taken away. */
export const onStage = async <T>(
  folders: Folders,
  parent: HeldFolder,
  stage: Buffer,
  work: (staged: HeldFolder) => Promise<T>,
): Promise<T> => {
  await clearStage(folders, parent, stage);
  await mkdir(parent.at(stage), 0o700);
  try {
    return await holding(folders.into(parent, stage), (staged) => {
      // Somebody could have put another one in its place since.
      if (Number(staged.info.uid) !== process.geteuid?.()) throw new Obstacle('link-in-path', staged.path);
      return work(staged);
    });
  } finally {
    await clearStage(folders, parent, stage).catch(() => undefined);
  }
};

/** Makes a folder with its owner and mode, all at once. Throws EEXIST when there is something of that name. */
export const makeFolder = (
  folders: Folders,
  parent: HeldFolder,
  name: Buffer,
  entry: Parameters<HeldFolder['own']>[0],
  stage: Buffer,
): Promise<void> =>
  onStage(folders, parent, stage, async (staged) => {
    await staged.own(entry);
    if (await isThere(parent.at(name))) throw Object.assign(new Error('occupied'), { code: 'EEXIST' });
    await rename(parent.at(stage), parent.at(name));
    await parent.sync();
  });
