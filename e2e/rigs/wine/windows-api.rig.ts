import { chmodSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { isFull } from '../../full-size';
import { pause } from '../debian/processes';
import { ask, equip, nodeExe } from './api-questions';
import { wineUsable } from './available';
import { compiled } from './built';
import { startMachine, type Machine } from './machine';

const usable = wineUsable();

/** Wine's account, which everything that it makes belongs to. */
const person = 'S-1-5-21-0-0-0-1000';
const everyone = 'S-1-1-0';
const fullControl = 0x1f01ff;
const readAndRun = 0x1200a9;
const uninstall = 'Microsoft\\Windows\\CurrentVersion\\Uninstall';
const text = (value: string): Buffer => Buffer.from(`${value}\0`, 'utf16le');

describe.runIf(usable)('what Windows tells', () => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await startMachine('windows-api');
    await equip(machine);
  });
  afterAll(() => machine.close());

  it('of the registry: both views, every script, every kind of value, whole', async () => {
    const long = Buffer.alloc(200_000, 'ж');
    await machine.importRegistry([
      {
        path: `HKLM\\SOFTWARE\\${uninstall}\\Касперский 卡巴斯基`,
        values: {
          '': 'own',
          DisplayName: 'Антивирус 卡巴斯基 𝕏',
          Size: 0xffff_fffe,
          Path: { expandable: '%ProgramFiles%\\Ж' },
          List: ['', 'a', '', 'б'],
          Bytes: { binary: Buffer.from([0, 255, 1]) },
          Long: { binary: long },
          Nothing: { binary: Buffer.alloc(0) },
        },
      },
      { path: `HKLM\\SOFTWARE\\WOW6432Node\\${uninstall}\\Narrow`, values: { DisplayName: 'x86' } },
      { path: 'HKCU\\Software\\Somebody', values: { Name: 'о нём' } },
    ]);
    const base = `HKLM\\SOFTWARE\\${uninstall}`;
    const [wide, narrow, inWide, inNarrow, both, missing, people, mine] = await ask(machine, [
      ['registry', `hklm\\software\\${uninstall}\\касперский 卡巴斯基`, '64'],
      ['registry', `${base}\\Narrow`, '32'],
      ['registry', `${base}\\Narrow`, '64'],
      ['registry', `${base}\\Касперский 卡巴斯基`, '32'],
      ['registry', base, '64'],
      ['registry', 'HKLM\\SOFTWARE\\Not\\There', '64'],
      ['registry', 'HKU', '64'],
      ['registry', `HKU\\${person}\\Software\\Somebody`, '64'],
    ]);
    const value = (name: string, type: number, data: Buffer) => ({ name, type, data });
    expect(wide.kind === 'ok' && wide.values.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      value('', 1, text('own')),
      value('Bytes', 3, Buffer.from([0, 255, 1])),
      value('DisplayName', 1, text('Антивирус 卡巴斯基 𝕏')),
      value('List', 7, text('\0a\0\0б\0')),
      value('Long', 3, long),
      value('Nothing', 3, Buffer.alloc(0)),
      value('Path', 2, text('%ProgramFiles%\\Ж')),
      value('Size', 4, Buffer.from('feffffff', 'hex')),
    ]);
    expect(narrow).toEqual({ kind: 'ok', subkeys: [], values: [value('DisplayName', 1, text('x86'))] });
    expect([inWide, inNarrow, missing]).toEqual(Array.from({ length: 3 }, () => ({ kind: 'missing' })));
    expect(both).toMatchObject({ subkeys: expect.arrayContaining(['Касперский 卡巴斯基']) as unknown });
    expect(people).toMatchObject({ subkeys: expect.arrayContaining([person]) as unknown });
    expect(mine).toMatchObject({ values: [value('Name', 1, text('о нём'))] });
  });

  it('of 150 programs in each view, while others have their turn', async () => {
    const values = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`Value ${String(index)}`, 'Ж']),
    );
    const entries = ['SOFTWARE', 'SOFTWARE\\WOW6432Node'].flatMap((half) =>
      Array.from({ length: 150 }, (_, index) => ({
        path: `HKLM\\${half}\\Many\\Program ${String(index)}`,
        values: { ...values, DisplayName: `${half} ${String(index)}` },
      })),
    );
    await machine.importRegistry(entries);
    const views = await ask(machine, [
      ['branch', 'HKLM\\SOFTWARE\\Many', '64'],
      ['branch', 'HKLM\\SOFTWARE\\Many', '32'],
    ]);
    for (const [index, { result, turns }] of views.entries()) {
      const names = result.map(({ values: all }) => all.find(({ name }) => name === 'DisplayName')?.data);
      const half = ['SOFTWARE', 'SOFTWARE\\WOW6432Node'][index] ?? '';
      expect(new Set(names.map((name) => name?.toString('utf16le')))).toEqual(
        new Set(Array.from({ length: 150 }, (_, number) => `${half} ${String(number)}\0`)),
      );
      expect(result.every((key) => key.values.length === 13)).toBe(true);
      expect(turns).toBeGreaterThan(2);
    }
  });

  it.runIf(isFull)('of a key that another program changes all the time, whole or not at all', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `Stable ${String(index).padStart(2, '0')}`);
    await machine.importRegistry([
      { path: 'HKLM\\SOFTWARE\\Busy', values: Object.fromEntries(names.map((name) => [name, 1])) },
      ...names.map((name) => ({ path: `HKLM\\SOFTWARE\\Busy\\${name}` })),
    ]);
    const [[times], [seen]] = await Promise.all([
      ask(machine, [['churn', 'SOFTWARE\\Busy', 4000]]),
      ask(machine, [['readings', 'HKLM\\SOFTWARE\\Busy', 300]]),
    ]);
    expect(times).toBeGreaterThan(100);
    expect([...new Set(seen)].filter((one) => one !== '40 40' && one !== 'failed')).toEqual([]);
  });

  it('of processes: who started whom, from where and when; itself among them', async () => {
    const folder = 'C:\\Program Files\\Каталог 目录';
    machine.put(`${folder}\\hold.exe`, await compiled('hold', 'console'));
    machine.write('C:\\held.txt', 'x');
    const holder = machine.start(`${folder}\\hold.exe`, ['C:\\held.txt', 'C:\\ready.txt']);
    while (!machine.exists('C:\\ready.txt')) await pause(20);
    const [list, self, again] = await ask(machine, [['processes'], ['self'], ['processes']]);
    holder.kill();
    await holder.ended;
    const [later] = await ask(machine, [['processes']]);
    if (list.kind !== 'ok' || again.kind !== 'ok' || later.kind !== 'ok') throw new Error('no list');
    const held = list.rows.find(({ name }) => name === 'hold.exe');
    expect(held).toMatchObject({ path: `${folder}\\hold.exe` });
    expect(again.rows.find(({ name }) => name === 'hold.exe')).toEqual(held);
    expect(later.rows.some(({ name }) => name === 'hold.exe')).toBe(false);
    const own = list.rows.find(({ pid }) => pid === self.pid);
    expect(own).toMatchObject({ name: 'node.exe', path: nodeExe, parentPid: self.parentPid });
    expect(own?.startedAt).toBeGreaterThan(held?.startedAt ?? 0n);
    const year1601 = 11_644_473_600_000n;
    expect(Math.abs(Number((own?.startedAt ?? 0n) / 10_000n - year1601) - Date.now())).toBeLessThan(60_000);
  });

  it('of files and folders: whose they are and who may change them', async () => {
    for (const [path, mode] of [
      ['C:\\Open\\open.exe', 0o777],
      ['C:\\Open\\safe.exe', 0o755],
      ['C:\\Open\\own.exe', 0o700],
    ] as const) {
      machine.write(path, 'x');
      chmodSync(machine.at(path), mode);
    }
    chmodSync(machine.at('C:\\Open'), 0o777);
    const paths = ['open.exe', 'safe.exe', 'own.exe'].map((name) => `C:\\Open\\${name}`);
    const long = `C:\\${'Long name '.repeat(20).trim()}\\${'x'.repeat(200)}.txt`;
    machine.write(long, 'x');
    const asked = [
      ...paths,
      'C:\\Open',
      'C:\\windows',
      'C:\\',
      long,
      'C:\\Open\\none.exe',
      'C:\\No\\x',
      'Q:\\x',
    ];
    const answers = await ask(
      machine,
      asked.map((path) => ['access', path] as const),
    );
    const allow = (sid: string, mask: number, flags = 0) => ({ effect: 'allow', sid, mask, flags });
    const shape = (kind: 'file' | 'folder', all: number | undefined, flags = 0) => ({
      kind: 'ok',
      value: {
        owner: person,
        kind,
        reparsePoint: false,
        entries: [
          allow('S-1-5-18', fullControl, flags),
          allow(person, fullControl, flags),
          ...(all === undefined ? [] : [allow(everyone, all, flags)]),
        ],
      },
    });
    expect(answers).toEqual([
      shape('file', 0x1301ff),
      shape('file', readAndRun),
      shape('file', undefined),
      shape('folder', 0x1301ff, 3),
      shape('folder', readAndRun, 3),
      shape('folder', readAndRun, 3),
      shape('file', readAndRun),
      { kind: 'missing' },
      { kind: 'missing' },
      { kind: 'missing' },
    ]);
  });

  it('of itself and of the computer', async () => {
    const [rights, facts] = await ask(machine, [['ownRights'], ['facts']]);
    expect(rights).toEqual({ kind: 'ok', value: { sid: person, isAdministrator: true } });
    if (facts.kind !== 'ok') throw new Error(facts.kind);
    const { name, freeBytes, onBattery, ...rest } = facts.value;
    expect(rest).toEqual({ version: '10.0.18362', server: false, remoteSession: false });
    expect(name?.toLowerCase()).toBe((await machine.run('hostname.exe')).out.trim().toLowerCase());
    expect(freeBytes).toBeGreaterThan(0);
    expect([true, false, undefined]).toContain(onBattery);
  });

  it('of the languages that its person reads', async () => {
    const [told] = await ask(machine, [['languages']]);
    expect(told).toEqual({ kind: 'ok', value: expect.arrayContaining([expect.stringMatching(/^en/)]) });
  });

  it('crash reports leave memory out while a password is in use, and are as before after the last use', async () => {
    const [{ before, during, stillOne, after }] = await ask(machine, [['crashReports']]);
    expect(before.isSilent).toBe(false);
    expect(during.isSilent).toBe(true);
    expect(stillOne).toEqual(during);
    expect(after).toEqual(before);
  });
});
