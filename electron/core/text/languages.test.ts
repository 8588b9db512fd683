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

  /** Those that are not as they should be, to be read at once. */
  const wrong = (isRight: (text: string, model: string) => boolean): readonly string[] =>
    pairs.filter(({ text, model }) => !isRight(text, model)).map(({ path, text }) => `${path}: ${text}`);
  const same = (some: readonly string[] | null, these: readonly string[] | null): boolean =>
    (some ?? []).toSorted().join(' ') === (these ?? []).toSorted().join(' ');

  it('says something each time', () => {
    expect(wrong((text) => !/undefined|NaN|\[object/.test(text))).toEqual([]);
    expect(wrong((text, model) => (text.trim() === '') === (model.trim() === ''))).toEqual([]);
  });

  it('says every name and number that it was given', () => {
    expect(wrong((text, model) => same(markersIn(text), markersIn(model)))).toEqual([]);
    expect(wrong((text, model) => same(numbersIn(text), numbersIn(model)))).toEqual([]);
  });

  it('leaves no English behind', () => {
    expect(wrong((text, model) => text !== model || isRightlyEnglish(id, text))).toEqual([]);
  });

  it('keeps what is typed, and addresses', () => {
    expect(wrong((text, model) => same(text.match(typed), model.match(typed)))).toEqual([]);
  });

  it('writes quotation marks, apostrophes and spaces as its readers do', () => {
    expect(wrong((text) => typography[id]?.test(text) === false)).toEqual([]);
  });

  it('speaks to people formally', () => {
    expect(wrong((text) => familiar[id]?.test(text) === false)).toEqual([]);
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

  it.each([
    ['en', '45 seconds', '28 minutes'],
    ['de', '45 Sekunden', '28 Minuten'],
    ['fr', '45 secondes', '28 minutes'],
    ['es', '45 segundos', '28 minutos'],
  ])('%s tells of a long wait in minutes', (id, short, long) => {
    const { quietFor } = of(id).remove;
    expect(quietFor(45).replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(short);
    expect(quietFor(1_724).replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(long);
  });
});
