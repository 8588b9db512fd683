import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPeople } from './person-hives.ts';
import type { Registry } from './registry/registry.ts';
import { textValue } from './registry/values.ts';
import { hiveFile, text } from './testing/hive-file.ts';
import { recordedRegistry, troubled } from './testing/recorded-registry.ts';
import { smallWindows } from './testing/small-windows.ts';
import { put, stagedMachine, stagedRoot } from './testing/staged-machine.ts';

const here = 'S-1-5-21-1-2-3-1001';
const away = 'S-1-5-21-1-2-3-1002';
const never = 'S-1-5-21-1-2-3-1003';

const windows = recordedRegistry(
  smallWindows({
    people: { [here]: 'C:\\Users\\here', [away]: 'C:\\Users\\Анна', [never]: 'C:\\Users\\never' },
  }),
  `[HKEY_USERS\\${here}\\Software]\n"Who"="here"\n`,
);
const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/hive/${name}.dat`, import.meta.url));
const saying = (who: string): Buffer => hiveFile({ keys: { Software: { values: [text('Who', who)] } } });

let root: string;
beforeEach(() => (root = stagedRoot()));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const whoIsThere = (registry: Registry = windows, options = {}) => {
  const machine = stagedMachine(root, { registry });
  return readPeople(
    machine,
    async ({ sid, registry: own }) => {
      const key = await own.read(`HKU\\${sid}\\Software`, '64');
      return { rows: [`${sid} ${key.kind === 'ok' ? (textValue(key, 'Who') ?? '') : key.kind}`], gaps: [] };
    },
    options,
  );
};

describe('everybody’s part of the registry', () => {
  it('is Windows’ own for who is signed in, the file of who is not, and none for who never was', async () => {
    put(root, 'C:\\Users\\Анна\\NTUSER.DAT', saying('away'));
    mkdirSync(`${root}/C/Users/never`);
    expect(await whoIsThere()).toEqual({ rows: [`${here} here`, `${away} away`], gaps: [] });
  });

  it('may be a profile that cannot be changed, or the one that new ones are copied from', async () => {
    put(root, 'C:\\Users\\Анна\\NTUSER.MAN', saying('mandatory'));
    put(root, 'C:\\Users\\Default\\NTUSER.DAT', saying('new'));
    expect((await whoIsThere()).rows).toEqual([`${here} here`, `${away} mandatory`]);
    expect((await whoIsThere(windows, { template: true })).rows).toContain('Default new');
  });

  it.each([
    ['dirty', `${away} `, /not closed/],
    ['torn-end', `${away} failed`, /missing or damaged/],
    ['torn-head', undefined, /first block/],
  ])('that is damaged (%s) is a gap with the file’s name', async (name, row, why) => {
    put(root, 'C:\\Users\\Анна\\NTUSER.DAT', fixture(name));
    const { rows, gaps } = await whoIsThere();
    expect(rows).toEqual([`${here} here`, ...(row === undefined ? [] : [row])]);
    expect(gaps).toEqual([
      { source: 'C:\\Users\\Анна\\NTUSER.DAT', kind: 'failed', why: expect.stringMatching(why) },
    ]);
  });

  it('that is not a file is a gap, and holds nobody up', async () => {
    mkdirSync(`${root}/C/Users/Анна/NTUSER.DAT`, { recursive: true });
    expect((await whoIsThere()).gaps).toMatchObject([{ source: 'C:\\Users\\Анна\\NTUSER.DAT' }]);
    rmSync(`${root}/C/Users/Анна/NTUSER.DAT`, { recursive: true });
    symlinkSync('/dev/zero', `${root}/C/Users/Анна/NTUSER.DAT`);
    expect((await whoIsThere()).gaps).toMatchObject([{ source: 'C:\\Users\\Анна\\NTUSER.DAT' }]);
  });

  it.skipIf(process.platform === 'win32')('that we may not read is a gap, denied', async () => {
    put(root, 'C:\\Users\\Анна\\NTUSER.DAT', saying('away'));
    chmodSync(`${root}/C/Users/Анна/NTUSER.DAT`, 0);
    const isRoot = process.getuid?.() === 0;
    // Nothing is closed to root: it looks as nobody.
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect((await whoIsThere()).gaps).toContainEqual({
        source: 'C:\\Users\\Анна\\NTUSER.DAT',
        kind: 'denied',
        why: 'permission denied',
      });
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  it('fails with the file’s name where a key in it is torn', async () => {
    put(root, 'C:\\Users\\Анна\\NTUSER.DAT', fixture('torn-key'));
    const machine = stagedMachine(root, { registry: windows });
    const { rows } = await readPeople(machine, async ({ sid, registry }) => {
      const key = await registry.read(`HKU\\${sid}\\Software\\Kinds`, '64');
      return { rows: key.kind === 'failed' ? [key.why] : [], gaps: [] };
    });
    expect(rows).toEqual([expect.stringMatching(/^C:\\Users\\Анна\\NTUSER\.DAT: /)]);
  });

  it('that Windows keeps closed, or a list of people that it does, is said', async () => {
    expect((await whoIsThere(troubled(windows, [`HKU\\${here}`]))).rows).toContain(`${here} denied`);
    const list = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList';
    expect((await whoIsThere(troubled(windows, [list]))).gaps).toMatchObject([
      { source: list, kind: 'denied' },
    ]);
  });

  it('is read from its file once a look, and anew for the next one', async () => {
    const path = 'C:\\Users\\Анна\\NTUSER.DAT';
    put(root, path, saying('first'));
    const machine = stagedMachine(root, { registry: windows });
    const read = () =>
      readPeople(machine, async ({ sid, registry }) => {
        const key = await registry.read(`HKU\\${sid}\\Software`, '64');
        return { rows: key.kind === 'ok' ? [textValue(key, 'Who')] : [], gaps: [] };
      });
    expect((await read()).rows).toEqual(['here', 'first']);
    writeFileSync(`${root}/C/Users/Анна/NTUSER.DAT`, saying('second'));
    expect((await read()).rows).toEqual(['here', 'first']);
    expect((await whoIsThere()).rows).toContain(`${away} second`);
  });
});
