import { whyOf } from '../../shared/why.ts';
import { lazily, systemLibrary } from './koffi.ts';

/** Why something could not be told. */
export interface Trouble {
  readonly kind: 'denied' | 'failed';
  readonly why: string;
}

/** Error numbers of winerror.h that this folder tells apart. */
export const errors = {
  none: 0,
  fileNotFound: 2,
  pathNotFound: 3,
  accessDenied: 5,
  noMoreFiles: 18,
  insufficientBuffer: 122,
  moreData: 234,
  noMoreItems: 259,
  keyDeleted: 1018,
  unknownProduct: 1605,
  unknownProperty: 1608,
} as const;

const words: Readonly<Record<number, string>> = {
  [errors.accessDenied]: 'access denied',
  8: 'there is not enough memory',
  21: 'the drive is not ready',
  32: 'another program has it open',
  87: 'Windows takes it for no valid question',
  123: 'no valid name',
  161: 'no valid name',
  233: 'nobody is at the other end',
  1314: 'this account lacks the right',
};

/** What an error number means for a reading. `what` is what was asked, in a few words. */
export const windowsTrouble = (what: string, code: number): Trouble => ({
  kind: code === errors.accessDenied ? 'denied' : 'failed',
  why: `${what}: ${words[code] ?? `Windows error ${String(code)}`}`,
});

const lastErrorCall = lazily((): (() => number) =>
  systemLibrary('kernel32.dll').func('uint32 GetLastError()'),
);

/** The error number of the last function that was called on this thread: ask at once. */
export const lastError = (): number => lastErrorCall()();

/** Nothing in this folder throws at its caller: a library that cannot be loaded is an answer too. */
export const attempt = <T>(what: string, ask: () => T): T | Trouble => {
  try {
    return ask();
  } catch (error) {
    return { kind: 'failed', why: `${what}: ${whyOf(error)}` };
  }
};
