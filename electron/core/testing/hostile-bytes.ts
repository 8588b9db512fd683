import fc from 'fast-check';
import { hazardIds } from '../model/hazard.ts';

/** Messages that are nearly right, and bytes that are nearly a message. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const hostileText = fc.constantFrom(
  'package:dpkg:openssh-server',
  'package:rpm:kesl',
  'script:/bin/sh',
  'entry:64:../../evil',
  'msi:{00000000-0000-0000-0000-000000000000}',
  '/etc/passwd',
  '../../etc/shadow',
  '$(id)',
  '; rm -rf /',
  '__proto__',
  'constructor',
  'linux-kesl',
  'linux-kesl:dpkg:kesl',
  'x'.repeat(2_000),
  '\u0000',
  '\ud800',
  '',
);
const hostileValue: fc.Arbitrary<Json> = fc.oneof(
  hostileText,
  fc.constantFrom<Json>(null, true, 0, -1, 1e308, [], {}, [[]], { command: ['id'] }),
  fc.constantFrom(...hazardIds),
  fc.array(hostileText, { maxLength: 4 }),
  fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'path', 'command', 'kind', 'id'), hostileText, {
    maxKeys: 3,
  }),
);

/** One change at a place that the numbers choose: another value, a value more, one less, one twice. */
export interface Change {
  readonly way: readonly number[];
  readonly how: 'replace' | 'add' | 'drop' | 'twice';
  readonly key: string;
  readonly value: Json;
}
export const changes: fc.Arbitrary<Change> = fc.record({
  way: fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }),
  how: fc.constantFrom<Change['how']>('replace', 'add', 'drop', 'twice'),
  key: fc.constantFrom('__proto__', 'constructor', 'path', 'command', 'argv', 'kind', 'toString', 'actions'),
  value: hostileValue,
});

/** A message with one change in it. */
export const changed = (value: Json, { way, how, key, value: other }: Change): Json => {
  const [step = 0, ...rest] = way;
  const deeper = (child: Json): Json => changed(child, { way: rest, how, key, value: other });
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    const at = list.length === 0 ? 0 : step % list.length;
    if (rest.length > 0 && list.length > 0)
      return list.map((child, place) => (place === at ? deeper(child) : child));
    const before = list.slice(0, at);
    const here = list.slice(at, at + 1);
    const after = list.slice(at + 1);
    if (how === 'drop') return [...before, ...after];
    return [
      ...before,
      ...(how === 'twice' ? [...here, ...here] : how === 'add' ? [...here, other] : [other]),
      ...after,
    ];
  }
  if (typeof value !== 'object' || value === null) return other;
  const entries = Object.entries(value);
  const at = entries.length === 0 ? 0 : step % entries.length;
  if (how === 'add' && rest.length === 0) return fromEntries([...entries, [key, other]]);
  return fromEntries(
    entries.flatMap(([name, child], place): [string, Json][] => {
      if (place !== at) return [[name, child]];
      if (rest.length > 0) return [[name, deeper(child)]];
      return how === 'drop' ? [] : [[name, other]];
    }),
  );
};

/** Also a key `__proto__`, which an object literal would not keep as one. */
const fromEntries = (entries: readonly [string, Json][]): Json => {
  const made: Record<string, Json> = {};
  for (const [key, value] of entries)
    Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
  return made;
};

interface Tear {
  readonly at: number;
  readonly how: 'none' | 'flip' | 'cut' | 'repeat' | 'insert' | 'long';
  readonly byte: number;
}

/** What happens to bytes on the way; mostly nothing. */
export const tears: fc.Arbitrary<Tear> = fc.record({
  at: fc.nat(),
  how: fc.oneof(
    { weight: 2, arbitrary: fc.constant<Tear['how']>('none') },
    fc.constantFrom<Tear['how']>('flip', 'cut', 'repeat', 'insert', 'long'),
  ),
  byte: fc.nat(255),
});

export const torn = (bytes: Uint8Array, { at, how, byte }: Tear): Uint8Array => {
  const place = at % bytes.length;
  switch (how) {
    case 'none':
      return bytes;
    case 'flip':
      return bytes.map((each, index) => (index === place ? each ^ (byte | 1) : each));
    case 'cut':
      return bytes.slice(0, place);
    case 'repeat':
      return Uint8Array.from([...bytes.subarray(0, place), ...bytes.subarray(place >> 1)]);
    case 'insert':
      return Uint8Array.from([...bytes.subarray(0, place), byte, ...bytes.subarray(place)]);
    case 'long':
      return Uint8Array.from([
        ...bytes.subarray(0, -1),
        ...new Uint8Array(byte === 0 ? 270_000 : 0).fill(0x20),
        10,
      ]);
  }
};
