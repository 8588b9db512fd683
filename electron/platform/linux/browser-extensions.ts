import { okReading } from '../../core/model/reading.ts';
import type { Probe } from '../../core/ports.ts';
import { readBrowserExtensions } from '../shared/browser-extensions.ts';
import { homeFolders } from './homes.ts';
import type { Machine } from './machine.ts';
import { pathIn, thisMachine } from './machine.ts';

/** Browser extensions of every person with a home here; homes that are closed to us are gaps. */
export const browserExtensionsProbe = (machine: Machine = thisMachine): Probe<'browserExtensions'> => ({
  table: 'browserExtensions',
  read: async () => {
    const homes = await homeFolders(machine);
    const found = await Promise.all(
      homes.map((home) => readBrowserExtensions(pathIn(machine, home), 'linux')),
    );
    return okReading(
      found.flatMap((each) => each.rows),
      found.flatMap((each) => each.gaps),
    );
  },
});
