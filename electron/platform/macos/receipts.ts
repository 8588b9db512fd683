import type { Gap, Reading } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import type { Machine } from '../shared/machine.ts';
import { readerBytes, readerTimeoutMs, thisMachine, troubleOf } from '../shared/machine.ts';

const tool = '/usr/sbin/pkgutil';

/** One call a receipt tells its version; a Mac has hundreds, so only those are asked whose maker matters here. */
const askedFor = /^com\.kaspersky/i;

/** Installer receipts: what was installed by a package, and stays on the list when the product has gone. */
export const receiptsProbe = (machine: Machine = thisMachine): Probe<'receipts'> => ({
  table: 'receipts',
  read: async () => {
    const result = await machine.exec({
      command: tool,
      args: ['--pkgs'],
      timeoutMs: readerTimeoutMs,
      keepBytes: readerBytes,
    });
    const trouble = troubleOf('pkgutil', result);
    if (trouble !== undefined) return trouble;
    const list = parseReceipts(result.kind === 'exited' ? result.stdout.text : '');
    return list.kind === 'ok' ? withVersions(machine, list.rows) : list;
  },
});

/** One id a line. macOS itself leaves receipts, so an empty list was no answer. */
export const parseReceipts = (text: string): Reading<Row<'receipts'>> => {
  const ids = text
    .split('\n')
    .map((line) => line.trim())
    .filter((id) => id !== '');
  return ids.length > 0
    ? okReading(ids.map((id) => ({ id })))
    : { kind: 'failed', why: 'pkgutil lists no receipt at all, not even those of macOS' };
};

const withVersions = async (
  machine: Machine,
  listed: readonly Row<'receipts'>[],
): Promise<Reading<Row<'receipts'>>> => {
  const gaps: Gap[] = [];
  const rows = await Promise.all(
    listed.map(async (row) => {
      const { id = '' } = row;
      if (!askedFor.test(id)) return row;
      const result = await machine.exec({
        command: tool,
        args: ['--pkg-info', id],
        timeoutMs: readerTimeoutMs,
      });
      const trouble = troubleOf('pkgutil', result);
      if (trouble !== undefined) gaps.push({ source: id, ...trouble });
      const version = result.kind === 'exited' ? versionIn(result.stdout.text) : undefined;
      return version === undefined ? row : { id, version };
    }),
  );
  return okReading(rows, gaps);
};

/** `name: value` a line. */
export const versionIn = (info: string): string | undefined => /^version: *(\S.*?)\s*$/m.exec(info)?.[1];
