import { readdir, stat, access, constants } from 'node:fs/promises';
import type { Gap } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import { gapKindOf, isMissing, whyOf } from '../shared/why.ts';
import type { Machine } from './machine.ts';
import { pathIn, readerBytes, readerTimeoutMs, troubleOf } from './machine.ts';

export type PackageRow = Row<'packages'>;

/** What one package manager answered. `unused`: its program is here, but it keeps no database on this machine. */
export type ManagerReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unused'; readonly why: string }
  | { readonly kind: 'ok'; readonly rows: readonly PackageRow[]; readonly gaps: readonly Gap[] }
  | { readonly kind: 'denied' | 'failed'; readonly why: string };

const adminFolder = '/var/lib/dpkg';

/** Tabs between, the free text last. dpkg-query itself turns the escapes into characters. */
const format =
  '${Package}\\t${Architecture}\\t${Version}\\t${db:Status-Want}\\t${db:Status-Status}\\t${Maintainer}\\n';

/**
 * Every package that dpkg knows, removed ones with configuration left (`config-files`) included.
 *
 * dpkg-query(1) answers a missing and an empty database with exit 0 and no line, and one that was cut off between two
 * packages with exit 0 and the first half. So the database is looked at beside the tool: it has to be there, to be
 * readable and to name something, and every package with a file list under `info` has to be in it.
 */
export const readDpkg = async (machine: Machine): Promise<ManagerReading> => {
  const database = await databaseOf(machine);
  if ('why' in database) return database;
  const result = await machine.exec({
    command: 'dpkg-query',
    args: [...adminOption(machine), '-W', `-f=${format}`],
    timeoutMs: readerTimeoutMs,
    keepBytes: readerBytes,
  });
  if (database.kind === 'missing') {
    if (result.kind === 'missing') return { kind: 'absent' };
    return { kind: 'unused', why: `dpkg is installed, but ${adminFolder}/status is missing` };
  }
  const trouble = troubleOf('dpkg-query', result);
  if (trouble !== undefined) return trouble;
  if (result.kind !== 'exited') return { kind: 'failed', why: 'dpkg-query gave no answer' };
  const parsed = parseDpkg(result.stdout.text);
  if (parsed.rows.length === 0)
    return { kind: 'failed', why: `dpkg-query lists no package although ${adminFolder}/status is there` };
  const gaps = [...unreadableGap('dpkg', parsed.unreadable), ...orphanGap(database.listed, parsed.names)];
  return { kind: 'ok', rows: parsed.rows, gaps };
};

const adminOption = (machine: Machine): string[] =>
  machine.root === '/' ? [] : [`--admindir=${pathIn(machine, adminFolder)}`];

type Database =
  | { readonly kind: 'there'; readonly listed: readonly string[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'denied' | 'failed'; readonly why: string };

const databaseOf = async (machine: Machine): Promise<Database> => {
  const status = pathIn(machine, `${adminFolder}/status`);
  const listed = await packagesWithFiles(machine);
  try {
    await access(status, constants.R_OK);
    await stat(status);
    return { kind: 'there', listed };
  } catch (error) {
    if (!isMissing(error)) return { kind: gapKindOf(error), why: `${status}: ${whyOf(error)}` };
    // File lists without a database: the database is lost, not unused.
    return listed.length === 0
      ? { kind: 'missing' }
      : { kind: 'failed', why: `${status} is missing although packages are installed` };
  }
};

/** Names of the packages that have a file list, without the architecture that a list's name may carry. */
const packagesWithFiles = async (machine: Machine): Promise<string[]> => {
  try {
    const names = await readdir(pathIn(machine, `${adminFolder}/info`));
    return names.flatMap((name) => (name.endsWith('.list') ? [name.slice(0, -5).split(':')[0] ?? ''] : []));
  } catch {
    // A second opinion only: the database itself has its own check.
    return [];
  }
};

const orphanGap = (listed: readonly string[], known: ReadonlySet<string>): Gap[] => {
  const orphans = listed.filter((name) => !known.has(name));
  if (orphans.length === 0) return [];
  const some = orphans.slice(0, 5).join(', ');
  const why = `the database does not name ${String(orphans.length)} packages that have installed files (${some})`;
  return [{ source: 'dpkg', kind: 'failed', why }];
};

export const unreadableGap = (manager: string, lines: number): Gap[] =>
  lines === 0
    ? []
    : [{ source: manager, kind: 'failed', why: `${String(lines)} lines of its answer could not be read` }];

interface ParsedPackages {
  readonly rows: readonly PackageRow[];
  readonly names: ReadonlySet<string>;
  /** Lines that are no package. */
  readonly unreadable: number;
}

export const parseDpkg = (text: string): ParsedPackages => {
  const rows: PackageRow[] = [];
  const names = new Set<string>();
  let unreadable = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [name = '', arch = '', version = '', want = '', status = '', ...maintainer] = line.split('\t');
    if (name === '' || status === '') {
      unreadable += 1;
      continue;
    }
    names.add(name);
    if (status === 'not-installed') continue;
    const publisher = maintainer.join('\t');
    rows.push({
      name,
      id: arch === '' ? name : `${name}:${arch}`,
      ...(version === '' ? {} : { version }),
      ...(publisher === '' ? {} : { publisher }),
      manager: 'dpkg',
      state: want === 'hold' && status === 'installed' ? 'on-hold' : status,
    });
  }
  return { rows, names, unreadable };
};
