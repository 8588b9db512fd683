import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { languages } from './index.ts';
import type { Texts } from './index.ts';
import { markersIn, numbersIn, saidIn } from './testing/leaves.ts';
import { isRightlyEnglish } from './testing/same-words.ts';

const others = Object.entries(languages).filter(([id]) => id !== 'en');
const english = saidIn(en);

/** What is wrong wherever it stands. */
const typography: Readonly<Record<string, RegExp>> = {
  de: /["'”«»]|(?<!„[^„“]*)“|„(?![^„“]*“)/,
  // Double signs have a no-break space before them; that of an address and of the time of day is none.
  fr: /["'“”„]|«(?!\u00a0)|(?<!\u00a0)»|[^\u00a0]:(?=\s|$)|[^\u202f][;?!](?=\s|$)/,
  es: /["'“”„]|«\s|\s»|^[^¿]*\?/,
};

const familiar: Readonly<Record<string, RegExp>> = {
  de: /(?<!\p{L})(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[mnrs]?)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:tu|toi|ton|tes)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:tú|tus?|ti|contigo|vosotros)(?!\p{L})/iu,
};

const typed = /--[a-z][a-z-]*|https?:\/\/\S+|removal-assistant(?: [a-z-]+)?|apt-mark unhold|kavremover/g;

describe.each(others)('%s says everything that English says', (id, texts) => {
  const said = saidIn(texts);
  /** Each text beside the English one. */
  const pairs = [...said].flatMap(([path, all]) =>
    all.map((text, at) => ({ path, text, model: english.get(path)?.[at] ?? '' })),
  );

  it('has the same texts, and lists as long', () => {
    expect([...said.keys()]).toEqual([...english.keys()]);
  });

  it('names itself', () => {
    const name = new Intl.DisplayNames([id], { type: 'language' }).of(id);
    expect([texts.language, texts.ownName.toLowerCase()]).toEqual([id, name?.toLowerCase()]);
  });

  it('says something each time, with every name and number that it was given', () => {
    for (const { path, text, model } of pairs) {
      expect(text, path).not.toMatch(/undefined|NaN|\[object/);
      expect(text.trim() === '', path).toBe(model.trim() === '');
      expect([...markersIn(text), ...numbersIn(text)], `${path}: ${text}`).toEqual([
        ...markersIn(model),
        ...numbersIn(model),
      ]);
    }
  });

  it('leaves no English behind', () => {
    const same = pairs.filter(({ text, model }) => /\p{L}{2}/u.test(text) && text === model);
    const unknown = same
      .filter(({ text }) => !isRightlyEnglish(id, text))
      .map(({ path, text }) => `${path}: ${text}`);
    expect(unknown).toEqual([]);
  });

  it('keeps what is typed, and addresses', () => {
    for (const { path, text, model } of pairs)
      expect(text.match(typed)?.toSorted(), path).toEqual(model.match(typed)?.toSorted());
  });

  it('writes quotation marks, apostrophes and spaces as its readers do', () => {
    for (const { path, text } of pairs)
      expect(typography[id]?.exec(text)?.[0], `${path}: ${text}`).toBeUndefined();
  });

  it('speaks to people formally', () => {
    for (const { path, text } of pairs)
      expect(familiar[id]?.exec(text)?.[0], `${path}: ${text}`).toBeUndefined();
  });
});

describe('plurals, numbers and sizes follow the language', () => {
  const of = (id: string): Texts['window'] => (languages[id] ?? en).window;

  it.each([
    ['en', '0 signs', '1 sign', '2 signs', '1,234 signs'],
    ['de', '0 Spuren', '1 Spur', '2 Spuren', '1.234 Spuren'],
    // French counts nothing as one.
    ['fr', '0 trace', '1 trace', '2 traces', '1\u202f234 traces'],
    // Spanish groups from five digits on.
    ['es', '0 indicios', '1 indicio', '2 indicios', '1234 indicios'],
  ])('%s', (id, ...forms) => {
    expect([0, 1, 2, 1234].map(of(id).signs)).toEqual(forms);
  });

  it.each([
    ['en', '999 bytes', '1.5 kB', '2 GB', '2 min 05 sec'],
    ['de', '999 Byte', '1,5 kB', '2 GB', '2 Min. 05 Sek.'],
    ['fr', '999 octets', '1,5 ko', '2 Go', '2 min 05 s'],
    ['es', '999 bytes', '1,5 kB', '2 GB', '2 min 05 s'],
  ])('%s', (id, ...sizes) => {
    const { bytes, elapsed } = of(id);
    const said = [...[999, 1500, 2_000_000_000].map(bytes), elapsed(125)];
    expect(said.map((text) => text.replaceAll(/[\u00a0\u202f]/g, ' '))).toEqual(sizes);
  });
});
