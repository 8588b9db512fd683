import { koffi, lazily, systemLibrary } from '../api/koffi.ts';
import { whyOf } from '../../shared/why.ts';

type Handle = bigint | number;

/** A program that Windows was asked to start with rights. */
export type RunAs =
  | { readonly kind: 'started'; readonly hasEnded: () => boolean; readonly close: () => void }
  /** The person said no, or closed the question, or a policy answered for them. */
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'failed'; readonly why: string };

interface Information {
  hInstApp: bigint | number | null;
  hProcess: Handle | null;
}

interface Calls {
  readonly execute: {
    async: (information: object, done: (error: unknown, answer: number) => void) => void;
  };
  readonly size: number;
  readonly wait: (handle: Handle, milliseconds: number) => number;
  readonly close: (handle: Handle) => number;
}

const calls = lazily((): Calls => {
  const ffi = koffi();
  // SHELLEXECUTEINFOW of shellapi.h.
  const information = ffi.struct('SHELLEXECUTEINFOW', {
    cbSize: 'uint32',
    fMask: 'uint32',
    hwnd: 'uintptr_t',
    lpVerb: 'str16',
    lpFile: 'str16',
    lpParameters: 'str16',
    lpDirectory: 'str16',
    nShow: 'int',
    hInstApp: 'uintptr_t',
    lpIDList: 'uintptr_t',
    lpClass: 'uintptr_t',
    hkeyClass: 'uintptr_t',
    dwHotKey: 'uint32',
    hMonitor: 'uintptr_t',
    hProcess: 'uintptr_t',
  });
  const kernel32 = systemLibrary('kernel32.dll');
  return {
    execute: systemLibrary('shell32.dll').func('ShellExecuteExW', 'int', [
      ffi.inout(ffi.pointer(information)),
    ]),
    size: ffi.sizeof(information),
    wait: kernel32.func('uint32 WaitForSingleObject(uintptr_t, uint32)'),
    close: kernel32.func('int CloseHandle(uintptr_t)'),
  };
});

/** SEE_MASK_NOCLOSEPROCESS, SEE_MASK_NOASYNC, SEE_MASK_FLAG_NO_UI. */
const mask = 0x40 | 0x100 | 0x400;
const accessDenied = 5;
const hidden = 0;
const timedOut = 0x102;

/**
 * Asks through User Account Control (the verb `runas`) and starts the program, without a window. It takes as long as
 * the person thinks, on a thread of its own. `parameters` is put on the command line as it stands.
 */
export const runAsAdministrator = (program: string, parameters: string, folder: string): Promise<RunAs> =>
  new Promise((resolve) => {
    try {
      const { execute, size, wait, close } = calls();
      const information: Information & Record<string, unknown> = {
        cbSize: size,
        fMask: mask,
        hwnd: 0,
        lpVerb: 'runas',
        lpFile: program,
        lpParameters: parameters,
        lpDirectory: folder,
        nShow: hidden,
        hInstApp: 0,
        lpIDList: 0,
        lpClass: 0,
        hkeyClass: 0,
        dwHotKey: 0,
        hMonitor: 0,
        hProcess: 0,
      };
      execute.async(information, (error, answer) => {
        const process = information.hProcess ?? 0;
        const code = Number(information.hInstApp ?? 0);
        if (error !== null && error !== undefined) resolve({ kind: 'failed', why: whyOf(error) });
        else if (answer === 0)
          resolve(
            code === accessDenied
              ? { kind: 'not-allowed' }
              : { kind: 'failed', why: `Windows did not start it (${String(code)})` },
          );
        else
          resolve({
            kind: 'started',
            hasEnded: () => Number(process) !== 0 && wait(process, 0) !== timedOut,
            close: () => void (Number(process) !== 0 && close(process)),
          });
      });
    } catch (error) {
      resolve({ kind: 'failed', why: whyOf(error) });
    }
  });
