import { lstat, readdir } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
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
import { arrayIn, readPlist, textIn } from './plist.ts';

/** The words of launchd: `system` for daemons, `gui` for agents of every person, `user` for those of one. */
type Domain = 'system' | 'gui' | 'user';

/**
 * What launchd starts, from the property lists themselves: that way what is switched off or belongs to a person who is
 * not signed in is seen too. A folder that is missing has no items.
 */
export const launchItemsProbe = (machine: Machine = thisMachine): Probe<'launchItems'> => ({
  table: 'launchItems',
  read: async () => {
    const homes = await homesOf(machine);
    const gaps: Gap[] = [...homes.gaps];
    const folders: readonly (readonly [string, Domain])[] = [
      ['/Library/LaunchDaemons', 'system'],
      ['/Library/LaunchAgents', 'gui'],
      ...homes.paths.map((home) => [join(home, 'Library/LaunchAgents'), 'user'] as const),
    ];
    const found = await Promise.all(
      folders.map(([folder, domain]) => itemsIn(machine, folder, domain, gaps)),
    );
    return okReading(found.flat(), gaps);
  },
});

const itemsIn = async (
  machine: Machine,
  folder: string,
  domain: Domain,
  gaps: Gap[],
): Promise<readonly Row<'launchItems'>[]> => {
  try {
    const names = await readdir(pathIn(machine, folder));
    const lists = names.filter((name) => /\.plist$/i.test(name) && !name.startsWith('.'));
    return await Promise.all(lists.map((name) => itemAt(machine, folder, name, domain, gaps)));
  } catch (error) {
    if (!isMissing(error)) gaps.push(gapOf(folder, error));
    return [];
  }
};

/** What cannot be read is named after its file, which by custom is its label, and is a gap. */
const itemAt = async (
  machine: Machine,
  folder: string,
  name: string,
  domain: Domain,
  gaps: Gap[],
): Promise<Row<'launchItems'>> => {
  const path = join(folder, name);
  const named = { label: name.replace(/\.plist$/i, ''), path, domain };
  try {
    const item = (await readPlist(pathIn(machine, path))) ?? {};
    const program = programOf(item);
    return {
      ...named,
      label: textIn(item, 'Label') ?? named.label,
      ...(program === undefined ? {} : { program, ...(await stateOf(machine, program)) }),
    };
  } catch (error) {
    // A link whose target has gone starts nothing, like the list of a program that has gone.
    if (isMissing(error)) return { ...named, state: 'file-missing' };
    gaps.push(gapOf(path, error));
    return named;
  }
};

/** launchd.plist(5): `Program`, else the first of `ProgramArguments`; an application's own helper says `BundleProgram`. */
const programOf = (item: PlistDict): string | undefined => {
  const first = arrayIn(item, 'ProgramArguments')[0];
  return (
    textIn(item, 'Program') ??
    (typeof first === 'string' && first !== '' ? first : undefined) ??
    textIn(item, 'BundleProgram')
  );
};

const stateOf = async (machine: Machine, program: string): Promise<{ readonly state?: string }> => {
  if (!isAbsolute(program)) return {};
  try {
    await lstat(pathIn(machine, program));
    return {};
  } catch (error) {
    return isMissing(error) ? { state: 'file-missing' } : {};
  }
};
