import type { Told } from '../machine.ts';
import { lazily, systemLibrary } from './koffi.ts';
import { errors, lastError, windowsTrouble } from './trouble.ts';

export type FileHandle = bigint | number;

interface Calls {
  readonly open: (
    path: string,
    rights: number,
    share: number,
    security: null,
    disposition: number,
    flags: number,
    template: number,
  ) => FileHandle;
  readonly close: (handle: FileHandle) => number;
}

const calls = lazily((): Calls => {
  const library = systemLibrary('kernel32.dll');
  return {
    open: library.func('intptr_t CreateFileW(str16, uint32, uint32, void *, uint32, uint32, intptr_t)'),
    close: library.func('int CloseHandle(intptr_t)'),
  };
});

export interface Opening {
  readonly rights: number;
  readonly share: number;
  readonly flags: number;
}

const openExisting = 3;
/** Beyond this many units Windows wants the other form of a path, which it takes as it is written. */
const longPath = 248;
const wholePath = /^[A-Za-z]:\\[^:\0]*$/;

/**
 * Opens what is there at a whole drive path, for as long as `work` runs. `missing` is only what Windows calls not found.
 * The path is taken as programs are started by it (dots and blanks at the end of a name are dropped), so that the file
 * that is looked at is the one that would run.
 */
export const withOpenFile = <T>(
  path: string,
  { rights, share, flags }: Opening,
  work: (handle: FileHandle) => Told<T>,
): Told<T> => {
  if (!wholePath.test(path)) return { kind: 'failed', why: `${path}: no whole path on a drive` };
  const { open, close } = calls();
  const name = path.length < longPath ? path : `\\\\?\\${path}`;
  const handle = open(name, rights, share, null, openExisting, flags, 0);
  if (handle === -1) {
    const code = lastError();
    if (code === errors.fileNotFound || code === errors.pathNotFound) return { kind: 'missing' };
    return windowsTrouble(path, code);
  }
  try {
    return work(handle);
  } finally {
    close(handle);
  }
};
