import type { Listed, RunningProcess } from '../machine.ts';
import { lazily, systemLibrary, wideText } from './koffi.ts';
import type { ProcessRecord } from './process-record.ts';
import { parseProcessRecord, processRecordBytes } from './process-record.ts';
import type { Trouble } from './trouble.ts';
import { attempt, errors, lastError, windowsTrouble } from './trouble.ts';

type Handle = bigint | number;

const listOfProcesses = 0x2;
/** What even most protected processes allow everybody to ask. */
const limitedQuery = 0x1000;
/** Longest path that Windows knows, in UTF-16 units. */
const pathUnits = 32_768;

interface Calls {
  readonly snapshot: (what: number, pid: number) => Handle;
  readonly first: (snapshot: Handle, record: Buffer) => number;
  readonly next: (snapshot: Handle, record: Buffer) => number;
  readonly open: (rights: number, inherit: number, pid: number) => Handle;
  readonly path: (process: Handle, flags: number, path: Buffer, units: Buffer) => number;
  readonly times: (process: Handle, start: Buffer, end: Buffer, kernel: Buffer, user: Buffer) => number;
  readonly close: (handle: Handle) => number;
}

const calls = lazily((): Calls => {
  const library = systemLibrary('kernel32.dll');
  return {
    snapshot: library.func('intptr_t CreateToolhelp32Snapshot(uint32, uint32)'),
    first: library.func('int Process32FirstW(intptr_t, void *)'),
    next: library.func('int Process32NextW(intptr_t, void *)'),
    open: library.func('intptr_t OpenProcess(uint32, int, uint32)'),
    path: library.func('int QueryFullProcessImageNameW(intptr_t, uint32, void *, void *)'),
    times: library.func('int GetProcessTimes(intptr_t, void *, void *, void *, void *)'),
    close: library.func('int CloseHandle(intptr_t)'),
  };
});

const what = 'the list of processes';

/** Every process. A list in which this very process is missing is not the list. */
export const processes = (): Listed<RunningProcess> =>
  attempt(what, () => {
    const records = allRecords();
    if ('why' in records) return records;
    if (!records.some(({ pid }) => pid === process.pid))
      return { kind: 'failed', why: `${what} lacks this program` };
    return { kind: 'ok', rows: records.map((record) => ({ ...record, ...detailsOf(record.pid) })) };
  });

const allRecords = (): readonly ProcessRecord[] | Trouble => {
  const { snapshot, first, next, close } = calls();
  const handle = snapshot(listOfProcesses, 0);
  if (handle === -1) return windowsTrouble(what, lastError());
  try {
    const records: ProcessRecord[] = [];
    const record = Buffer.alloc(processRecordBytes);
    record.writeUInt32LE(processRecordBytes);
    for (let found = first(handle, record); found !== 0; found = next(handle, record))
      records.push(parseProcessRecord(record));
    const code = lastError();
    return code === errors.noMoreFiles ? records : windowsTrouble(what, code);
  } finally {
    close(handle);
  }
};

/** Shared by all: what a call leaves here is copied out before the next. */
const scratch = {
  path: Buffer.alloc(2 * pathUnits),
  units: Buffer.alloc(4),
  start: Buffer.alloc(8),
  other: [Buffer.alloc(8), Buffer.alloc(8), Buffer.alloc(8)] as const,
};

/** What a process that ended meanwhile, or one that is closed to us, does not tell. */
const detailsOf = (pid: number): Pick<RunningProcess, 'path' | 'startedAt'> => {
  const { open, path, times, close } = calls();
  const handle = open(limitedQuery, 0, pid);
  if (handle === 0) return { path: undefined, startedAt: undefined };
  try {
    scratch.units.writeUInt32LE(pathUnits);
    const hasPath = path(handle, 0, scratch.path, scratch.units) !== 0;
    const [end, kernel, user] = scratch.other;
    const hasTimes = times(handle, scratch.start, end, kernel, user) !== 0;
    return {
      path: hasPath ? wideText(scratch.path, scratch.units.readUInt32LE()) : undefined,
      startedAt: hasTimes ? scratch.start.readBigUInt64LE() : undefined,
    };
  } finally {
    close(handle);
  }
};
