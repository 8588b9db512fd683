import { rmSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { found } from '../../core/testing/windows-hosts.ts';
import type { Reading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import { kernelModulesProbe } from './kernel-modules.ts';
import type { Listed, ServiceState } from './machine.ts';
import { servicesProbe } from './services.ts';
import type { ServiceLister } from './services.ts';
import { recordedRegistry, recording, troubled } from './testing/recorded-registry.ts';
import { put, stagedMachine, stagedRoot } from './testing/staged-machine.ts';

const wine = recording('fixtures/registry/wine-services.reg', import.meta.url);
const folders = recording('fixtures/registry/wine-folders.reg', import.meta.url);
const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';
const product = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.25';
const nowhere = { roots: [], exactPaths: [] };

const state = (name: string, now: number, type = 0x10, displayName = ''): ServiceState => ({
  name,
  displayName,
  type,
  state: now,
  pid: now === 1 ? 0 : 42,
});
const told: Listed<ServiceState> = {
  kind: 'ok',
  rows: [
    state('RpcSs', 4, 0x20),
    state('avp21.25', 4),
    state('klvssbridge64_21.25', 1),
    state('klnagent', 1),
    state('klif.K4W-21-25', 4, 2),
    state('klim6', 1, 1),
    state('klids', 1, 1),
    state('OnlyLive', 3, 0x10, '@C:\\Windows\\x.dll,-7'),
  ],
};

let root: string;
beforeEach(() => {
  root = stagedRoot();
  for (const path of [
    'C:\\windows\\system32\\svchost.exe',
    `${product}\\avp.exe`,
    `${product}\\x64\\vssbridge64.exe`,
    'C:\\windows\\System32\\drivers\\K4W-21-25\\klif.sys',
    'C:\\windows\\system32\\DRIVERS\\klim6.sys',
  ])
    put(root, path);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const machine = (states: Listed<ServiceState> = told, registry = recordedRegistry(wine, folders)) =>
  stagedMachine(root, { registry, api: { serviceStates: () => states } });
const none: ServiceLister = () => Promise.resolve([]);
const rowsOf = <T>(reading: Reading<T>): readonly T[] => (reading.kind === 'ok' ? reading.rows : []);
const named = (rows: readonly Row<'services'>[], name: string) => rows.find((row) => row.name === name);

describe('services', () => {
  it('are told with their program, how they start and what they do now', async () => {
    const reading = await servicesProbe(machine(), none).read(nowhere);
    expect(reading).not.toHaveProperty('gaps');
    const rows = rowsOf(reading);
    expect(named(rows, 'AVP21.25')).toEqual({
      name: 'AVP21.25',
      displayName: 'Служба Kaspersky 21.25',
      path: `${product}\\avp.exe`,
      state: 'running',
      startType: 'auto',
    });
    expect(named(rows, 'klvssbridge64_21.25')).toEqual({
      name: 'klvssbridge64_21.25',
      displayName: '卡巴斯基卷影复制服务桥',
      path: `${product}\\x64\\vssbridge64.exe`,
      state: 'disabled',
      startType: 'disabled',
    });
    expect(named(rows, 'BITS')).toMatchObject({
      path: 'C:\\windows\\system32\\svchost.exe',
      startType: 'manual',
    });
    expect(rows.some(({ name }) => name === 'klif.K4W-21-25')).toBe(false);
    expect(found({ services: rows.filter(({ name }) => name === 'AVP21.25') })).toEqual([
      'consumer-standard-plus-premium installed 21.25',
    ]);
  });

  it('whose program is surely not there say so, unless they run', async () => {
    const rows = rowsOf(await servicesProbe(machine(), none).read(nowhere));
    expect(named(rows, 'klnagent')).toMatchObject({
      path: 'C:\\Program Files (x86)\\Kaspersky Lab\\NetworkAgent\\klnagent.exe',
      state: 'file-missing',
    });
    expect(named(rows, 'RpcSs')).toMatchObject({ state: 'running' });
    expect(found({ services: rows.filter(({ name }) => name === 'klnagent') })).toEqual([
      'mgmt-nagent-win leftovers',
    ]);
  });

  it('whose folder could not be looked into are not called missing', async () => {
    symlinkSync('NetworkAgent', `${root}/C/Program Files (x86)/Kaspersky Lab/NetworkAgent`);
    const rows = rowsOf(await servicesProbe(machine(), none).read(nowhere));
    expect(named(rows, 'klnagent')).toMatchObject({ state: 'stopped' });
  });

  it('on a drive that is not there now are not called missing', async () => {
    const elsewhere = recordedRegistry(
      wine,
      folders,
      `[HKEY_LOCAL_MACHINE${key.slice(4)}\\OnE]\n"Type"=dword:00000010\n"Start"=dword:00000002\n"ImagePath"="E:\\\\x.exe"`,
    );
    const states: Listed<ServiceState> = { kind: 'ok', rows: [state('OnE', 1)] };
    const rows = rowsOf(await servicesProbe(machine(states, elsewhere), none).read(nowhere));
    expect(named(rows, 'OnE')).toMatchObject({ path: 'E:\\x.exe', state: 'stopped' });
  });

  it('of one list only are rows as well', async () => {
    const rows = rowsOf(await servicesProbe(machine(), none).read(nowhere));
    expect(named(rows, 'OnlyLive')).toEqual({ name: 'OnlyLive', state: 'stopping' });
    expect(named(rows, 'BITS')).not.toHaveProperty('state');
  });

  it('that only left their settings, or wait to be removed, are no live ones', async () => {
    const rest = recordedRegistry(
      wine,
      folders,
      `[HKEY_LOCAL_MACHINE${key.slice(4)}\\klif\\Parameters]
[HKEY_LOCAL_MACHINE${key.slice(4)}\\KSDE5.25]
"Type"=dword:00000010
"Start"=dword:00000002
"DeleteFlag"=dword:00000001
"ImagePath"="C:\\\\windows\\\\system32\\\\svchost.exe"`,
    );
    const states: Listed<ServiceState> = { kind: 'ok', rows: [state('KSDE5.25', 1)] };
    const rows = rowsOf(await servicesProbe(machine(states, rest), none).read(nowhere));
    expect(named(rows, 'klif')).toEqual({ name: 'klif', state: 'not-installed' });
    expect(named(rows, 'KSDE5.25')).toMatchObject({ state: 'deleted' });
    const unknown = await servicesProbe(machine({ kind: 'failed', why: 'no answer' }, rest), none).read(
      nowhere,
    );
    expect(named(rowsOf(unknown), 'klif')).toEqual({ name: 'klif' });
  });

  it('whose key is closed keep what the service manager says, and leave a gap', async () => {
    const closed = troubled(recordedRegistry(wine, folders), [`${key}\\klnagent`]);
    const reading = await servicesProbe(machine(told, closed), none).read(nowhere);
    expect(reading).toMatchObject({ gaps: [{ source: `${key}\\klnagent`, kind: 'denied' }] });
    expect(named(rowsOf(reading), 'klnagent')).toEqual({ name: 'klnagent' });
  });
});

describe('the list of services', () => {
  const untold = { kind: 'denied', why: 'services: access denied' } as const;

  it('asks nobody else while the service manager answers', async () => {
    const list = vi.fn<ServiceLister>();
    await servicesProbe(machine(), list).read(nowhere);
    expect(list).not.toHaveBeenCalled();
  });

  it('takes what systeminformation says where the service manager says nothing or an empty list', async () => {
    const list: ServiceLister = () => Promise.resolve([{ name: 'klnagent', running: true }]);
    for (const states of [untold, { kind: 'ok', rows: [] }] as const) {
      const reading = await servicesProbe(machine(states), list).read(nowhere);
      expect(reading).not.toHaveProperty('gaps');
      expect(named(rowsOf(reading), 'klnagent')).toMatchObject({ state: 'running', startType: 'auto' });
    }
  });

  it.each<[string, ServiceLister]>([
    ['empty', none],
    ['nothing', () => Promise.resolve(undefined)],
    ['broken', () => Promise.reject(new Error('no PowerShell'))],
  ])('believes no answer that is %s: what runs is then not known', async (_, list) => {
    const reading = await servicesProbe(machine(untold), list).read(nowhere);
    expect(reading).toMatchObject({ gaps: [{ source: 'the service manager', kind: 'denied' }] });
    expect(named(rowsOf(reading), 'klvssbridge64_21.25')).not.toHaveProperty('state');
    expect(named(rowsOf(reading), 'klnagent')).toMatchObject({ state: 'file-missing' });
  });

  it('without the key that every Windows has is not whole', async () => {
    expect(await servicesProbe(machine(untold, recordedRegistry(folders)), none).read(nowhere)).toMatchObject(
      {
        kind: 'failed',
      },
    );
    expect(await servicesProbe(machine(told, recordedRegistry(folders)), none).read(nowhere)).toMatchObject({
      kind: 'ok',
      gaps: [{ source: key, kind: 'failed' }],
    });
  });

  it('says no file missing where Windows’ own folders are not known', async () => {
    const reading = await servicesProbe(machine(told, recordedRegistry(wine)), none).read(nowhere);
    expect(reading).toMatchObject({ gaps: [{ source: "Windows' folders" }] });
    expect(named(rowsOf(reading), 'klnagent')).toMatchObject({ state: 'stopped' });
  });
});

describe('kernel modules', () => {
  it('keep the version in their name; one that is loaded or not, or has lost its file', async () => {
    const reading = await kernelModulesProbe(machine()).read(nowhere);
    expect(reading).not.toHaveProperty('gaps');
    const rows = rowsOf(reading).filter(({ name }) => name?.startsWith('kl'));
    expect(rows).toEqual([
      { name: 'klids', path: 'C:\\windows\\System32\\drivers\\klids.sys', state: 'file-missing' },
      {
        name: 'klif.K4W-21-25',
        path: 'C:\\windows\\System32\\drivers\\K4W-21-25\\klif.sys',
        state: 'running',
      },
      { name: 'klim6', path: 'C:\\windows\\system32\\DRIVERS\\klim6.sys', state: 'stopped' },
    ]);
    expect(found({ kernelModules: rows })).toEqual(['consumer-unknown installed 21.25']);
  });

  it('that are loaded run, although their file has gone', async () => {
    rmSync(`${root}/C/windows/System32/drivers/K4W-21-25`, { recursive: true });
    const rows = rowsOf(await kernelModulesProbe(machine()).read(nowhere));
    expect(named(rows, 'klif.K4W-21-25')).toMatchObject({ state: 'running' });
  });

  it('have an unknown state where the service manager is closed', async () => {
    const reading = await kernelModulesProbe(machine({ kind: 'failed', why: 'no answer' })).read(nowhere);
    expect(reading).toMatchObject({ gaps: [{ source: 'the service manager', kind: 'failed' }] });
    expect(named(rowsOf(reading), 'klim6')).not.toHaveProperty('state');
  });
});
