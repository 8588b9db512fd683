import { lazily, systemLibrary } from './koffi.ts';

/** SEM_NOGPFAULTERRORBOX: a crash ends the process without Windows' error reporting, which is what writes dumps. */
const noReport = 0x2;
/** WER_FAULT_REPORTING_FLAG_NOHEAP: should a report be made all the same, it is one without the memory of the heap. */
const noHeap = 0x1;

interface ErrorModeCalls {
  readonly get: () => number;
  readonly set: (mode: number) => number;
}

const errorModeCalls = lazily((): ErrorModeCalls => {
  const library = systemLibrary('kernel32.dll');
  return {
    get: library.func('uint32 GetErrorMode()'),
    set: library.func('uint32 SetErrorMode(uint32)'),
  };
});

interface ReportCalls {
  readonly self: () => bigint | number;
  readonly get: (process: bigint | number, flags: Buffer) => number;
  readonly set: (flags: number) => number;
}

const reportCalls = lazily((): ReportCalls => {
  const library = systemLibrary('kernel32.dll');
  return {
    self: library.func('intptr_t GetCurrentProcess()'),
    get: library.func('int32 WerGetFlags(intptr_t, void *)'),
    set: library.func('int32 WerSetFlags(uint32)'),
  };
});

type Undo = () => void;

let users = 0;
let restore: Undo = () => undefined;

/**
 * For the time a password is in memory: from this call on a crash of this process leaves no dump that could hold it.
 * Returns what takes that back; the last one that is called does. Does nothing on another system, and never throws: a
 * Windows that lacks these functions is no reason not to go on.
 */
export const keepOutOfCrashDumps = (): Undo => {
  if (process.platform !== 'win32') return () => undefined;
  if (users === 0) restore = silence();
  users += 1;
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    users -= 1;
    if (users === 0) restore();
  };
};

const silence = (): Undo => {
  const undo = [tolerated(silenceReports), tolerated(silenceHeap)];
  return () => {
    for (const each of undo) if (each !== undefined) tolerated(each);
  };
};

/** What it gives, or undefined where this Windows lacks the function. */
const tolerated = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

const silenceReports = (): Undo => {
  const { get, set } = errorModeCalls();
  const before = get();
  set(before | noReport);
  return () => set(before);
};

const silenceHeap = (): Undo | undefined => {
  const { self, get, set } = reportCalls();
  const flags = Buffer.alloc(4);
  if (get(self(), flags) !== 0) return undefined;
  const before = flags.readUInt32LE();
  set(before | noHeap);
  return () => set(before);
};
