import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeMessage, decodeSecret, encodeMessage, encodeSecret, lineReader } from './frames.ts';

const readAll = (bytes: Uint8Array, cuts: readonly number[], limit = 1_000_000) => {
  const lines: Uint8Array[] = [];
  let tooLong = 0;
  const push = lineReader({ limit, onLine: (line) => lines.push(line), onTooLong: () => (tooLong += 1) });
  let from = 0;
  for (const cut of [
    ...cuts.map((each) => each % (bytes.length + 1)).toSorted((a, b) => a - b),
    bytes.length,
  ]) {
    push(bytes.slice(from, cut));
    from = cut;
  }
  return { lines, tooLong };
};

describe('a message', () => {
  test('arrives as it was, wherever its bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 4 }), fc.array(fc.nat()), (values, cuts) => {
        const sent = values.map((value) => ({ value: JSON.parse(JSON.stringify(value)) as unknown }));
        const bytes = Uint8Array.from(sent.flatMap((message) => [...encodeMessage(message)]));
        expect(readAll(bytes, cuts).lines.map(decodeMessage)).toEqual(sent);
      }),
    );
  });

  test('is one line of printable ASCII', () => {
    const bytes = encodeMessage({ text: 'Entferne\n„Kaspersky“ 😀\u2028\u007f' });
    expect(bytes.slice(0, -1).every((byte) => byte >= 0x20 && byte <= 0x7e)).toBe(true);
    expect(bytes.at(-1)).toBe(0x0a);
    expect(decodeMessage(bytes.slice(0, -1))).toEqual({ text: 'Entferne\n„Kaspersky“ 😀\u2028\u007f' });
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{"a":1'],
    ['two of them', '{}{}'],
    ['another alphabet', '{"a":"ä"}'],
    ['a tab between its parts', '{\t}'],
    ['a line end of Windows', '{}\r'],
  ])('that is %s is none', (_, text) => {
    expect(decodeMessage(Uint8Array.from(Buffer.from(text, 'latin1')))).toBeUndefined();
  });

  test('as deep as a line is long ends nothing', () => {
    const deep = Uint8Array.from(Buffer.from('['.repeat(200_000)));
    expect(decodeMessage(deep)).toBeUndefined();
  });

  test('that is too long is told once and not held, and nothing after it is read', () => {
    const bytes = Uint8Array.from(Buffer.from(`{}\n${'x'.repeat(101)}\n{}\n`));
    expect(readAll(bytes, [], 100)).toMatchObject({ lines: [Uint8Array.from([0x7b, 0x7d])], tooLong: 1 });
    expect(readAll(bytes, [5, 20, 60, 104], 100).lines).toHaveLength(1);
    expect(readAll(Uint8Array.from(Buffer.from(`${'x'.repeat(100)}\n`)), [], 100).lines).toHaveLength(1);
  });

  test('leaves nothing of itself in the bytes that were handed over', () => {
    const chunk = encodeSecret(Uint8Array.from([1, 2, 3]));
    const push = lineReader({ limit: 100, onLine: () => undefined, onTooLong: () => undefined });
    push(chunk);
    expect([...chunk].every((byte) => byte === 0)).toBe(true);
  });
});

describe('a password', () => {
  test('arrives byte by byte, and its line is wiped', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const line = encodeSecret(bytes).slice(0, -1);
        expect(decodeSecret(line)).toEqual(bytes);
        expect([...line].every((byte) => byte === 0)).toBe(true);
      }),
    );
  });

  test.each(['0', 'zz', '0G', 'AB', '{}', '0 '])('is nothing that reads %s', (text) => {
    expect(decodeSecret(Uint8Array.from(Buffer.from(text)))).toBeUndefined();
  });
});
