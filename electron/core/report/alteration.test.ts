import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allReports } from '../testing/reports.ts';
import { isUnambiguous, readReport } from './read.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Container = Json[] | { [name: string]: Json };

const reports = allReports().map(([, report]) => JSON.stringify(report, null, 2));

/** What RFC 8785 calls the same, written down by hand: names in order, everything else as it is. */
const canonical = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value === 0 ? 0 : value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const names = Object.keys(value).toSorted((a, b) => (a < b ? -1 : 1));
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical((value as Record<string, unknown>)[name])}`).join(',')}}`;
};

const meaningOf = (text: string): string | undefined => {
  try {
    return canonical(JSON.parse(text));
  } catch {
    return undefined;
  }
};

const containersIn = (value: Json): Container[] =>
  typeof value !== 'object' || value === null ? [] : [value, ...Object.values(value).flatMap(containersIn)];

/** One change: the text before it, a number that says where, and a text to put there. */
type Change = (text: string, at: number, more: string) => string;

/** Changes the parsed report in one of its objects or lists, and writes it down again. */
const within =
  (
    pick: (container: Container) => boolean,
    change: (container: Container, at: number, more: string) => void,
  ): Change =>
  (text, at, more) => {
    const report = JSON.parse(text) as Json;
    const candidates = containersIn(report).filter(pick);
    // More often near the top, where few parts say much.
    const one = candidates[Math.floor(candidates.length * ((at % 1000) / 1000) ** 4)];
    if (one !== undefined) change(one, at >>> 8, more);
    return JSON.stringify(report);
  };

const isObject = (container: Container): boolean => !Array.isArray(container);
const isFull = (container: Container): boolean => Object.keys(container).length > 0;
const nameIn = (container: Container, at: number): string => {
  const names = Object.keys(container);
  return names[at % names.length] ?? '';
};
const edited = (value: Json | undefined): Json => {
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : null;
};

const alterations: Readonly<Record<string, Change>> = {
  'a character replaced': (text, at, more) =>
    `${text.slice(0, at % text.length)}${more.charAt(0)}${text.slice((at % text.length) + 1)}`,
  'a character more': (text, at, more) =>
    `${text.slice(0, at % text.length)}${more.charAt(0)}${text.slice(at % text.length)}`,
  'some characters less': (text, at) =>
    `${text.slice(0, at % text.length)}${text.slice((at % text.length) + 1 + (at % 40))}`,
  'cut off': (text, at) => text.slice(0, at % text.length),
  'a value edited': within(isFull, (container, at) => {
    const name = nameIn(container, at);
    (container as Record<string, Json>)[name] = edited((container as Record<string, Json>)[name]);
  }),
  'a part taken out': within(isFull, (container, at) => {
    if (Array.isArray(container)) container.splice(at % container.length, 1);
    else delete container[nameIn(container, at)];
  }),
  'a part put in': within(
    () => true,
    (container, _at, more) => {
      if (Array.isArray(container)) container.push(more);
      else container[`x${more}`] = true;
    },
  ),
  'a part renamed': within(
    (each) => isObject(each) && isFull(each),
    (container, at, more) => {
      const name = nameIn(container, at);
      const object = container as Record<string, Json>;
      object[`${name}${more}_`] = object[name] ?? null;
      delete object[name];
    },
  ),
  'a list in another order': within(
    (each) => Array.isArray(each) && new Set(each.map(canonical)).size > 1,
    (container, at) => {
      const list = container as Json[];
      list.push(...list.splice(0, 1 + (at % (list.length - 1))));
    },
  ),
};

/** The name of the verdict twice, and more such: what one reader takes first another one takes last. */
const repetitions: readonly Change[] = [
  (text, at) => repeatMember(text, at, false),
  (text, at) => repeatMember(text, at, true),
];

