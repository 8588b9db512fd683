import { readFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Interest } from '../../core/ports.ts';
import type { Registry } from './registry/registry.ts';
import { settingsProbe } from './settings.ts';
import { hiveFile } from './testing/hive-file.ts';
import { recordedRegistry, recording, troubled } from './testing/recorded-registry.ts';
import { smallWindows } from './testing/small-windows.ts';
import { put, stagedMachine, stagedRoot } from './testing/staged-machine.ts';
import { registryProbe } from './vendor-registry.ts';

const anna = 'S-1-5-21-1-2-3-1001';
const nothing: Interest = { roots: [], exactPaths: [] };
const vendor32 = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab';
const eventLog = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog';

let root: string;
beforeEach(() => (root = stagedRoot()));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const wine = recordedRegistry(
  recording('fixtures/registry/wine-folders.reg', import.meta.url),
  recording('fixtures/registry/wine-vendor.reg', import.meta.url),
);
const bare = smallWindows({ people: { [anna]: 'C:\\Users\\Анна' } });
const logs = `[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application]\n`;

const look = (registry: Registry) => registryProbe(stagedMachine(root, { registry })).read(nothing);
const rowsOf = async (registry: Registry) => {
  const reading = await look(registry);
  if (reading.kind !== 'ok') throw new Error(reading.why);
  return reading.rows;
};

describe('the vendor’s keys', () => {
  it('on a Wine machine are told from both views, the user and the event logs, spelt in full', async () => {
    const rows = await rowsOf(wine);
    expect(rows).toEqual(
      expect.arrayContaining([
        {
          path: `${vendor32}\\AVP21.3\\environment`,
          value: 'ProductName',
          data: 'Kaspersky Internet Security',
        },
        { path: `${vendor32}\\AVP21.3\\environment`, value: 'ProductVersion', data: '21.3.10.391' },
        { path: `${vendor32}\\AVP21.3\\settings`, value: 'EnableSelfProtection', data: '1' },
        {
          path: `${vendor32}\\AVP21.3\\Data\\WSC`,
          value: 'LocalizedProductName',
          data: 'Kaspersky Internet Security',
        },
        {
          path: `${vendor32}\\Components\\34\\1103\\1.0.0.0\\Statistics\\AVState`,
          value: 'Protection_AdmServer',
          data: 'ksc01.example',
        },
        { path: `${vendor32}\\LicStorage` },
        {
          path: 'HKLM\\SOFTWARE\\KasperskyLab\\protected\\KES\\environment',
          value: 'ProductName',
          data: 'Kaspersky Endpoint Security для Windows',
        },
        {
          path: 'HKLM\\SOFTWARE\\KasperskyLab\\protected\\KES\\environment',
          value: 'ProductHotfix',
          data: ['a', 'b'],
        },
        { path: 'HKLM\\SOFTWARE\\KasperskyLab\\WSEE\\11.0\\Install' },
        { path: `${eventLog}\\Kaspersky Event Log` },
        { path: 'HKU\\S-1-5-21-0-0-0-1000\\Software\\KasperskyLab\\AVP21.25' },
      ]),
    );
    expect(rows.filter(({ path }) => path?.includes('KasperskyLabX') === true)).toEqual([]);
    expect(rows.filter(({ path }) => path?.endsWith('EventLog\\Application') === true)).toEqual([]);
  });

  it('give nothing away but what is named: of a password only that it is set', async () => {
    const machine = stagedMachine(root, { registry: wine });
    const probes = [registryProbe(machine), settingsProbe(machine)];
    expect(JSON.stringify(await Promise.all(probes.map((probe) => probe.read(nothing))))).not.toContain(
      'canary',
    );
    expect(await rowsOf(wine)).toContainEqual({
      path: `${vendor32}\\AVP21.3\\settings\\PasswordProtectionSettings`,
      value: 'OPEP',
      data: 'set',
    });
  });

  it('of who is not signed in, and of the profile for new people, are told from their files', async () => {
    put(
      root,
      'C:\\Users\\Анна\\NTUSER.DAT',
      readFileSync(new URL('fixtures/hive/person.dat', import.meta.url)),
    );
    const keys = { WOW6432Node: { keys: { 'Kaspersky Lab': {} } } };
    put(root, 'C:\\Users\\Default\\NTUSER.DAT', hiveFile({ keys: { Software: { keys } } }));
    expect(await rowsOf(recordedRegistry(bare, logs))).toEqual([
      {
        path: `HKU\\${anna}\\Software\\KasperskyLab\\AVP21.25\\environment`,
        value: 'ProductName',
        data: 'Kaspersky',
      },
      { path: 'HKU\\Default\\Software\\WOW6432Node\\Kaspersky Lab' },
    ]);
  });

  it('are named by what stands in them; one with nothing in it and below it is named itself', async () => {
    const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\KasperskyLab';
    expect(await rowsOf(recordedRegistry(bare, logs, `[${key}]\n`))).toEqual([
      { path: 'HKLM\\SOFTWARE\\KasperskyLab' },
    ]);
    expect((await rowsOf(wine)).map(({ path }) => path)).not.toContain(vendor32);
  });

  it('that are closed to us, as self-protection leaves them, are there all the same', async () => {
    const own = 'HKU\\S-1-5-21-0-0-0-1000\\Software\\KasperskyLab';
    expect(await look(troubled(wine, [`${own}\\AVP21.25`]))).toMatchObject({
      kind: 'ok',
      rows: expect.arrayContaining([{ path: `${own}\\AVP21.25` }]),
      gaps: [{ source: `${own}\\AVP21.25`, kind: 'denied' }],
    });
    // A closed way to it says nothing of whether it is there.
    expect((await rowsOf(troubled(wine, [own]))).map(({ path }) => path)).not.toContain(own);
  });

  it('that are closed or too many are gaps; that there are none is an answer', async () => {
    expect(await look(recordedRegistry(bare, logs))).toEqual({ kind: 'ok', rows: [] });
    const closed = await look(
      troubled(wine, ['HKLM\\SOFTWARE\\KasperskyLab\\AVP21.3\\environment', eventLog], undefined),
    );
    expect(closed).toMatchObject({
      kind: 'ok',
      gaps: [
        { source: `${vendor32}\\AVP21.3\\environment`, kind: 'denied' },
        { source: eventLog, kind: 'denied' },
      ],
    });
    const many = Array.from(
      { length: 2_500 },
      (_, at) => `[HKEY_LOCAL_MACHINE\\SOFTWARE\\KasperskyLab\\K${String(at)}]`,
    );
    const reading = await look(recordedRegistry(bare, logs, many.join('\n')));
    expect(reading).toMatchObject({ kind: 'ok', gaps: [{ why: 'more than 2000 keys' }] });
    expect(reading.kind === 'ok' ? reading.rows.length : 0).toBe(1_999);
  });

  it('and Windows Installer at work are told', async () => {
    const path = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\InProgress';
    const registry = recordedRegistry(
      bare,
      logs,
      `[HKEY_LOCAL_MACHINE\\${path}]\n@="C:\\\\Windows\\\\Installer\\\\a.ipi"\n`,
    );
    expect(await rowsOf(registry)).toEqual([{ path: `HKLM\\${path}` }]);
  });
});
