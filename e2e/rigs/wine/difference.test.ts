import { describe, expect, it } from 'vitest';

import { unexplained } from './difference';
import { belongsTo, madeByWine, namedInJournal } from './explanations';
import { packedCode } from './fixtures/msi';
import { registryFile } from './registry-text';
import { parseRegistry, type MachineState } from './state';
import { quoted } from './windows-path';
import { wineWrites } from './wine-writes';

const state = (
  keys: Readonly<Record<string, Readonly<Record<string, string>>>>,
  files: Readonly<Record<string, string>> = {},
): MachineState => ({
  registry: new Map(Object.entries(keys).map(([key, values]) => [key, new Map(Object.entries(values))])),
  files: new Map(Object.entries(files)),
});

describe('a saved registry', () => {
  const text = String.raw`WINE REGISTRY Version 2
;; All keys relative to REGISTRY\\Machine

[Software\\A \x41a\x430\\B [x]] 1795689299
#time=1dd7d91c9bc9794
@="own"
"a\\b\"c"="C:\\x"
"long"=hex:01,02,\
  03,04
"\x41f"=dword:00000001

[Software\\Link] 1795689299
#link
"SymbolicLinkValue"=hex(6):5c,00
`;
  it('is read with every key on the way, every value whole, and no times', () => {
    const keys = parseRegistry(text, 'HKLM');
    expect([...keys.keys()].toSorted()).toEqual(
      [
        'HKLM',
        'HKLM\\Software',
        'HKLM\\Software\\A Ка',
        'HKLM\\Software\\A Ка\\B [x]',
        'HKLM\\Software\\Link',
      ].toSorted(),
    );
    expect(Object.fromEntries(keys.get('HKLM\\Software\\A Ка\\B [x]') ?? [])).toEqual({
      '': '"own"',
      'a\\b"c': String.raw`"C:\\x"`,
      long: 'hex:01,02,03,04',
      П: 'dword:00000001',
    });
    expect(keys.get('HKLM\\Software\\Link')?.has('#link')).toBe(true);
  });
});

describe('the difference of two states', () => {
  it('is every line that came, went or changed, and no other spelling', () => {
    const before = state(
      { 'HKLM\\A': { x: '1', Y: '2' }, 'HKLM\\Gone': { z: '3' } },
      { 'C:\\F': 'folder', 'C:\\F\\a.txt': '1 aa', 'C:\\F\\b.txt': '1 bb' },
    );
    const after = state(
      { 'HKLM\\a': { X: '1', Y: '5' }, 'HKLM\\New': {} },
      { 'C:\\f': 'folder', 'C:\\F\\A.txt': '1 ab', 'C:\\F\\c.txt': '1 cc' },
    );
    expect(unexplained(before, after, [])).toEqual(
      [
        '~ HKLM\\A : Y = 2 -> 5',
        '- HKLM\\Gone',
        '- HKLM\\Gone : z = 3',
        '+ HKLM\\New',
        '~ C:\\F\\a.txt = 1 aa -> 1 ab',
        '- C:\\F\\b.txt = 1 bb',
        '+ C:\\F\\c.txt = 1 cc',
      ].toSorted(),
    );
    expect(unexplained(before, before, [])).toEqual([]);
  });
});

describe('a manifest', () => {
  const own = belongsTo({
    keys: ['HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\KES'],
    files: ['C:\\Program Files (x86)\\Kaspersky Lab\\KES.12'],
    services: ['AVP.KES'],
    values: [{ key: 'HKLM\\System\\X', name: 'Pending' }],
  });
  const left = (
    keys: Parameters<typeof state>[0],
    files: Parameters<typeof state>[1] = {},
  ): readonly string[] => unexplained(state({}), state(keys, files), [own]);

  it('accounts for its own places, with what is below and the empty ones above', () => {
    expect(
      left(
        {
          'HKLM\\Software\\Wow6432Node\\KasperskyLab': {},
          'HKLM\\Software\\Wow6432Node\\KasperskyLab\\KES\\environment': { a: '1' },
          'HKLM\\System\\CurrentControlSet\\Services\\AVP.KES': { Start: '2' },
        },
        {
          'C:\\Program Files (x86)\\Kaspersky Lab': 'folder',
          'C:\\Program Files (x86)\\Kaspersky Lab\\KES.12\\avp.exe': '1 aa',
        },
      ),
    ).toEqual([]);
  });

  it('accounts for nothing beside them, nor for values of a key above', () => {
    const lines = left(
      {
        'HKLM\\Software\\Wow6432Node\\KasperskyLab\\KES2': {},
        'HKLM\\System\\X': { Other: '1', Pending: '2' },
        'HKLM\\System\\CurrentControlSet\\Services\\AVP.KES2': {},
      },
      {
        'C:\\Program Files (x86)': 'folder',
        'C:\\Program Files (x86)\\Kaspersky Lab\\KES.12.2': 'folder',
        'C:\\Program Files (x86)\\Kaspersky Lab': '3 a file',
      },
    );
    expect(lines).toEqual(
      [
        '+ C:\\Program Files (x86) = folder',
        '+ C:\\Program Files (x86)\\Kaspersky Lab = 3 a file',
        '+ C:\\Program Files (x86)\\Kaspersky Lab\\KES.12.2 = folder',
        '+ HKLM\\Software\\Wow6432Node\\KasperskyLab\\KES2',
        '+ HKLM\\System\\CurrentControlSet\\Services\\AVP.KES2',
        '+ HKLM\\System\\X',
        '+ HKLM\\System\\X : Other = 1',
      ].toSorted(),
    );
  });
});

