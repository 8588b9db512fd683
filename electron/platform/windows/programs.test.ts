import { readFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Row } from '../../core/model/tables.ts';
import type { Interest } from '../../core/ports.ts';
import { programsProbe, uninstallKey } from './programs.ts';
import type { Registry } from './registry/registry.ts';
import { recordedRegistry, recording, troubled } from './testing/recorded-registry.ts';
import { expandable, smallWindows } from './testing/small-windows.ts';
import { put, stagedMachine, stagedRoot } from './testing/staged-machine.ts';

const anna = 'S-1-5-21-1-2-3-1001';
const nothing: Interest = { roots: [], exactPaths: [] };
const machineList = `HKLM\\SOFTWARE\\${uninstallKey}`;
const listIn = (view: '64' | '32', ...entries: readonly string[]): string =>
  entries
    .map((entry) => {
      const [name = '', ...values] = entry.split('\n');
      const key = `HKEY_LOCAL_MACHINE\\SOFTWARE\\${view === '32' ? 'WOW6432Node\\' : ''}${uninstallKey}`;
      return `[${key}\\${name}]\n${values.join('\n')}\n`;
    })
    .join('\n');

let root: string;
beforeEach(() => (root = stagedRoot()));
afterEach(() => rmSync(root, { recursive: true, force: true }));

type Stage = Parameters<typeof stagedMachine>[1];
const look = (registry: Registry, stage: Stage = {}) =>
  programsProbe(stagedMachine(root, { registry, ...stage })).read(nothing);

const rowsOf = async (registry: Registry, stage: Stage = {}) => {
  const reading = await look(registry, stage);
  if (reading.kind !== 'ok') throw new Error(reading.why);
  return reading.rows;
};
const named = (rows: readonly Row<'programs'>[], key: string) => rows.filter((row) => row.key === key);

describe('installed programs of a Wine machine', () => {
  const code = (last: number): string => `{11111111-2222-4333-8444-55555555550${String(last)}}`;
  const registry = recordedRegistry(
    recording('fixtures/registry/wine-folders.reg', import.meta.url),
    recording('fixtures/registry/wine-programs.reg', import.meta.url),
  );

  it('are those of both views and of the person who is signed in', async () => {
    const rows = await rowsOf(registry);
    expect(rows.map(({ key, scope, view, user }) => [key, scope, view, user])).toEqual([
      ['Broken', 'machine', '64', undefined],
      [code(1), 'machine', '64', undefined],
      [`InstallWIX_${code(3)}`, 'machine', '32', undefined],
      [code(2), 'machine', '32', undefined],
      ['Program Ж', 'user', '64', 'S-1-5-21-0-0-0-1000'],
    ]);
  });

  it('carry what Windows Installer wrote, empty texts left out', async () => {
    expect(named(await rowsOf(registry), code(1))).toEqual([
      {
        key: code(1),
        name: 'Kaspersky Endpoint Security for Windows',
        version: '12.8.0.505',
        publisher: 'AO Kaspersky Lab',
        scope: 'machine',
        view: '64',
        productCode: code(1),
        uninstallCommand: `MsiExec.exe /I${code(1)}`,
        hidden: false,
      },
    ]);
  });

  it('keep every script, entries without a name, and codes behind the names of WiX', async () => {
    const rows = await rowsOf(registry);
    expect(named(rows, `InstallWIX_${code(3)}`)).toMatchObject([
      { name: '卡巴斯基 Premium', productCode: code(3) },
    ]);
    expect(named(rows, code(2))).toMatchObject([{ productCode: code(2), hidden: true }]);
    expect(named(rows, code(2))[0]?.name).toBeUndefined();
    expect(named(rows, 'Broken')).toMatchObject([
      { uninstallCommand: 'C:\\Program Files\\No Quotes Here\\un inst.exe /x', hidden: true },
    ]);
    expect(named(rows, 'Program Ж')).toMatchObject([
      {
        installLocation: 'C:\\users\\root\\AppData\\Local\\Ж',
        quietUninstallCommand: '"C:\\users\\root\\AppData\\Local\\Ж\\un.exe" /S /quiet',
      },
    ]);
  });

  it('that Windows Installer surely does not know are said to be gone, machine-wide ones only', async () => {
    const installer = {
      remove: () => Promise.resolve(0),
      isInstalled: (asked: string) =>
        ({ kind: 'ok', value: asked !== code(2) && asked !== code(3) }) as const,
      packageProperty: () => ({ kind: 'missing' }) as const,
    };
    const rows = await rowsOf(registry, { api: { installer } });
    expect(rows.filter(({ state }) => state === 'not-installed').map(({ key }) => key)).toEqual([
      `InstallWIX_${code(3)}`,
      code(2),
    ]);
  });
});

