import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { KeyReading, Registry } from '../registry/registry.ts';
import { numberOf, textOf, textValue, textsOf, valueNamed } from '../registry/values.ts';
import type { ListKind } from '../testing/hive-file.ts';
import { hiveFile, seal, text } from '../testing/hive-file.ts';
import { openHive } from './open-hive.ts';

const mount = 'HKU\\S-1-5-21-1-2-3-1001';
const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../fixtures/hive/${name}.dat`, import.meta.url));

const opened = (bytes: Buffer): Registry => {
  const hive = openHive(bytes, mount);
  if (hive.kind !== 'ok') throw new Error(hive.why);
  return hive.registry;
};
const read = (registry: Registry, path: string): Promise<KeyReading> =>
  registry.read(path === '' ? mount : `${mount}\\${path}`, '64');

const keyAt = async (bytes: Buffer, path: string) => {
  const key = await read(opened(bytes), path);
  if (key.kind !== 'ok') throw new Error(key.kind);
  return key;
};

describe('a hive that hivex wrote', () => {
  it('gives keys and values in every script, found without regard to case', async () => {
    const names = await keyAt(fixture('person'), 'SOFTWARE\\лаборатория\\卡巴斯基');
    expect(textValue(names, 'имя')).toBe('Касперский 卡巴斯基');
    expect(valueNamed(names, '值')?.data).toEqual(Buffer.from([7, 0, 0, 0]));
    const narrow = await keyAt(fixture('person'), 'Software\\GRÖßE');
    expect(textValue(narrow, '')).toBe('default');
    expect(narrow.values.map(numberOf)).toContain(2 ** 40);
  });

  it('lists what is below a key, all of it', async () => {
    expect((await keyAt(fixture('person'), '')).subkeys).toEqual(['Environment', 'Software']);
    const many = await keyAt(fixture('large'), 'Many');
    expect([...many.subkeys].toSorted()).toEqual(
      Array.from({ length: 100 }, (_, index) => `Key${String(index + 1)}`).toSorted(),
    );
    expect((await keyAt(fixture('large'), 'Many\\Key100')).values.map(numberOf)).toEqual([100]);
  });

  it('keeps values of every kind and size as they are', async () => {
    const { values } = await keyAt(fixture('person'), 'Software\\Kinds');
    const named = Object.fromEntries(values.map((value) => [value.name, value]));
    expect(named['binary']?.data).toEqual(Buffer.from([0, 1, 0xfe, 0xff, 0x80]));
    expect(named['list'] && textsOf(named['list'])).toEqual(['one', '', 'три']);
    expect(named['odd']?.data).toEqual(Buffer.from('abc'));
    expect(named['empty'] && textOf(named['empty'])).toBe('');
    expect(named['short'] && numberOf(named['short'])).toBeUndefined();
  });

  it('joins a large value from its pieces', async () => {
    const joined = valueNamed(await keyAt(fixture('large'), 'Large'), 'joined')?.data;
    expect(joined).toHaveLength(40_000);
    const numbers = Array.from({ length: 10_000 }, (_, index) => joined?.readUInt32LE(index * 4));
    expect(numbers.every((number, index) => number === index + 1)).toBe(true);
  });

  it('says what is not there, and nothing else, to be missing', async () => {
    const registry = opened(fixture('person'));
    expect(await read(registry, 'Software\\KasperskyLab\\AVP21')).toEqual({ kind: 'missing' });
    expect(await read(registry, 'Software\\Kinds\\x\\y')).toEqual({ kind: 'missing' });
    await expect(async () => registry.read('HKU\\S-1-5-21-1-2-3-10011\\Software', '64')).rejects.toThrow(
      /is not in the hive/,
    );
  });
});

describe('every kind of list', () => {
  it.each<ListKind>(['li', 'lf', 'lh', 'ri'])('%s names its keys', async (list) => {
    const keys = Object.fromEntries(['b', 'Ж', 'a'].map((name) => [name, { values: [text('v', name)] }]));
    const file = hiveFile({ keys: { Software: { keys } } }, { list });
    expect((await keyAt(file, 'Software')).subkeys).toEqual(['b', 'Ж', 'a']);
    expect(textValue(await keyAt(file, 'Software\\ж'), 'V')).toBe('Ж');
  });
});

describe('a hive that was not closed', () => {
  it('is read, and says that it may not be all', async () => {
    expect(openHive(fixture('dirty'), mount)).toMatchObject({
      kind: 'ok',
      doubt: expect.stringMatching(/not closed/),
    });
    expect(openHive(fixture('person'), mount)).toMatchObject({ kind: 'ok', doubt: undefined });
    expect((await keyAt(fixture('dirty'), 'Software\\KasperskyLab')).subkeys).toEqual(['AVP21.25']);
  });
});

describe('a damaged hive', () => {
  it('whose first block is half written is not believed', () => {
    expect(openHive(fixture('torn-head'), mount)).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/first block/),
    });
  });

  it('whose end is missing says so, and fails where it is missing', async () => {
    expect(openHive(fixture('torn-end'), mount)).toMatchObject({
      kind: 'ok',
      doubt: expect.stringMatching(/missing or damaged/),
    });
    const kinds = await Promise.all(
      ['', 'Software', 'Software\\Лаборатория'].map(
        async (path) => (await read(opened(fixture('torn-end')), path)).kind,
      ),
    );
    expect(kinds).toContain('failed');
    expect(kinds).not.toContain('missing');
  });

  it('fails in the torn key and where its name would have to be listed, and nowhere else', async () => {
    const registry = opened(fixture('torn-key'));
    expect(await read(registry, 'Software')).toMatchObject({ kind: 'failed' });
    expect(await read(registry, 'Software\\Kinds')).toMatchObject({ kind: 'failed' });
    expect(await read(registry, 'Software\\NotThere')).toMatchObject({ kind: 'failed' });
    expect(await read(registry, 'Software\\KasperskyLab\\AVP21.25\\environment')).toMatchObject({
      kind: 'ok',
    });
  });

  it('of another format or version is none', () => {
    expect(openHive(Buffer.alloc(0), mount).kind).toBe('failed');
    expect(openHive(Buffer.alloc(8192), mount).kind).toBe('failed');
    expect(openHive(fixture('person').subarray(0, 4096), mount).kind).toBe('failed');
    for (const [at, number] of [
      [20, 2],
      [24, 9],
      [28, 1],
    ] as const) {
      const other = fixture('person');
      other.writeUInt32LE(number, at);
      seal(other);
      expect(openHive(other, mount)).toMatchObject({ kind: 'failed', why: expect.stringMatching(/version/) });
    }
  });
});

describe('a hive made to deceive', () => {
  const patched = (change: (file: Buffer, at: (name: string) => number) => void): Buffer => {
    const file = hiveFile({
      keys: { Software: { keys: { One: { values: [text('long', 'a text')] }, Two: {} } }, Other: {} },
    });
    change(file, (name) => file.indexOf(name, 4096, 'latin1') - 76);
    return file;
  };

  it('with a key below itself does not lead in circles', async () => {
    const file = patched((bytes, at) => {
      // The list of `Software` is handed to `One`, which it lists.
      bytes.copy(bytes, at('One') + 20, at('Software') + 20, at('Software') + 32);
    });
    expect(await read(opened(file), 'Software\\One')).toMatchObject({ kind: 'failed' });
    expect(await read(opened(file), 'Software\\One\\One')).toMatchObject({ kind: 'failed' });
    expect((await read(opened(file), 'Software')).kind).toBe('ok');
  });

  it('that claims more, fewer or endless keys and values fails there', async () => {
    for (const count of [0, 1, 3, 0x7fffffff, 0xffffffff]) {
      const file = patched((bytes, at) => bytes.writeUInt32LE(count, at('Software') + 20));
      expect((await read(opened(file), 'Software')).kind).toBe('failed');
    }
    for (const count of [0, 2, 0x10000000, 0xffffffff]) {
      const file = patched((bytes, at) => bytes.writeUInt32LE(count, at('One') + 36));
      expect((await read(opened(file), 'Software\\One')).kind).toBe('failed');
    }
  });

  it('with a record that is free, crooked or longer than its bin fails there', async () => {
    for (const size of [0x58, 0, -0x100000, -0x54, -8, -0x80000000]) {
      const file = patched((bytes, at) => bytes.writeInt32LE(size, at('Two') - 4));
      expect((await read(opened(file), 'Software\\Two')).kind).toBe('failed');
      expect((await read(opened(file), 'Software\\One')).kind).toBe('ok');
    }
  });

  it('with a link, a name with a backslash or no name is not followed', async () => {
    const link = patched((bytes, at) => bytes.writeUInt16LE(0x30, at('One') + 2));
    expect(await read(opened(link), 'Software\\One')).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/link/),
    });
    const backslash = patched((bytes, at) => bytes.write('\\', at('One') + 77, 'latin1'));
    expect((await read(opened(backslash), 'Software')).kind).toBe('failed');
    const nameless = patched((bytes, at) => bytes.writeUInt16LE(0, at('One') + 72));
    expect((await read(opened(nameless), 'Software')).kind).toBe('failed');
  });

  it('whose lists name one key again and again costs no more than the file is long', async () => {
    const raw = (name: string, byte: number) => ({ name, type: 3, data: Buffer.alloc(16_000, byte) });
    const values = [raw('short list', 0xaa), raw('long list', 0xbb)];
    const file = hiveFile({ keys: { Many: { values, keys: { X: {} } } } });
    const many = file.indexOf('Many', 4096, 'latin1') - 76;
    const key = file.readUInt32LE(4096 + file.readUInt32LE(many + 28) + 8);
    const list = (mark: string, filledWith: number, entry: number): number => {
      const cell = file.indexOf(Buffer.alloc(16_000, filledWith));
      file.write(mark, cell, 'latin1');
      file.writeUInt16LE(3_999, cell + 2);
      for (let at = 4; at < 16_000; at += 4) file.writeUInt32LE(entry, cell + at);
      return cell - 4 - 4096;
    };
    file.writeUInt32LE(list('ri', 0xbb, list('li', 0xaa, key)), many + 28);
    expect(await read(opened(file), 'Many')).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/overlap/),
    });
  });
});
