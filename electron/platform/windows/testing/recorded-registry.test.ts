import { describe, expect, it } from 'vitest';
import { numberOf, textOf, textValue, textsOf, valueNamed } from '../registry/values.ts';
import type { KeyReading, RegistryKey } from '../registry/registry.ts';
import { recordedRegistry, recording, troubled } from './recorded-registry.ts';

const keyOf = async (reading: Promise<KeyReading>): Promise<RegistryKey> => {
  const key = await reading;
  if (key.kind !== 'ok') throw new Error(`it is ${key.kind}`);
  return key;
};

describe('an export', () => {
  it('that Wine wrote is read byte by byte, its long values over several lines', async () => {
    const registry = recordedRegistry(recording('../fixtures/registry/wine-folders.reg', import.meta.url));
    const key = await keyOf(registry.read('hklm\\software\\microsoft\\windows\\currentversion', '64'));
    expect(textValue(key, 'ProgramFilesDir (x86)')).toBe('C:\\Program Files (x86)');
    expect(textValue(key, 'ProgramFilesPath')).toBe('%ProgramFiles%');
    const windows = await keyOf(registry.read('HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', '64'));
    expect(valueNamed(windows, 'DigitalProductId')?.data).toEqual(Buffer.alloc(164));
    expect(valueNamed(windows, 'CurrentMajorVersionNumber')?.data.readUInt32LE(0)).toBe(10);
  });

  it('keeps quotes, backslashes, line ends, brackets and every kind of value', async () => {
    const registry = recordedRegistry(
      [
        'Windows Registry Editor Version 5.00\r\n',
        '[HKEY_LOCAL_MACHINE\\SOFTWARE\\[odd] name]',
        '@="default \\"quoted\\" C:\\\\dir\\\\"',
        '"a=b"="x"',
        '"two',
        'lines"="one\r\n[two]\r\n"',
        '"wine"="one\\ntwo"',
        '"list"=hex(7):61,00,00,00,\\\r\n  62,00,00,00,00,00',
        '"big"=hex(b):01,00,00,00,00,00,00,00',
        '"none"=hex(0):',
        '"bytes"=hex:ff',
        '',
      ].join('\r\n'),
    );
    const key = await keyOf(registry.read('HKLM\\SOFTWARE\\[odd] name', '64'));
    expect(textValue(key, '')).toBe('default "quoted" C:\\dir\\');
    expect(textValue(key, 'a=b')).toBe('x');
    expect(textValue(key, 'two\r\nlines')).toBe('one\r\n[two]\r\n');
    expect(textValue(key, 'wine')).toBe('one\ntwo');
    expect(key.values.map(({ name, type }) => `${name} ${String(type)}`).slice(4)).toEqual([
      'list 7',
      'big 11',
      'none 0',
      'bytes 3',
    ]);
    const [list, big] = ['list', 'big'].map((name) => valueNamed(key, name));
    expect(list === undefined ? undefined : textsOf(list)).toEqual(['a', 'b']);
    expect(big === undefined ? undefined : numberOf(big)).toBe(1);
    expect(key.values.map(textOf).filter((text) => text !== undefined)).toHaveLength(4);
  });

  it('that is none is a mistake of the test', () => {
    expect(() => recordedRegistry('REGEDIT4\n\n[HKEY_LOCAL_MACHINE\\X]\n')).toThrow(/before any key/);
    expect(() => recordedRegistry('[HKEY_CURRENT_USER\\X]')).toThrow(/neither/);
    expect(() => recordedRegistry('[HKEY_USERS\\X]\n"a"=hex:zz')).toThrow(/no such data/);
    expect(() => recordedRegistry('[HKEY_USERS\\X]\nnonsense')).toThrow(/not a value/);
    expect(() => recordedRegistry(Buffer.from('[HKEY_USERS\\X]'))).toThrow(/version 5/);
  });
});

describe('the two views of a recording', () => {
  const registry = recordedRegistry(`
[HKEY_LOCAL_MACHINE\\SOFTWARE\\Vendor64]
[HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Vendor32\\Below]
[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SystemCertificates\\ROOT]
[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\klif]
[HKEY_USERS\\S-1-5-21-1-2-3-1001\\Software\\Vendor]
`);
  const kinds = async (path: string) => {
    const [in64, in32] = await Promise.all([registry.read(path, '64'), registry.read(path, '32')]);
    return `${in64.kind} ${in32.kind}`;
  };

  it('hold their own programs’ keys', async () => {
    expect(await kinds('HKLM\\SOFTWARE\\Vendor64')).toBe('ok missing');
    expect(await kinds('HKLM\\software\\vendor32\\BELOW')).toBe('missing ok');
    const top = await keyOf(registry.read('HKLM\\SOFTWARE', '32'));
    expect(top.subkeys).toEqual(['Vendor32']);
  });

  it('share the system, what Windows shares of the software, and the users', async () => {
    for (const path of [
      'HKLM\\SYSTEM\\CurrentControlSet\\Services\\KLIF',
      'HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\ROOT',
      'HKU\\S-1-5-21-1-2-3-1001\\Software\\Vendor',
    ])
      expect(await kinds(path)).toBe('ok ok');
    expect(await kinds('HKLM\\SYSTEM\\Nothing')).toBe('missing missing');
  });

  it('can be closed at and below a key, in one view or both', async () => {
    const closed = troubled(registry, ['HKLM\\SOFTWARE\\VENDOR32'], { kind: 'failed', why: 'torn' }, ['32']);
    expect(await closed.read('HKLM\\SOFTWARE\\Vendor32\\Below', '32')).toEqual({
      kind: 'failed',
      why: 'torn',
    });
    expect((await closed.read('HKLM\\SOFTWARE\\Vendor32\\Below', '64')).kind).toBe('missing');
    expect((await closed.read('HKLM\\SOFTWARE\\Vendor321', '32')).kind).toBe('missing');
    expect((await troubled(registry, ['HKU']).read('HKU\\S-1-5-21-1-2-3-1001', '64')).kind).toBe('denied');
  });
});
