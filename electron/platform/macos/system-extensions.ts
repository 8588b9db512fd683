import type { Reading } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import type { Machine } from '../shared/machine.ts';
import { readerTimeoutMs, thisMachine, troubleOf } from '../shared/machine.ts';

/** System extensions with their state, from the one tool that tells it. Anybody may list them. */
export const systemExtensionsProbe = (machine: Machine = thisMachine): Probe<'systemExtensions'> => ({
  table: 'systemExtensions',
  read: () => listSystemExtensions(machine),
});

export const listSystemExtensions = async (machine: Machine): Promise<Reading<Row<'systemExtensions'>>> => {
  const result = await machine.exec({
    command: '/usr/bin/systemextensionsctl',
    args: ['list'],
    timeoutMs: readerTimeoutMs,
  });
  const trouble = troubleOf('systemextensionsctl', result);
  if (trouble !== undefined) return trouble;
  return parseSystemExtensions(result.kind === 'exited' ? result.stdout.text : '');
};

/** Marks for enabled and active, the team, the id with its versions, a name that may hold anything, the state. */
const line = /^[*\s]*(?:([A-Z0-9]{10})\s+)?([A-Za-z0-9._-]+) \(([^)]*)\)\s+(?:.*\s)?\[([^\]]+)\]\s*$/;

/**
 * `N extension(s)`, then one group a kind with a heading and a line an extension; an extension of two kinds stands in
 * both. Fewer lines than N, or no N, means that the format has changed: that must not read as "none".
 */
export const parseSystemExtensions = (text: string): Reading<Row<'systemExtensions'>> => {
  const said = /^(\d+) extension\(s\)/m.exec(text)?.[1];
  if (said === undefined)
    return { kind: 'failed', why: 'what systemextensionsctl said could not be understood' };
  const rows = text.split('\n').flatMap((each) => {
    const [, team, bundleId, versions, state] = line.exec(each) ?? [];
    if (bundleId === undefined || state === undefined) return [];
    // The version that people see stands before the slash, the build after it.
    const version = versions?.split('/')[0] ?? '';
    return [
      {
        bundleId,
        ...(team === undefined ? {} : { teamId: team }),
        ...(version === '' ? {} : { version }),
        state,
      },
    ];
  });
  const unique = [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
  if (rows.length >= Number(said)) return okReading(unique);
  return okReading(unique, [
    {
      source: 'systemextensionsctl',
      kind: 'failed',
      why: `${said} extensions were announced and ${String(rows.length)} could be read`,
    },
  ]);
};
