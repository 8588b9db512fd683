import { readdirSync, readFileSync } from 'node:fs';

import type { Machine } from './machine';

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
};

/** The numbers, on this machine, of a machine's processes whose command line has all of these words, in lower case. */
export const processesOf = (machine: Machine, ...words: readonly string[]): readonly number[] => {
  const own = `WINEPREFIX=${machine.at('C:\\rig').replace(/\/drive_c\/.*$/, '')}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const line = textOf(`/proc/${pid}/cmdline`).toLowerCase();
      return words.every((word) => line.includes(word));
    })
    .filter((pid) => textOf(`/proc/${pid}/environ`).split('\0').includes(own))
    .map(Number);
};

/** How long a process may take from its making to its first own step, on however busy a machine. In milliseconds. */
const birthMs = 10_000;

/**
 * Tells, for one process at a time and over several looks, that it will never do anything. Windows makes a process
 * suspended and starts it in a second step: who is killed between the two leaves one behind that has loaded nothing.
 */
export const stillbirths = (): ((pid: number) => boolean) => {
  const unbornSince = new Map<number, number>();
  return (pid) => {
    if (/kernel32\.dll$/m.test(textOf(`/proc/${pid}/maps`).toLowerCase())) return false;
    const since = unbornSince.get(pid) ?? Date.now();
    unbornSince.set(pid, since);
    return Date.now() - since > birthMs;
  };
};
