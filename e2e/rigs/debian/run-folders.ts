import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { removeCgroups } from './cgroups';
import { runsRoot } from './paths';
import { identify, isAlive, type ProcessIdentity } from './processes';

/** Says whose a run folder is: nothing is ever ended or deleted that no such marker names. */
interface Marker {
  readonly owner: ProcessIdentity;
  readonly supervisor?: ProcessIdentity;
}

const markerOf = (id: string): string => join(runsRoot(), id, 'owner.json');

export const makeRunFolder = (id: string): string => {
  const folder = join(runsRoot(), id);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  writeMarker(id);
  return folder;
};

export const writeMarker = (id: string, supervisorPid?: number): void => {
  const owner = identify(process.pid);
  const supervisor = supervisorPid === undefined ? undefined : identify(supervisorPid);
  if (owner === undefined) throw new Error('This process could not be found in /proc.');
  const marker: Marker = { owner, ...(supervisor ? { supervisor } : {}) };
  writeFileSync(markerOf(id), JSON.stringify(marker));
};

export const dropRunFolder = async (id: string): Promise<void> => {
  await removeCgroups(id);
  rmSync(join(runsRoot(), id), { recursive: true, force: true });
};

const isIdentity = (value: unknown): value is ProcessIdentity =>
  typeof value === 'object' &&
  value !== null &&
  'pid' in value &&
  typeof value.pid === 'number' &&
  'started' in value &&
  typeof value.started === 'string';

const readMarker = (id: string): Marker | undefined => {
  try {
    const value: unknown = JSON.parse(readFileSync(markerOf(id), 'utf8'));
    if (typeof value !== 'object' || value === null || !('owner' in value) || !isIdentity(value.owner))
      return undefined;
    const supervisor = 'supervisor' in value && isIdentity(value.supervisor) ? value.supervisor : undefined;
    return { owner: value.owner, ...(supervisor ? { supervisor } : {}) };
  } catch {
    return undefined;
  }
};

/**
 * Cleans up after runs whose test process is gone. Their hosts died with it (the kernel saw to that), so what is
 * left is an empty folder and empty cgroups; a supervisor that is still there is ended by its exact identity.
 */
export const sweepDeadRuns = async (): Promise<void> => {
  if (!existsSync(runsRoot())) return;
  for (const id of readdirSync(runsRoot())) {
    const marker = readMarker(id);
    if (marker === undefined || isAlive(marker.owner)) continue;
    if (marker.supervisor !== undefined && isAlive(marker.supervisor))
      process.kill(marker.supervisor.pid, 'SIGKILL');
    await dropRunFolder(id);
  }
};
