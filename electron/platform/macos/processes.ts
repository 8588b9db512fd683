import { basename } from 'node:path';
import type { Reading } from '../../core/model/reading.ts';
import { okReading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import type { Machine } from '../shared/machine.ts';
import { readerBytes, readerTimeoutMs, thisMachine, troubleOf } from '../shared/machine.ts';

/**
 * Running programs of everybody. The system's own `ps` gives the whole path of the program without its arguments,
 * which systeminformation mixes here; `-ww` keeps long paths whole.
 */
export const processesProbe = (
  machine: Machine = thisMachine,
  ownPid: number = process.pid,
): Probe<'processes'> => ({
  table: 'processes',
  read: async () => {
    const result = await machine.exec({
      command: '/bin/ps',
      args: ['-axwwo', 'pid=,comm='],
      timeoutMs: readerTimeoutMs,
      keepBytes: readerBytes,
    });
    const trouble = troubleOf('ps', result);
    return trouble ?? parseProcesses(result.kind === 'exited' ? result.stdout.text : '', ownPid);
  },
});

/** A list without this very process is no list. A name in parentheses is of a process that has just ended. */
export const parseProcesses = (text: string, ownPid: number): Reading<Row<'processes'>> => {
  const rows = text.split('\n').flatMap((line): Row<'processes'>[] => {
    const [, pid, program] = /^\s*(\d+)\s+(.*\S)\s*$/.exec(line) ?? [];
    if (pid === undefined || program === undefined) return [];
    if (!program.startsWith('/'))
      return [{ pid: Number(pid), name: program.replace(/^\((.*)\)$/, '$1').replace(/^-/, '') }];
    return [{ pid: Number(pid), name: basename(program), path: program }];
  });
  return rows.some((row) => row.pid === ownPid)
    ? okReading(rows)
    : { kind: 'failed', why: 'ps did not list this very program' };
};