const repeatMember = (text: string, at: number, other: boolean): string => {
  const members = [...text.matchAll(/"(?:[^"\\]|\\.)*": (?:"(?:[^"\\]|\\.)*"|true|false|\d+)/g)];
  const member = members[at % members.length];
  if (member === undefined) return text;
  const [name = ''] = member[0].split(': ');
  // An escape spells the same name in another way.
  const spelled = other ? `"\\u${name.charCodeAt(1).toString(16).padStart(4, '0')}${name.slice(2)}` : name;
  const again = `${spelled}: ${other ? '"another"' : member[0].slice(name.length + 2)}`;
  return `${text.slice(0, member.index)}${again}, ${text.slice(member.index)}`;
};

const sameMeaning: Readonly<Record<string, Change>> = {
  'other white space': (text, at) => JSON.stringify(JSON.parse(text), null, at % 9),
  'white space in odd places': (text, at) =>
    text.replaceAll('\n', () => ['\r\n', '\n\n', '\t\n', ' ', '\r'][at % 5] ?? '\n'),
  'names in another order': within(
    (each) => isObject(each) && isFull(each),
    (container, at) => {
      const object = container as Record<string, Json>;
      const moved = nameIn(container, at);
      const value = object[moved] ?? null;
      delete object[moved];
      object[moved] = value;
    },
  ),
  'names in the opposite order': (text) =>
    JSON.stringify(JSON.parse(text), (_name, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    ),
  'letters as escapes': (text) =>
    text.replaceAll(/(?<=[: ]")[a-z]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
  'numbers spelled in another way': (text) => text.replaceAll(/(?<=: )(\d+)(?=,?\n)/g, '$1.0e0'),
};

const seed = 20_261_126;
const numRuns = process.env['RA_FULL'] === undefined ? 1000 : 20_000;
const anywhere = fc.record({
  text: fc.constantFrom(...reports),
  at: fc.nat(),
  more: fc.string({ minLength: 1, maxLength: 3, unit: 'binary' }),
});
const isIntact = (text: string): boolean => readReport(text, 'report.json').ok;

describe('a report that was altered', () => {
  test('is told from the one that was written, whatever was edited, deleted, put in, moved or cut off', () => {
    const judged = { altered: 0, same: 0 };
    fc.assert(
      fc.property(anywhere, fc.constantFrom(...Object.values(alterations)), ({ text, at, more }, change) => {
        const changed = change(text, at, more);
        // An edit may hit white space, or write down what was there.
        const same = meaningOf(changed) === meaningOf(text);
        judged[same ? 'same' : 'altered'] += 1;
        expect(isIntact(changed)).toBe(same);
      }),
      { seed, numRuns },
    );
    expect(judged.altered).toBeGreaterThan(numRuns / 2);
  });

  test('is told when a name stands twice, even with the same value or in another spelling', () => {
    fc.assert(
      fc.property(anywhere, fc.constantFrom(...repetitions), ({ text, at }, repeat) => {
        const changed = repeat(text, at, '');
        expect(meaningOf(changed)).toBeDefined();
        expect(isIntact(changed)).toBe(false);
      }),
      { seed, numRuns: numRuns / 10 },
    );
  });

  test('is told when it is nested without end', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(isIntact((reports[0] ?? '').replace('{', `{"x": ${deep},`))).toBe(false);
  });
});

describe('a report that was only written in another way', () => {
  test.each(Object.entries(sameMeaning))('is as it was: %s', (_what, rewrite) => {
    fc.assert(
      fc.property(anywhere, ({ text, at, more }) => {
        const changed = rewrite(text, at, more);
        expect(meaningOf(changed)).toBe(meaningOf(text));
        expect(isIntact(changed)).toBe(true);
      }),
      { seed, numRuns: numRuns / 50 },
    );
  });
});

test('names are compared object by object, and by what they spell', () => {
  expect(isUnambiguous('{"a": {"a": [{"a": 1}, {"a": "a:{[,"}]}, "b\\"": 1, "b": 2}')).toBe(true);
  expect(isUnambiguous('[{"a": 1, "\\u0061": 1}]')).toBe(false);
});
