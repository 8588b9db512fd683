import type { FolderTimes } from '../../shared/quarantine/keeper.ts';
import type { SavedEntry } from './entry-record.ts';
import { isTheOne } from './entry-record.ts';
import type { Drives } from './held-entry.ts';
import { holding } from './held-entry.ts';
import { openFolder, placeOf } from './open-place.ts';

/** The times of a folder as the quarantine tells them, in 100 ns steps since 1601. */
export const aroundOf = (path: string, { written, read, volume, number }: SavedEntry): FolderTimes => ({
  path,
  modified: written,
  read,
  device: volume,
  number,
});

/**
 * Folders get the times back that they had before anything was taken out of them. `told` in the order in which things
 * were taken: of a folder the first word counts. `remade`: folders that were made again, by their paths.
 */
export const giveTimesBack = async (
  drives: Drives,
  told: readonly FolderTimes[],
  remade: ReadonlySet<string>,
): Promise<void> => {
  const done = new Set<string>();
  for (const times of told) {
    if (done.has(times.path)) continue;
    done.add(times.path);
    // Whoever stands in the way of this stands in the way of a time only.
    await giveBack(drives, times, remade.has(times.path)).catch(() => undefined);
  }
};

const giveBack = async (drives: Drives, times: FolderTimes, isRemade: boolean): Promise<void> => {
  const { folder, name } = placeOf(times.path);
  await holding(openFolder(drives, folder), (parent) =>
    holding(parent.into(name, 'change'), (held) => {
      const facts = held.facts();
      const isSame = isTheOne({ volume: times.device, number: times.number }, facts);
      if (facts.type === 'folder' && (isSame || isRemade))
        held.stamp({ ...facts, written: BigInt(times.modified), read: BigInt(times.read) });
    }),
  );
};
