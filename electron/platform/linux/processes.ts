import { readFile } from 'node:fs/promises';
import type { Gap, Reading } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import { systemInformation } from '../shared/system-information.ts';
import { gapKindOf, whyOf } from '../shared/why.ts';
import type { Machine } from './machine.ts';
import { pathIn, thisMachine } from './machine.ts';
import { commOf, hidesOthers, listPids, programOf } from './proc.ts';

interface Listed {
  readonly pid: number;
  readonly name: string;
}

/** Where the list comes from; may answer with nothing, as systeminformation does when it fails. */
export type ProcessList = () => Promise<readonly Listed[]>;

const fromSystemInformation: ProcessList = async () =>
  (await (await systemInformation()).processes()).list.map(({ pid, name }) => ({ pid, name }));

/**
 * Running programs. systeminformation lists them (0.1 s here); it answers a failure with an empty list, so a list
 * without this very process is not believed and /proc is read instead. Its paths are guesses from the command line:
 * they always come from /proc.
 */
export const processesProbe = (
  machine: Machine = thisMachine,
  list: ProcessList = fromSystemInformation,
  isRoot: boolean = process.geteuid?.() === 0,
): Probe<'processes'> => ({
  table: 'processes',
  read: async () => {
    const listed = await believable(machine, list);
    if ('why' in listed) return listed;
    const rows = await Promise.all(listed.rows.map((row) => complete(machine, row)));
    return okReading(rows, [...listed.gaps, ...(isRoot ? [] : await hiddenGap(machine))]);
  },
});

type Believed = { readonly rows: readonly Listed[]; readonly gaps: readonly Gap[] } | Failure;
type Failure = Exclude<Reading<never>, { readonly kind: 'ok' }>;

const believable = async (machine: Machine, list: ProcessList): Promise<Believed> => {
  try {
    const rows = await list();
    if (rows.some((row) => row.pid === process.pid)) return { rows, gaps: [] };
  } catch {
    // The second source answers for the first.
  }
  try {
    const pids = await listPids(machine);
    const rows = await Promise.all(
      pids.map(async (pid) => ({ pid, name: (await commOf(machine, pid)) ?? '' })),
    );
    const running = rows.filter((row) => row.name !== '');
    if (running.length > 0) return { rows: running, gaps: [] };
    return { kind: 'failed', why: 'neither systeminformation nor /proc lists a process' };
  } catch (error) {
    return { kind: gapKindOf(error), why: `/proc: ${whyOf(error)}` };
  }
};

const complete = async (machine: Machine, { pid, name }: Listed): Promise<Row<'processes'>> => {
  const path = await programOf(machine, pid);
  return { name, pid, ...(path === undefined ? {} : { path }) };
};

const hiddenGap = async (machine: Machine): Promise<Gap[]> => {
  try {
    const mounts = await readFile(pathIn(machine, '/proc/self/mountinfo'), 'utf8');
    if (!hidesOthers(mounts)) return [];
    return [
      {
        source: '/proc',
        kind: 'denied',
        why: "other users' processes are hidden on this computer (hidepid)",
      },
    ];
  } catch (error) {
    return [
      { source: '/proc', kind: 'failed', why: `whether processes are hidden is unknown: ${whyOf(error)}` },
    ];
  }
};
