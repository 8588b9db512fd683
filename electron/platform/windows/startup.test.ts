import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Interest } from '../../core/ports.ts';
import type { Registry } from './registry/registry.ts';
import { startupProbe } from './startup.ts';
import { hiveFile, text } from './testing/hive-file.ts';
import { recordedRegistry, recording, troubled } from './testing/recorded-registry.ts';
import { expandable, smallWindows } from './testing/small-windows.ts';
import { put, stagedMachine, stagedRoot } from './testing/staged-machine.ts';

const anna = 'S-1-5-21-1-2-3-1001';
const nothing: Interest = { roots: [], exactPaths: [] };
const startMenu = 'Microsoft\\Windows\\Start Menu\\Programs';

let root: string;
beforeEach(() => (root = stagedRoot()));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const look = (registry: Registry) => startupProbe(stagedMachine(root, { registry })).read(nothing);
const rowsOf = async (registry: Registry) => {
  const reading = await look(registry);
  if (reading.kind !== 'ok') throw new Error(reading.why);
  return reading.rows;
};

const withAnna = (...more: readonly string[]): Registry =>
  recordedRegistry(smallWindows({ people: { [anna]: 'C:\\Users\\Анна' } }), ...more);

describe('what starts with a person', () => {
  it('on a Wine machine is in the keys of both views and of the user, and in the folders that it names', async () => {
    const registry = recordedRegistry(
      recording('fixtures/registry/wine-folders.reg', import.meta.url),
      recording('fixtures/registry/wine-startup.reg', import.meta.url),
    );
    const everybody = `C:\\ProgramData\\${startMenu}\\StartUp`;
    const own = `C:\\users\\root\\AppData\\Roaming\\${startMenu}\\StartUp`;
    put(root, `${everybody}\\Помощь.lnk`);
    put(root, `${everybody}\\Desktop.ini`);
    put(root, `${own}\\mine.lnk`);
    // That user is signed in, as Windows and Wine tell by the key of his hive.
    expect(await rowsOf(registry)).toEqual([
      { name: 'SecurityHealth', command: 'C:\\windows\\h.exe', scope: 'machine' },
      { name: 'Помощник', command: '"C:\\Program Files\\Помощник\\run.exe" /min', scope: 'machine' },
      {
        name: 'avp',
        command: '"C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.3\\avpui.exe"',
        scope: 'machine',
      },
      { name: '聊天', command: 'C:\\users\\root\\AppData\\Local\\chat.exe', scope: 'user' },
      { name: 'Помощь.lnk', command: `${everybody}\\Помощь.lnk`, scope: 'machine' },
      { name: 'mine.lnk', command: `${own}\\mine.lnk`, scope: 'user' },
    ]);
  });

  it('is found for who is not signed in, and for everybody who is still to come', async () => {
    put(
      root,
      'C:\\Users\\Анна\\NTUSER.DAT',
      readFileSync(new URL('fixtures/hive/person.dat', import.meta.url)),
    );
    const once = { values: [text('Setup', 'C:\\x\\setup.exe')] };
    const software = {
      Microsoft: { keys: { Windows: { keys: { CurrentVersion: { keys: { RunOnce: once } } } } } },
    };
    put(root, 'C:\\Users\\Default\\NTUSER.DAT', hiveFile({ keys: { Software: { keys: software } } }));
    expect(await rowsOf(withAnna())).toEqual([
      {
        name: 'Моя программа',
        command: '"C:\\Users\\Анна\\AppData\\Local\\Program\\run.exe" -min',
        scope: 'user',
      },
      { name: 'Setup', command: 'C:\\x\\setup.exe', scope: 'user' },
    ]);
  });

  it('may be set by policy, only once, or be no text at all', async () => {
    const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
    const registry = withAnna(
      `[${key}\\RunOnce]\n"a"="once.exe"\n[${key}\\Policies\\Explorer\\Run]\n"1"="policy.exe"\n[${key}\\Run]\n"odd"=hex:00\n`,
    );
    expect(await rowsOf(registry)).toEqual(
      expect.arrayContaining([
        { name: 'a', command: 'once.exe', scope: 'machine' },
        { name: '1', command: 'policy.exe', scope: 'machine' },
        { name: 'odd', scope: 'machine' },
      ]),
    );
  });
});

describe('startup folders', () => {
  const moved = (to: string): Registry =>
    withAnna(
      `[HKEY_USERS\\${anna}\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders]\n"Startup"=${expandable(to)}\n`,
    );

  it('are found in their usual places and where somebody has put them', async () => {
    put(root, `C:\\Users\\Анна\\AppData\\Roaming\\${startMenu}\\Startup\\usual.lnk`);
    put(root, 'D:\\Start\\moved.lnk');
    mkdirSync(`${root}/D/Start/folder`);
    expect((await rowsOf(withAnna())).map(({ name }) => name)).toEqual(['usual.lnk']);
    expect(await rowsOf(moved('D:\\Start'))).toContainEqual({
      name: 'moved.lnk',
      command: 'D:\\Start\\moved.lnk',
      scope: 'user',
    });
  });

  it('of somebody whose part of the registry cannot be read are looked at all the same', async () => {
    put(root, 'C:\\Users\\Анна\\NTUSER.DAT', 'no hive');
    put(root, `C:\\Users\\Анна\\AppData\\Roaming\\${startMenu}\\Startup\\usual.lnk`);
    expect(await look(withAnna())).toMatchObject({
      kind: 'ok',
      rows: [{ name: 'usual.lnk', scope: 'user' }],
      gaps: [{ source: 'C:\\Users\\Анна\\NTUSER.DAT' }],
    });
  });

  it('on another computer are not gone to, and that is said', async () => {
    expect(await look(moved('\\\\server\\anna\\Startup'))).toEqual({
      kind: 'ok',
      rows: [],
      gaps: [
        {
          source: '\\\\server\\anna\\Startup',
          kind: 'failed',
          why: 'it is not on a drive of this computer',
        },
      ],
    });
  });

  it('that cannot be read are gaps, as keys are', async () => {
    mkdirSync(`${root}/C/ProgramData/Microsoft/Windows/Start Menu/Programs`, { recursive: true });
    symlinkSync('Startup', `${root}/C/ProgramData/Microsoft/Windows/Start Menu/Programs/Startup`);
    const run = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run';
    const reading = await look(troubled(withAnna(), [run], undefined, ['32']));
    expect(reading).toMatchObject({
      kind: 'ok',
      gaps: [
        { source: run.replace('SOFTWARE', 'SOFTWARE\\WOW6432Node'), kind: 'denied' },
        { source: `C:\\ProgramData\\${startMenu}\\Startup`, kind: 'failed' },
      ],
    });
  });
});
