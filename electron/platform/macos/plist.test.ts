import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordedBytes } from './fixtures/mac.ts';
import { arrayIn, parsePlist, readPlist, textIn } from './plist.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'plist-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a property list', () => {
  it.each(['info-binary.plist', 'info-xml.plist'])('is read from %s', (name) => {
    const info = parsePlist(recordedBytes(name));
    expect(textIn(info, 'CFBundleIdentifier')).toBe('com.kaspersky.kav');
    expect(textIn(info, 'NSHumanReadableCopyright')).toMatch(
      /^© 2026 AO Kaspersky Lab.*Все права защищены\.$/,
    );
    expect(arrayIn(info, 'CFBundleURLTypes')).toEqual([
      { CFBundleURLName: 'kav', CFBundleURLSchemes: ['kav'] },
    ]);
  });

  it('is read with a byte order mark, and in UTF-16', () => {
    const xml = recordedBytes('info-innocent.plist');
    const utf16 = Buffer.from(`\uFEFF${xml.toString('utf8').replace('UTF-8', 'UTF-16')}`, 'utf16le');
    for (const bytes of [Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), xml]), utf16])
      expect(textIn(parsePlist(bytes), 'CFBundleIdentifier')).toBe('com.example.guide');
  });

  it.each([
    ['garbage', Buffer.from('garbage')],
    ['a broken document', Buffer.from('<?xml version="1.0"?><plist><dict><key>Label</key>')],
    ['a list at the top', Buffer.from('<plist version="1.0"><array><string>x</string></array></plist>')],
    ['half a binary list', recordedBytes('info-binary.plist').subarray(0, 300)],
    ['a binary list without an end', Buffer.from('bplist00')],
    ['bytes that are no text', Buffer.from([0x80, 0x81, 0xfe])],
  ])('is not made of %s', (_, bytes) => {
    expect(() => parsePlist(bytes)).toThrow('it is not a property list');
  });

  it('has every kind of value', () => {
    for (const name of ['everything-binary.plist', 'everything-xml.plist']) {
      const all = parsePlist(recordedBytes(name));
      expect(all).toMatchObject({
        Label: 'com.example.all',
        long: 'x'.repeat(300),
        wide: 'Касперский 🛡',
        flag: true,
        off: false,
        nested: { a: [{ b: 'c' }] },
      });
      expect(arrayIn(all, 'many')).toHaveLength(400);
    }
    expect(arrayIn(parsePlist(recordedBytes('everything-binary.plist')), 'numbers')).toEqual([
      0,
      255,
      65_535,
      2 ** 31,
      2 ** 40,
      -1,
      undefined,
    ]);
  });

  it('cannot unfold without an end, nor reach an object’s prototype', () => {
    // Sixty arrays, each with the next one twice: 2^60 values in 300 bytes.
    const arrays = Array.from({ length: 60 }, (_, at) => [0xa2, at + 1, at + 1]).flat();
    const head = Buffer.from('bplist00');
    const body = Buffer.from([...arrays, 0x50]);
    const table = Buffer.from([...Array.from({ length: 60 }, (_, at) => 8 + at * 3), 8 + 180]);
    const trailer = Buffer.alloc(32);
    trailer.set([1, 1], 6);
    trailer[15] = 61;
    trailer[31] = 8 + body.length;
    expect(() => parsePlist(Buffer.concat([head, body, table, trailer]))).toThrow(
      'it is not a property list',
    );
    const xml =
      '<plist><dict><key>__proto__</key><dict><key>Label</key><string>x</string></dict></dict></plist>';
    expect(textIn(parsePlist(Buffer.from(xml)), 'Label')).toBeUndefined();
  });

  it('with any byte changed is read or refused, in no time and without a word', () => {
    const spoken = vi.spyOn(console, 'error');
    const binary = recordedBytes('info-binary.plist');
    const xml = recordedBytes('info-innocent.plist');
    fc.assert(
      fc.property(fc.constantFrom(binary, xml), fc.nat(), fc.nat(255), (list, at, byte) => {
        const changed = Buffer.from(list);
        changed[at % list.length] = byte;
        try {
          parsePlist(changed);
        } catch (error) {
          expect(error).toEqual(new Error('it is not a property list'));
        }
      }),
      { numRuns: 2_000 },
    );
    expect(spoken).not.toHaveBeenCalled();
  });

  it('that is empty says nothing, and that is no fault', async () => {
    writeFileSync(join(folder, 'empty.plist'), '');
    expect(await readPlist(join(folder, 'empty.plist'))).toBeUndefined();
  });
});
