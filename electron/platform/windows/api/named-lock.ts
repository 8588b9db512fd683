import type { Told } from '../machine.ts';
import { lazily, systemLibrary } from './koffi.ts';
import { lastError, windowsTrouble } from './trouble.ts';

type Handle = bigint | number;

interface Calls {
  readonly create: (security: null, isOwned: number, name: string) => Handle;
  readonly wait: (handle: Handle, milliseconds: number) => number;
  readonly release: (handle: Handle) => number;
  readonly close: (handle: Handle) => number;
}

const calls = lazily((): Calls => {
  const library = systemLibrary('kernel32.dll');
  return {
    create: library.func('intptr_t CreateMutexW(void *, int, str16)'),
    wait: library.func('uint32 WaitForSingleObject(intptr_t, uint32)'),
    release: library.func('int ReleaseMutex(intptr_t)'),
    close: library.func('int CloseHandle(intptr_t)'),
  };
});

/** The work under a lock takes far less. In milliseconds. */
const patience = 1000;
/** WAIT_OBJECT_0, and WAIT_ABANDONED: whoever held it died. */
const held: readonly number[] = [0, 0x80];

/**
 * Runs short work while no other program of this computer runs work under the same name, in whatever session. A lock
 * of a program that died is free.
 */
export const withLock = <T>(name: string, work: () => Told<T>): Told<T> => {
  const what = `the lock ${name}`;
  const { create, wait, release, close } = calls();
  const handle = create(null, 0, `Global\\${name}`);
  if (handle === 0) return windowsTrouble(what, lastError());
  try {
    if (!held.includes(wait(handle, patience))) return { kind: 'failed', why: `${what} is not let go` };
    try {
      return work();
    } finally {
      release(handle);
    }
  } finally {
    close(handle);
  }
};
