import { readdir } from 'node:fs/promises';
import type { Gap } from '../../core/model/reading.ts';
import { gapKindOf, isMissing, whyOf } from '../shared/why.ts';
import type { ManagerReading, PackageRow } from './dpkg.ts';
import { unreadableGap } from './dpkg.ts';
import type { Machine } from './machine.ts';
import { pathIn, readerBytes, readerTimeoutMs, troubleOf } from './machine.ts';

/** One file for each revision, `NAME_REVISION.snap`; anyone may list them, also where snapd itself is broken. */
const snapsFolder = '/var/lib/snapd/snaps';

/**
 * Installed snaps. The files say which there are; `snap list` adds version and publisher. Without a file nothing is
 * asked: the question would start snapd on a machine that does not use it.
 */
export const readSnap = async (machine: Machine): Promise<ManagerReading> => {
  const files = await snapFiles(machine);
  if ('kind' in files) return files;
  if (files.names.length === 0) return { kind: 'ok', rows: [], gaps: [] };
  const result = await machine.exec({
    command: 'snap',
    args: ['list', '--unicode=never', '--color=never'],
    timeoutMs: readerTimeoutMs,
    keepBytes: readerBytes,
  });
  const trouble = troubleOf('snap', result);
  const listed =
    trouble === undefined && result.kind === 'exited' ? parseSnap(result.stdout.text) : undefined;
  const rows = listed?.rows ?? [];
  const known = new Set(rows.map((row) => row.name));
  const unlisted = files.names.filter((name) => !known.has(name)).map(fileRow);
  const gaps: Gap[] = [
    ...(trouble === undefined ? [] : [{ source: 'snap', ...trouble }]),
    ...unreadableGap('snap', listed?.unreadable ?? 0),
  ];
  return { kind: 'ok', rows: [...rows, ...unlisted], gaps };
};

/** A snap by its file alone: its name is sure, its version and publisher are not known. */
const fileRow = (name: string): PackageRow => ({ name, id: name, manager: 'snap', state: 'installed' });

const snapFiles = async (
  machine: Machine,
): Promise<{ readonly names: readonly string[] } | Exclude<ManagerReading, { kind: 'ok' }>> => {
  try {
    const names = await readdir(pathIn(machine, snapsFolder));
    return { names: [...new Set(names.flatMap((name) => /^(.+)_x?\d+\.snap$/.exec(name)?.[1] ?? []))] };
  } catch (error) {
    return isMissing(error)
      ? { kind: 'absent' }
      : { kind: gapKindOf(error), why: `${snapsFolder}: ${whyOf(error)}` };
  }
};

/**
 * `Name Version Rev Tracking Publisher Notes`, in columns with blanks between, none inside. A publisher that the store
 * has checked carries one or two stars (a tick where the terminal can show one); `-` stands for none.
 */
export const parseSnap = (
  text: string,
): { readonly rows: readonly PackageRow[]; readonly unreadable: number } => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const rows = lines.slice(1).flatMap((line): PackageRow[] => {
    const [name, version, revision, , publisher = ''] = line.trim().split(/\s+/);
    if (name === undefined || version === undefined || !/^x?\d+$/.test(revision ?? '')) return [];
    const maker = publisher.replace(/[*✓✪]+$/, '');
    return [
      {
        name,
        id: name,
        version,
        ...(maker === '' || maker === '-' ? {} : { publisher: maker }),
        manager: 'snap',
        // One that is disabled is installed all the same.
        state: 'installed',
      },
    ];
  });
  return { rows, unreadable: Math.max(0, lines.length - 1) - rows.length };
};
