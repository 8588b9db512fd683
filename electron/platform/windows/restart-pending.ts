import type { Gap } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import type { WindowsMachine } from './machine.ts';
import type { Part } from './part.ts';
import type { KeyReader } from './registry/keys.ts';
import { keyReader, readingOf } from './registry/keys.ts';
import type { RegistryKey } from './registry/registry.ts';
import { sameName, textsOf, textValue, valueNamed } from './registry/values.ts';

const sessionManagerKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';
const computerNameKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName';
const windowsKey = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';

/** Keys that are there only while Windows waits to be started anew. */
const marks = [
  { source: 'windows-servicing', below: 'Component Based Servicing', mark: 'RebootPending' },
  { source: 'windows-update', below: 'WindowsUpdate\\Auto Update', mark: 'RebootRequired' },
] as const;

/** What Windows will do when it starts anew, and what it cannot do before. */
export const restartPendingProbe = (machine: WindowsMachine): Probe<'restartPending'> => ({
  table: 'restartPending',
  read: async () => {
    const reader = keyReader(machine.registry);
    const [session, waiting, renamed] = await Promise.all([
      reader.required(sessionManagerKey),
      waitingMarks(reader),
      pendingName(reader),
    ]);
    const files = session === undefined ? { rows: [], gaps: [] } : parseFileOperations(session);
    return readingOf([...waiting, ...renamed, ...files.rows], [...reader.gaps, ...files.gaps]);
  },
});

const waitingMarks = async (reader: KeyReader): Promise<readonly Row<'restartPending'>[]> => {
  const found = await Promise.all(
    marks.map(async ({ source, below, mark }) => {
      const key = await reader.optional(`${windowsKey}\\${below}\\${mark}`);
      return key === undefined ? [] : [{ source, detail: mark }];
    }),
  );
  return found.flat();
};

/** The computer goes by one name until it starts anew, and by the other one then. */
const pendingName = async (reader: KeyReader): Promise<readonly Row<'restartPending'>[]> => {
  const [active, next] = await Promise.all(
    ['ActiveComputerName', 'ComputerName'].map((name) => reader.required(`${computerNameKey}\\${name}`)),
  );
  const now = active === undefined ? undefined : textValue(active, 'ComputerName');
  const then = next === undefined ? undefined : textValue(next, 'ComputerName');
  return now === undefined || then === undefined || sameName(now, then)
    ? []
    : [{ source: 'computer-name', detail: then }];
};

/** More than any installer leaves; bounds the report. */
const mostOperations = 2_000;

/**
 * `PendingFileRenameOperations` and its twin: pairs of what is there and what it will be called; an empty second one
 * deletes (MoveFileEx, learn.microsoft.com). A row for each file that is touched.
 */
export const parseFileOperations = (session: RegistryKey): Part<Row<'restartPending'>> => {
  const rows: Row<'restartPending'>[] = [];
  const gaps: Gap[] = [];
  for (const name of ['PendingFileRenameOperations', 'PendingFileRenameOperations2']) {
    const value = valueNamed(session, name);
    if (value === undefined) continue;
    const source = `${sessionManagerKey}\\${name}`;
    const texts = textsOf(value);
    if (texts === undefined) gaps.push({ source, kind: 'failed', why: 'it is not a list of texts' });
    else if (texts.length > 2 * mostOperations)
      gaps.push({ source, kind: 'failed', why: `more than ${String(mostOperations)} operations wait` });
    for (let at = 0; at < Math.min(texts?.length ?? 0, 2 * mostOperations); at += 2)
      rows.push(...operation(texts?.[at] ?? '', texts?.[at + 1] ?? ''));
  }
  return { rows, gaps };
};

const operation = (from: string, to: string): readonly Row<'restartPending'>[] => {
  if (from === '') return [];
  if (to === '') return [{ source: 'file-delete', detail: plainPath(from) }];
  return [
    { source: 'file-rename', detail: plainPath(from) },
    { source: 'file-rename-target', detail: plainPath(to) },
  ];
};

/** `!` allows to replace a file; newer Windows puts `*1` and the like before some. */
const plainPath = (stored: string): string =>
  stored.replace(/^(?:!|\*\d+)?\\\?\?\\(UNC\\)?/, (_, elsewhere: string | undefined) =>
    elsewhere === undefined ? '' : '\\\\',
  );
