import type { Told } from '../machine.ts';
import { lazily, systemLibrary } from './koffi.ts';
import { attempt } from './trouble.ts';

/** MUI_LANGUAGE_NAME: names as BCP 47 writes them, not numbers. */
const byName = 8;

type PreferredLanguages = (flags: number, count: Buffer, names: Buffer | null, units: Buffer) => number;

const preferred = lazily(
  () =>
    systemLibrary('kernel32.dll').func(
      'int GetUserPreferredUILanguages(uint32, void *, void *, void *)',
    ) as PreferredLanguages,
);

const what = 'the languages of Windows';

/** The languages that the person reads Windows in, best first: `de-DE`. */
export const preferredLanguages = (): Told<readonly string[]> =>
  attempt<Told<readonly string[]>>(what, () => {
    const count = Buffer.alloc(4);
    const units = Buffer.alloc(4);
    if (preferred()(byName, count, null, units) === 0) return { kind: 'failed', why: `${what} are not told` };
    const names = Buffer.alloc(2 * units.readUInt32LE());
    if (preferred()(byName, count, names, units) === 0)
      return { kind: 'failed', why: `${what} are not told` };
    return { kind: 'ok', value: languageNames(names) };
  });

/** Out of a list of texts that each end with a zero, the list with one more. */
export const languageNames = (names: Buffer): readonly string[] =>
  names.toString('utf16le').split('\0').filter(Boolean);
