import { readdir, realpath } from 'node:fs/promises';
import type { Gap } from '../../core/model/reading.ts';
import { gapKindOf, isMissing, whyOf } from '../shared/why.ts';
import type { ManagerReading, PackageRow } from './dpkg.ts';
import { unreadableGap } from './dpkg.ts';
import type { Machine } from './machine.ts';
import { pathIn, readerBytes, readerTimeoutMs, troubleOf } from './machine.ts';

/** Where distributions keep the database: Fedora and SUSE, then everyone before them. */
const usualFolders = ['/usr/lib/sysimage/rpm', '/var/lib/rpm'];
/** One file for each of rpm's formats: sqlite, ndb, Berkeley DB. */
const databaseFiles = ['rpmdb.sqlite', 'Packages.db', 'Packages'];

const format = '%{NAME}\\t%{ARCH}\\t%|EPOCH?{%{EPOCH}:}:{}|%{VERSION}-%{RELEASE}\\t%{VENDOR}\\n';

export type RpmDatabase =
  | { readonly kind: 'found'; readonly folder: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'denied' | 'failed'; readonly why: string };

/**
 * Finds the database without opening it. A plain `rpm -qa` creates one where there is none, and on Debian that is
 * `.rpmdb` in the user's home: a look must leave nothing behind. So rpm is asked for its folder, and is only ever
 * pointed (`--dbpath`) at a folder that has a database in it.
 */
export const findRpmDatabase = async (machine: Machine): Promise<RpmDatabase> => {
  const asked = await machine.exec({
    command: 'rpm',
    args: ['--eval', '%{_dbpath}'],
    timeoutMs: readerTimeoutMs,
  });
  const configured = asked.kind === 'exited' && asked.asExpected ? asked.stdout.text.trim() : '';
  const folders = configured.startsWith('/') ? [configured, ...usualFolders] : usualFolders;
  for (const folder of folders) {
    try {
      const names = await readdir(pathIn(machine, folder));
      if (!databaseFiles.some((name) => names.includes(name))) continue;
      if (asked.kind === 'missing')
        return { kind: 'failed', why: `rpm is missing, but ${folder} has its database` };
      const resolved = machine.root === '/' ? await realpath(folder) : folder;
      return { kind: 'found', folder: resolved };
    } catch (error) {
      if (!isMissing(error)) return { kind: gapKindOf(error), why: `${folder}: ${whyOf(error)}` };
    }
  }
  return { kind: asked.kind === 'missing' ? 'absent' : 'none' };
};

/** Every package in the rpm database. */
export const readRpm = async (machine: Machine): Promise<ManagerReading> => {
  const database = await findRpmDatabase(machine);
  if (database.kind === 'absent') return { kind: 'absent' };
  if (database.kind === 'none') return { kind: 'unused', why: 'rpm is installed, but has no database' };
  if (database.kind !== 'found') return database;
  const result = await machine.exec({
    command: 'rpm',
    args: ['--dbpath', pathIn(machine, database.folder), '-qa', '--qf', format],
    timeoutMs: readerTimeoutMs,
    keepBytes: readerBytes,
  });
  const trouble = troubleOf('rpm', result);
  if (trouble !== undefined) return trouble;
  if (result.kind !== 'exited') return { kind: 'failed', why: 'rpm gave no answer' };
  const parsed = parseRpm(result.stdout.text);
  return {
    kind: 'ok',
    rows: parsed.rows,
    gaps: [...unreadableGap('rpm', parsed.unreadable), ...skipped(result.stderr.text)],
  };
};

/** rpm skips damaged headers, says so in an error line and still ends with 0. */
const skipped = (errors: string): Gap[] => {
  const line = errors.split('\n').find((candidate) => candidate.startsWith('error:'));
  return line === undefined
    ? []
    : [{ source: 'rpm', kind: 'failed', why: line.slice('error:'.length).trim() }];
};

export const parseRpm = (
  text: string,
): { readonly rows: readonly PackageRow[]; readonly unreadable: number } => {
  const rows: PackageRow[] = [];
  let unreadable = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [name = '', arch = '', version = '', ...vendor] = line.split('\t');
    if (name === '' || version === '') {
      unreadable += 1;
      continue;
    }
    const publisher = given(vendor.join('\t'));
    rows.push({
      name,
      id: given(arch) === undefined ? name : `${name}:${arch}`,
      version,
      ...(publisher === undefined ? {} : { publisher }),
      manager: 'rpm',
      state: 'installed',
    });
  }
  return { rows, unreadable };
};

/** rpm writes `(none)` for a tag that a package does not have. */
const given = (value: string): string | undefined => (value === '' || value === '(none)' ? undefined : value);
