import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import type { WindowsMachine } from './machine.ts';
import { askSystemInformation } from './system-information.ts';

interface ListedProcess {
  readonly pid: number;
  readonly name: string;
  /** Undefined, null or empty where it is not told. */
  readonly path?: string | null | undefined;
}

/** The second source; may answer with nothing, as systeminformation does when it fails. */
export type ProcessList = () => Promise<readonly ListedProcess[] | undefined>;

/**
 * Running programs of everybody. Windows' own list tells whole paths, takes milliseconds and starts nothing, so it comes
 * first; a process that is protected from us keeps its name. Where there is no such list systeminformation is asked. It
 * answers a failure with an empty list: one without this very process is not believed.
 */
export const processesProbe = (
  machine: WindowsMachine,
  list: ProcessList = async () => (await askSystemInformation(machine, (si) => si.processes()))?.list,
  ownPid: number = process.pid,
): Probe<'processes'> => ({
  table: 'processes',
  read: async () => {
    const told = machine.api.processes();
    if (told.kind === 'ok') return okReading(told.rows.map(rowOf));
    const listed = (await list().catch(() => undefined)) ?? [];
    return listed.some(({ pid }) => pid === ownPid) ? okReading(listed.map(rowOf)) : told;
  },
});

const rowOf = ({ pid, name, path }: ListedProcess): Row<'processes'> => ({
  pid,
  name,
  ...(typeof path === 'string' && isWholePath(path) ? { path } : {}),
});

/** Windows gives parts of itself ("Registry", "Memory Compression") a word where others have their path. */
const isWholePath = (path: string): boolean => /^(?:[a-z]:\\|\\\\)/i.test(path);
