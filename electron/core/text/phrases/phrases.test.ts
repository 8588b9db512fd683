import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemText, textsFor } from '../index.ts';
import { english } from './english.ts';
import { phrasebooks, whyText } from './index.ts';

const german = textsFor('de');
const holes = (text: string): readonly string[] => [...new Set(text.match(/\{[a-c]\}/g))].toSorted();

describe('why something failed', () => {
  it.each([
    ['permission denied', 'keine Berechtigung'],
    ['/etc/x: y: permission denied', '/etc/x: y: keine Berechtigung'],
    ['rpm is not installed', 'rpm ist nicht installiert'],
    ['dpkg-query ended with 2: cannot open: it is odd', 'dpkg-query endete mit 2: cannot open: it is odd'],
    ['ps could not be started: permission denied', 'ps konnte nicht gestartet werden: keine Berechtigung'],
    ['the version of Windows: Windows error 5', 'die Version von Windows: Windows-Fehler 5'],
    ['what profiles said could not be understood', 'was profiles ausgab, war nicht zu verstehen'],
    // What a system or a tool says in its own words.
    ['E: Unable to lock the administration directory', 'E: Unable to lock the administration directory'],
    ['', ''],
  ])('“%s” is “%s” in German', (why, said) => {
    expect(whyText(german, why)).toBe(said);
    expect(whyText(textsFor('en'), why)).toBe(why);
  });

  it('is said inside of a problem too', () => {
    const problem = { code: 'file-unreadable', values: { path: '/x', why: 'it is in use' } } as const;
    expect(problemText(german, problem)).toBe('/x konnte nicht gelesen werden: es wird gerade verwendet.');
  });

  it.each(Object.entries(phrasebooks))(
    'has every phrase in %s, with its names, and none left in English',
    (_id, book) => {
      for (const phrase of english) {
        expect(holes(book[phrase]), phrase).toEqual(holes(phrase));
        expect(book[phrase].trim(), phrase).not.toBe(phrase);
      }
    },
  );
});

/** The reasons that stand in the programs themselves; what a name or a number fills becomes a hole. */
const reasonsIn = (source: string): readonly string[] =>
  [...source.matchAll(/\bwhy: (?:'([^'\n]+)'|`([^`\n]+)`|"([^"\n]+)")/g)].map(([, plain, template, other]) =>
    (plain ?? template ?? other ?? '').replaceAll(/\$\{[^{}]*(?:\([^()]*\))?[^{}]*\}/g, 'X'),
  );

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });

/** Not a code, nor a path with the reason of something else behind it, nor one that is put together further. */
const isSentence = (why: string): boolean => / /.test(why.replace(/^(?:\S+: )+/, '')) && !why.includes('${');

describe('every reason that a probe or an executor gives', () => {
  it('is in the phrasebook', () => {
    const platform = resolve(import.meta.dirname, '../../../platform');
    const missing = filesBelow(platform)
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|testing\/|example\//.test(file))
      .flatMap((file) =>
        reasonsIn(readFileSync(file, 'utf8'))
          .filter(isSentence)
          .filter((why) => whyText(german, why) === why)
          .map((why) => `${file}: ${why}`),
      );
    expect(missing).toEqual([]);
  });
});