describe('an entry', () => {
  const one = async (...values: readonly string[]) => {
    const rows = await rowsOf(recordedRegistry(smallWindows(), listIn('64', `Entry\n${values.join('\n')}`)));
    return rows[0];
  };
  const guid = '{11111111-2222-4333-8444-555555555509}';

  it('is hidden as Windows hides it', async () => {
    expect(await one('"DisplayName"="A"')).toMatchObject({ hidden: false });
    expect(await one('"DisplayName"="A"', '"SystemComponent"=dword:00000001')).toMatchObject({
      hidden: true,
    });
    expect(await one('"DisplayName"="A"', '"ParentKeyName"="Office"')).toMatchObject({ hidden: true });
  });

  it('has a product code only where Windows Installer is behind it', async () => {
    const entries = [
      `${guid}\n"UninstallString"="C:\\\\x\\\\setup.exe"`,
      `Named\n"UninstallString"="\\"C:\\\\Windows\\\\System32\\\\msiexec.exe\\" /qb /x ${guid}"`,
      `Other\n"UninstallString"="C:\\\\x\\\\setup.exe /x ${guid}"`,
    ];
    const rows = await rowsOf(recordedRegistry(smallWindows(), listIn('64', ...entries)));
    expect(rows.map(({ productCode }) => productCode)).toEqual([undefined, guid, undefined]);
  });

  it('has variables resolved from the registry where it asks for it, and only there', async () => {
    expect(
      await one(
        `"UninstallString"=${expandable('%ProgramFiles(x86)%\\x\\un.exe')}`,
        '"QuietUninstallString"="%ProgramFiles%\\\\un.exe"',
      ),
    ).toMatchObject({
      uninstallCommand: 'C:\\Program Files (x86)\\x\\un.exe',
      quietUninstallCommand: '%ProgramFiles%\\un.exe',
    });
  });
});

describe('what cannot be looked at', () => {
  const list = listIn('64', 'A\n"DisplayName"="A"', 'B\n"DisplayName"="B"');
  const registry = recordedRegistry(
    smallWindows({ people: { [anna]: 'C:\\Users\\Анна' } }),
    list,
    listIn('32', 'C\n"DisplayName"="C"'),
  );

  it('is a gap: one entry, a whole view, somebody’s hive', async () => {
    expect(await look(troubled(registry, [`${machineList}\\A`]))).toMatchObject({
      kind: 'ok',
      rows: [{ key: 'B' }, { key: 'C' }],
      gaps: [{ source: `${machineList}\\A`, kind: 'denied' }],
    });
    expect(await look(troubled(registry, [machineList], undefined, ['32']))).toMatchObject({
      kind: 'ok',
      rows: [{ key: 'A' }, { key: 'B' }],
      gaps: [{ source: `HKLM\\SOFTWARE\\WOW6432Node\\${uninstallKey}`, kind: 'denied' }],
    });
    put(root, 'C:\\Users\\Анна\\NTUSER.DAT', 'no hive');
    expect(await look(registry)).toMatchObject({
      kind: 'ok',
      gaps: [{ source: 'C:\\Users\\Анна\\NTUSER.DAT', kind: 'failed' }],
    });
  });

  it('does not pass for an empty list: no Windows has none', async () => {
    expect(await look(recordedRegistry(smallWindows()))).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/empty/),
    });
    expect(await look(troubled(registry, [machineList]))).toMatchObject({ kind: 'denied' });
    const bare = recordedRegistry(smallWindows({ people: { [anna]: 'C:\\Users\\Анна' } }));
    put(
      root,
      'C:\\Users\\Анна\\NTUSER.DAT',
      readFileSync(new URL('fixtures/hive/person.dat', import.meta.url)),
    );
    expect(await look(bare)).toMatchObject({
      kind: 'ok',
      rows: [{ key: 'NoName' }, { key: 'Программа' }],
      gaps: [{ kind: 'failed', why: expect.stringMatching(/empty/) }],
    });
  });
});

describe('programs of somebody who is not signed in', () => {
  it('are read from the hive file, with that person’s own folders', async () => {
    const registry = recordedRegistry(
      smallWindows({ people: { [anna]: 'C:\\Users\\Анна' } }),
      listIn('64', 'A'),
    );
    put(
      root,
      'C:\\Users\\Анна\\NTUSER.DAT',
      readFileSync(new URL('fixtures/hive/person.dat', import.meta.url)),
    );
    expect(named(await rowsOf(registry), 'Программа')).toEqual([
      {
        key: 'Программа',
        name: 'Программа Ж',
        publisher: 'Издатель',
        scope: 'user',
        view: '64',
        user: anna,
        uninstallCommand: '"C:\\Users\\Анна\\AppData\\Local\\Program\\un.exe" /S',
        hidden: false,
      },
    ]);
  });
});

describe('a 32-bit Windows', () => {
  it('shows its one list once', async () => {
    const small = smallWindows().replace(/"(?:ProgramFilesDir|CommonFilesDir) \(x86\)"=.*\r\n/g, '');
    const flat: Registry = recordedRegistry(small, listIn('64', 'A'));
    // As it answers: the question for a view is not heard.
    const both: Registry = { read: (path) => flat.read(path, '64') };
    expect((await rowsOf(both)).map(({ key }) => key)).toEqual(['A']);
  });
});
