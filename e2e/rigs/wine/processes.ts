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