describe('a journal', () => {
  const journal = `{"kind":"moved","from":"C:\\\\ProgramData\\\\Kaspersky Lab\\\\KES","keys":["HKCU\\\\Software\\\\KasperskyLab\\\\X"]}
{"kind":"looked","in":["C:\\\\Program Files","C:\\\\windows\\\\system32","HKEY_LOCAL_MACHINE\\\\SOFTWARE","C:\\\\ProgramData\\\\Kaspersky Lab"]}
`;
  const named = namedInJournal(journal, 'S-1-5-21-1');

  it('accounts for what it names and what is below', () => {
    const before = state(
      { 'HKU\\S-1-5-21-1\\Software\\KasperskyLab\\X\\Y': { a: '1' } },
      { 'C:\\ProgramData\\Kaspersky Lab\\KES\\a.log': '1 aa' },
    );
    expect(unexplained(before, state({}), [named])).toEqual([]);
  });

  it('accounts for nothing in places that everybody shares, even when it names them', () => {
    const before = state(
      { 'HKLM\\SOFTWARE\\Foo': {} },
      {
        'C:\\Program Files\\Foo': 'folder',
        'C:\\ProgramData\\Kaspersky Lab\\AVP': 'folder',
        'C:\\windows\\system32\\klist.exe': '1 aa',
      },
    );
    expect(unexplained(before, state({}), [named])).toHaveLength(4);
  });
});

describe('the list of Wine’s own writes', () => {
  it('gives a reason for each, and accounts for no product', () => {
    expect(wineWrites.every(({ why }) => why.length > 20)).toBe(true);
    const list = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\X';
    const product = 'HKLM\\Software\\Classes\\Installer\\Products\\1234';
    const gone = unexplained(
      state({ [list]: {}, [product]: {} }, { 'C:\\windows\\Installer\\a.msi': '1 aa' }),
      state({}),
      [madeByWine],
    );
    expect(gone).toHaveLength(3);
  });
});

describe('texts for Windows', () => {
  it('are written as its own tools read them', () => {
    expect(packedCode('{12345678-ABCD-EF01-2345-6789ABCDEF01}')).toBe('87654321DCBA10FE32547698BADCFE10');
    const file = registryFile([
      {
        path: 'HKLM\\SOFTWARE\\A',
        values: {
          '': 'x"y\\',
          n: 10,
          many: ['a', ''],
          path: { expandable: '%A%' },
          raw: { binary: Buffer.from([1, 255]) },
        },
      },
    ]);
    expect(file.split('\r\n').slice(2)).toEqual([
      '[HKEY_LOCAL_MACHINE\\SOFTWARE\\A]',
      String.raw`@="x\"y\\"`,
      '"n"=dword:0000000a',
      '"many"=hex(7):61,00,00,00,00,00,00,00',
      '"path"=hex(2):25,00,41,00,25,00,00,00',
      '"raw"=hex:01,ff',
      '',
    ]);
  });

  it('quotes an argument only where it must', () => {
    expect(['a', '', 'a b', 'a"b', 'a\\ b\\', String.raw`a\"b`].map(quoted)).toEqual([
      'a',
      '""',
      '"a b"',
      String.raw`"a\"b"`,
      String.raw`"a\ b\\"`,
      String.raw`"a\\\"b"`,
    ]);
  });
});
