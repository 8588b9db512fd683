import { lazily, systemLibrary } from './koffi.ts';
import { lastError } from './trouble.ts';

/**
 * Rights that an administrator has and that sleep until they are asked for: to read and to write whatever an access list
 * says, and to see who is noted down when a thing is used (winnt.h).
 */
const wanted = { backup: 'SeBackupPrivilege', restore: 'SeRestorePrivilege', audit: 'SeSecurityPrivilege' };
export type Privileges = Readonly<Record<keyof typeof wanted, boolean>>;

interface Calls {
  readonly self: () => bigint | number;
  readonly open: (process: bigint | number, rights: number, token: Buffer) => number;
  readonly lookUp: (system: null, name: string, id: Buffer) => number;
  readonly adjust: (
    token: bigint,
    disableAll: number,
    state: Buffer,
    size: number,
    before: null,
    needed: null,
  ) => number;
  readonly close: (handle: bigint) => number;
}

const calls = lazily((): Calls => {
  const advapi32 = systemLibrary('advapi32.dll');
  const kernel32 = systemLibrary('kernel32.dll');
  return {
    self: kernel32.func('intptr_t GetCurrentProcess()'),
    open: advapi32.func('int OpenProcessToken(intptr_t, uint32, void *)'),
    lookUp: advapi32.func('int LookupPrivilegeValueW(str16, str16, void *)'),
    adjust: advapi32.func('int AdjustTokenPrivileges(intptr_t, int, void *, uint32, void *, void *)'),
    close: kernel32.func('int CloseHandle(intptr_t)'),
  };
});

const adjustAndQuery = 0x20 | 0x8;
const enabled = 0x2;
/** One of them in TOKEN_PRIVILEGES: how many, its number, what becomes of it. */
const oneBytes = 16;

/** Wakes them for this process, once, and says which of them it has. */
export const privileges = lazily((): Privileges => {
  const token = Buffer.alloc(8);
  const none = { backup: false, restore: false, audit: false };
  if (calls().open(calls().self(), adjustAndQuery, token) === 0) return none;
  const handle = token.readBigInt64LE();
  const isWoken = (name: string): boolean => {
    const state = Buffer.alloc(oneBytes);
    state.writeUInt32LE(1);
    state.writeUInt32LE(enabled, 12);
    const id = state.subarray(4, 12);
    if (calls().lookUp(null, name, id) === 0) return false;
    // It answers well also when there was nothing to wake: only the error number tells.
    return calls().adjust(handle, 0, state, oneBytes, null, null) !== 0 && lastError() === 0;
  };
  try {
    return {
      backup: isWoken(wanted.backup),
      restore: isWoken(wanted.restore),
      audit: isWoken(wanted.audit),
    };
  } finally {
    calls().close(handle);
  }
});
