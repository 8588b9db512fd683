import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Gap } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Interest, Probe } from '../../core/ports.ts';
import type { Machine } from '../shared/machine.ts';
import { pathIn, thisMachine } from '../shared/machine.ts';
import { readFiles } from '../shared/vendor-files.ts';
import { isMissing } from '../shared/why.ts';
import { gapOf, withFix } from './denial.ts';
import { homesOf } from './homes.ts';

/** Logs whose names carry a date lie here; no catalogue can name them, so all that lies here is told. */
const logFolder = '/var/log';

/**
 * What lies in the vendor's folders of the machine and of every person, which exact places exist, and the names of the
 * system's logs. A place that begins with `~` is looked for in every home.
 */
export const filesProbe = (machine: Machine = thisMachine): Probe<'files'> => ({
  table: 'files',
  read: async (interest) => {
    const homes = await homesOf(machine);
    const logs = await logFiles(machine);
    const wanted = inHomes(interest, homes.paths);
    const reading = await readFiles({
      roots: wanted.roots.map((path) => pathIn(machine, path)),
      exactPaths: [...wanted.exactPaths, ...logs.paths].map((path) => pathIn(machine, path)),
    });
    if (reading.kind !== 'ok') return reading;
    const gaps = (reading.gaps ?? []).map((gap) => withFix(gap));
    return okReading(reading.rows, [...homes.gaps, ...logs.gaps, ...gaps]);
  },
});

/** Every person's library has the same shape as the machine's. */
export const inHomes = (interest: Interest, homes: readonly string[]): Interest => {
  const libraries = interest.roots.filter((path) => path.startsWith('/Library/'));
  return {
    roots: [...interest.roots, ...homes.flatMap((home) => libraries.map((path) => join(home, path)))],
    exactPaths: interest.exactPaths.flatMap((path) =>
      path.startsWith('~/') ? homes.map((home) => join(home, path.slice(2))) : [path],
    ),
  };
};

const logFiles = async (
  machine: Machine,
): Promise<{ readonly paths: readonly string[]; readonly gaps: readonly Gap[] }> => {
  try {
    const names = await readdir(pathIn(machine, logFolder));
    return { paths: names.map((name) => join(logFolder, name)), gaps: [] };
  } catch (error) {
    return { paths: [], gaps: isMissing(error) ? [] : [gapOf(logFolder, error)] };
  }
};
