import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Gap, Reading } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import { gapKindOf, isMissing, whyOf } from '../shared/why.ts';
import type { Machine } from './machine.ts';
import { pathIn, thisMachine } from './machine.ts';
import type { PackageSource } from './source-parsers.ts';
import { parseDeb822, parseRepoFile, parseSourcesList } from './source-parsers.ts';

/** Where the package managers get packages from: a source of the vendor would bring its product back. */
export const packageSourcesProbe = (machine: Machine = thisMachine): Probe<'packageSources'> => ({
  table: 'packageSources',
  read: () => readPackageSources(machine),
});

type SourceRow = Row<'packageSources'>;

interface Place {
  readonly manager: string;
  /** A folder of files, or one file. */
  readonly path: string;
  /** Which of a folder's files the manager reads; undefined: the path is a file itself. */
  readonly names?: RegExp;
  readonly parse: (text: string) => readonly PackageSource[];
}

/** The managers' own places: sources.list(5), yum.conf(5), dnf.conf(5) with its `reposdir`, zypper(8). */
const places: readonly Place[] = [
  { manager: 'apt', path: '/etc/apt/sources.list', parse: parseSourcesList },
  { manager: 'apt', path: '/etc/apt/sources.list.d', names: /^[\w.-]+\.list$/, parse: parseSourcesList },
  { manager: 'apt', path: '/etc/apt/sources.list.d', names: /^[\w.-]+\.sources$/, parse: parseDeb822 },
  { manager: 'yum', path: '/etc/yum.conf', parse: parseRepoFile },
  { manager: 'yum', path: '/etc/dnf/dnf.conf', parse: parseRepoFile },
  { manager: 'yum', path: '/etc/yum.repos.d', names: /\.repo$/, parse: parseRepoFile },
  { manager: 'yum', path: '/etc/yum/repos.d', names: /\.repo$/, parse: parseRepoFile },
  { manager: 'yum', path: '/etc/distro.repos.d', names: /\.repo$/, parse: parseRepoFile },
  { manager: 'zypper', path: '/etc/zypp/repos.d', names: /\.repo$/, parse: parseRepoFile },
];

export const readPackageSources = async (machine: Machine): Promise<Reading<SourceRow>> => {
  const found = await Promise.all(places.map((place) => readPlace(machine, place)));
  if (found.every((each) => each === 'missing'))
    return { kind: 'not-applicable', why: 'neither apt nor yum nor zypper has sources here' };
  const rows: SourceRow[] = [];
  const gaps = new Map<string, Gap>();
  for (const each of found) {
    if (each === 'missing') continue;
    rows.push(...each.rows);
    // Two kinds of file in one folder: its refusal is said once.
    for (const gap of each.gaps) gaps.set(gap.source, gap);
  }
  return okReading(rows, [...gaps.values()]);
};

interface Found {
  readonly rows: readonly SourceRow[];
  readonly gaps: readonly Gap[];
}

const readPlace = async (machine: Machine, place: Place): Promise<Found | 'missing'> => {
  const { path, names } = place;
  if (names === undefined) {
    const found = await readSource(machine, place, path);
    return found.rows.length + found.gaps.length === 0 && found.missing ? 'missing' : found;
  }
  try {
    const files = (await readdir(pathIn(machine, path))).filter((name) => names.test(name)).toSorted();
    const found = await Promise.all(files.map((name) => readSource(machine, place, join(path, name))));
    return { rows: found.flatMap((each) => each.rows), gaps: found.flatMap((each) => each.gaps) };
  } catch (error) {
    if (isMissing(error)) return 'missing';
    return { rows: [], gaps: [{ source: path, kind: gapKindOf(error), why: whyOf(error) }] };
  }
};

const readSource = async (
  machine: Machine,
  { manager, parse }: Place,
  path: string,
): Promise<Found & { readonly missing: boolean }> => {
  try {
    const sources = parse(await readFile(pathIn(machine, path), 'utf8'));
    const rows = sources.map(({ address, enabled }) => ({
      path,
      address: withoutPassword(address),
      manager,
      state: enabled ? 'enabled' : 'disabled',
    }));
    return { rows, gaps: [], missing: false };
  } catch (error) {
    if (isMissing(error)) return { rows: [], gaps: [], missing: true };
    return {
      rows: [],
      gaps: [{ source: path, kind: gapKindOf(error), why: whyOf(error) }],
      missing: false,
    };
  }
};

/** A company's mirror may carry a name and password in its address; they are nobody's business in a report. */
const withoutPassword = (address: string): string =>
  address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#\s]*@/i, '$1');
