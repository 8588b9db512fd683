import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Gap } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import type { Machine } from '../shared/machine.ts';
import { pathIn, thisMachine } from '../shared/machine.ts';
import { isMissing } from '../shared/why.ts';
import { gapOf } from './denial.ts';
import { homesOf } from './homes.ts';
import type { PlistDict } from './plist.ts';
import { readPlist, textIn } from './plist.ts';

/** Folders inside Applications: a vendor's own, and one more for a suite. */
const deepest = 3;

/**
 * Applications of the machine and of every person, by what their own Info.plist says. `name` is the name of the bundle
 * on the disk, which no translation changes. A Mac without a single application does not exist, so that is a failure.
 */
export const appsProbe = (machine: Machine = thisMachine): Probe<'apps'> => ({
  table: 'apps',
  read: async () => {
    const homes = await homesOf(machine);
    const bases = ['/Applications', ...homes.paths.map((home) => join(home, 'Applications'))];
    const gaps: Gap[] = [...homes.gaps];
    const found = await Promise.all(bases.map((base) => appsBelow(machine, base, gaps)));
    const rows = found.flat();
    if (rows.length > 0 || gaps.length > 0) return okReading(rows, gaps);
    return { kind: 'failed', why: 'no application at all could be found, not even those of macOS' };
  },
});

const appsBelow = async (
  machine: Machine,
  folder: string,
  gaps: Gap[],
  depth = 0,
): Promise<readonly Row<'apps'>[]> => {
  const rows: Row<'apps'>[] = [];
  for (const entry of await entriesOf(machine, folder, gaps)) {
    const path = join(folder, entry.name);
    const isBundle = /\.app$/i.test(entry.name);
    // A link to an application is how some installers put it here; a link to a folder could lead anywhere.
    if (!(entry.isDirectory() || (isBundle && (await leadsToFolder(machine, path, entry))))) continue;
    if (isBundle) rows.push(await appAt(machine, path, gaps));
    else if (depth < deepest && !entry.name.startsWith('.'))
      rows.push(...(await appsBelow(machine, path, gaps, depth + 1)));
  }
  return rows;
};

const entriesOf = async (machine: Machine, folder: string, gaps: Gap[]): Promise<readonly Dirent[]> => {
  try {
    return await readdir(pathIn(machine, folder), { withFileTypes: true });
  } catch (error) {
    if (!isMissing(error)) gaps.push(gapOf(folder, error));
    return [];
  }
};

const leadsToFolder = async (machine: Machine, path: string, entry: Dirent): Promise<boolean> => {
  if (!entry.isSymbolicLink()) return false;
  try {
    return (await stat(pathIn(machine, path))).isDirectory();
  } catch {
    return false;
  }
};

/** Usual applications first; those made for the iPad stand in a wrapper on Macs with Apple's processors. */
const infoPlists = ['Contents/Info.plist', 'WrappedBundle/Info.plist'];

const appAt = async (machine: Machine, path: string, gaps: Gap[]): Promise<Row<'apps'>> => {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.app$/i, '');
  for (const inner of infoPlists) {
    try {
      const info = await readPlist(pathIn(machine, join(path, inner)));
      return { name, path, ...(info === undefined ? {} : bundleFacts(info)) };
    } catch (error) {
      if (isMissing(error)) continue;
      gaps.push(gapOf(join(path, inner), error));
      return { name, path };
    }
  }
  // A bundle without the list is only a folder by that name; macOS starts nothing from it.
  return { name, path };
};

/** The id and version of any bundle: applications, extensions of the kernel. */
export const bundleFacts = (info: PlistDict): { readonly bundleId?: string; readonly version?: string } => {
  const bundleId = textIn(info, 'CFBundleIdentifier');
  const version = textIn(info, 'CFBundleShortVersionString') ?? textIn(info, 'CFBundleVersion');
  return { ...(bundleId === undefined ? {} : { bundleId }), ...(version === undefined ? {} : { version }) };
};
