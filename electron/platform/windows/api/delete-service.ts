import type { Told } from '../machine.ts';
import { lazily, systemLibrary } from './koffi.ts';
import { attempt, lastError, windowsTrouble } from './trouble.ts';

type Handle = bigint | number;

interface Calls {
  readonly openManager: (machine: null, database: null, rights: number) => Handle;
  readonly open: (manager: Handle, name: string, rights: number) => Handle;
  readonly status: (service: Handle, record: Buffer) => number;
  readonly remove: (service: Handle) => number;
  readonly close: (handle: Handle) => number;
}

const calls = lazily((): Calls => {
  const library = systemLibrary('advapi32.dll');
  return {
    openManager: library.func('uintptr_t OpenSCManagerW(str16, str16, uint32)'),
    open: library.func('uintptr_t OpenServiceW(uintptr_t, str16, uint32)'),
    status: library.func('int QueryServiceStatus(uintptr_t, void *)'),
    remove: library.func('int DeleteService(uintptr_t)'),
    close: library.func('int CloseServiceHandle(uintptr_t)'),
  };
});

const connect = 0x1;
const queryAndDelete = 0x4 | 0x1_0000;
const noSuchService = 1060;
const markedAlready = 1072;
const stopped = 1;
/** SERVICE_STATUS (winsvc.h). */
const statusBytes = 28;

/** What the service manager did when it was asked to forget a service. `marked`: it does so once nobody has it open. */
export type Forgotten = 'forgotten' | 'marked' | 'unknown-to-it' | 'running';

/** Has the service manager forget a service or driver, unless it works. It keeps a list of its own beside the registry. */
export const forgetService = (name: string): Told<Forgotten> =>
  attempt<Told<Forgotten>>(name, () => {
    const { openManager, open, close } = calls();
    const manager = openManager(null, null, connect);
    if (Number(manager) === 0) return windowsTrouble('the service manager', lastError());
    try {
      const service = open(manager, name, queryAndDelete);
      if (Number(service) !== 0) return forget(service, name);
      const code = lastError();
      return code === noSuchService ? { kind: 'ok', value: 'unknown-to-it' } : windowsTrouble(name, code);
    } finally {
      close(manager);
    }
  });

const forget = (service: Handle, name: string): Told<Forgotten> => {
  const { status, remove, close } = calls();
  try {
    const record = Buffer.alloc(statusBytes);
    if (status(service, record) === 0) return windowsTrouble(name, lastError());
    if (record.readUInt32LE(4) !== stopped) return { kind: 'ok', value: 'running' };
    if (remove(service) !== 0) return { kind: 'ok', value: 'forgotten' };
    const code = lastError();
    return code === markedAlready ? { kind: 'ok', value: 'marked' } : windowsTrouble(name, code);
  } finally {
    close(service);
  }
};
