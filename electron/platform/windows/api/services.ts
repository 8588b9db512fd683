import type { Listed, ServiceState } from '../machine.ts';
import { addressOf, lazily, systemLibrary } from './koffi.ts';
import { parseServiceRecords } from './service-records.ts';
import type { Trouble } from './trouble.ts';
import { attempt, errors, lastError, windowsTrouble } from './trouble.ts';

const connectAndEnumerate = 0x1 | 0x4;
const withProcess = 0;
/** SERVICE_WIN32 and SERVICE_DRIVER: programs of every kind, kernel, file system and other drivers. */
const everyType = 0x30 | 0x0b;
const everyState = 3;
/** Windows refuses more at once, and gives the list in parts. */
const mostAtOnce = 256 * 1024;
/** Wine gives it whole or not at all. */
const mostEver = 16 * 1024 * 1024;

interface Calls {
  readonly open: (machine: null, database: null, rights: number) => bigint | number;
  readonly list: (
    manager: bigint | number,
    level: number,
    type: number,
    state: number,
    buffer: Buffer,
    size: number,
    needed: Buffer,
    returned: Buffer,
    resume: Buffer,
    group: null,
  ) => number;
  readonly close: (manager: bigint | number) => number;
}

const calls = lazily((): Calls => {
  const library = systemLibrary('advapi32.dll');
  return {
    open: library.func('uintptr_t OpenSCManagerW(str16, str16, uint32)'),
    list: library.func(
      'int EnumServicesStatusExW(uintptr_t, int, uint32, uint32, void *, uint32, void *, void *, void *, str16)',
    ),
    close: library.func('int CloseServiceHandle(uintptr_t)'),
  };
});

const what = 'the list of services';

/** Every service and driver, running or not. No Windows has none. */
export const serviceStates = (): Listed<ServiceState> =>
  attempt(what, () => {
    const { open, close } = calls();
    const manager = open(null, null, connectAndEnumerate);
    if (Number(manager) === 0) return windowsTrouble('the service manager', lastError());
    try {
      const rows = allOf(manager);
      if ('why' in rows) return rows;
      if (rows.length === 0) return { kind: 'failed', why: `${what} is empty` };
      return { kind: 'ok', rows };
    } finally {
      close(manager);
    }
  });

const allOf = (manager: bigint | number): readonly ServiceState[] | Trouble => {
  const rows: ServiceState[] = [];
  const needed = Buffer.alloc(4);
  const returned = Buffer.alloc(4);
  const resume = Buffer.alloc(4);
  let buffer = Buffer.alloc(mostAtOnce);
  for (;;) {
    const ok = calls().list(
      manager,
      withProcess,
      everyType,
      everyState,
      buffer,
      buffer.length,
      needed,
      returned,
      resume,
      null,
    );
    const code = ok === 0 ? lastError() : errors.none;
    if (code !== errors.none && code !== errors.moreData) return windowsTrouble(what, code);
    const count = returned.readUInt32LE();
    const part = parseServiceRecords(buffer, addressOf(buffer), count);
    if (part === undefined) return { kind: 'failed', why: `${what} is torn` };
    rows.push(...part);
    if (code === errors.none) return rows;
    if (count > 0) continue;
    const size = buffer.length + needed.readUInt32LE();
    if (needed.readUInt32LE() === 0 || size > mostEver)
      return { kind: 'failed', why: `${what} does not come to an end` };
    buffer = Buffer.alloc(size);
  }
};
