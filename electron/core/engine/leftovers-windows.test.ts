import { describe, expect, test } from 'vitest';
import { catalogue } from '../catalogue/index.ts';
import type { LeftoverItem } from '../model/leftover.ts';
import { whatOf } from '../model/leftover.ts';
import type { Reading } from '../model/reading.ts';
import { okReading } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Row, TableName } from '../model/tables.ts';
import type { Tables } from '../testing/windows-hosts.ts';
import { windowsHost } from '../testing/windows-hosts.ts';
import { detect } from './detect.ts';
import { planLeftovers } from './leftovers.ts';

const required = ['programs', 'services', 'kernelModules', 'processes', 'files', 'classFilters'] as const;

const snapshotOf = (rows: Tables, readings: Partial<Record<TableName, Reading>>): Snapshot => {
  const host = windowsHost({ ...Object.fromEntries(required.map((table) => [table, []])), ...rows });
  return { ...host, readings: { ...host.readings, ...readings } };
};

const planOf = (rows: Tables, readings: Partial<Record<TableName, Reading>> = {}) => {
  const snapshot = snapshotOf(rows, readings);
  const findings = detect(catalogue, snapshot);
  return planLeftovers({ catalogue, snapshot, findings, accepted: [], own: [], stays: new Map() });
};
const told = (item: LeftoverItem): string => `${item.kind} ${whatOf(item)}`;

const drivers = 'C:\\Windows\\System32\\drivers';
const keyboard: Row<'classFilters'> = {
  class: 'Keyboard',
  which: 'upper',
  entries: ['klkbdflt.KES-21-9', 'kbdclass'],
};
const volume: Row<'classFilters'> = {
  class: 'Volume',
  which: 'lower',
  entries: ['fvevol', 'klbackupdisk.KES-21-9'],
};
const orphan = (name: string): Row<'kernelModules'> => ({
  name,
  path: `${drivers}\\${name}.sys`,
  state: 'file-missing',
});
const driverFile = (name: string): Row<'files'> => ({ path: `${drivers}\\${name}.sys`, kind: 'file' });

describe('device filters on Windows', () => {
  test('leave their lists before the driver’s entry, and that goes before the driver’s file', () => {
    const { items, left } = planOf({
      classFilters: [keyboard, volume],
      kernelModules: [orphan('klkbdflt.KES-21-9')],
      files: [driverFile('klkbdflt.KES-21-9'), driverFile('klbackupdisk.KES-21-9')],
    });
    expect(items.map(told)).toEqual([
      'class-filter Keyboard, upper: klkbdflt.KES-21-9',
      'class-filter Volume, lower: klbackupdisk.KES-21-9',
      'service klkbdflt.KES-21-9',
      `files ${drivers}\\klbackupdisk.KES-21-9.sys`,
      `files ${drivers}\\klkbdflt.KES-21-9.sys`,
    ]);
    expect(items.map(({ after }) => after)).toEqual([
      undefined,
      undefined,
      ['class-filter:Keyboard, upper: klkbdflt.KES-21-9'],
      ['class-filter:Volume, lower: klbackupdisk.KES-21-9'],
      ['class-filter:Keyboard, upper: klkbdflt.KES-21-9', 'service:klkbdflt.KES-21-9'],
    ]);
    expect(left).toEqual([]);
  });

  test.each<[string, Partial<Record<TableName, Reading>>]>([
    ['could not be read', { classFilters: { kind: 'failed', why: 'the registry did not answer' } }],
    [
      'could not be read for one class',
      { classFilters: okReading([keyboard], [{ source: 'Mouse', kind: 'denied', why: 'no' }]) },
    ],
  ])('that %s hold every driver back', (_how, readings) => {
    const plan = planOf(
      { kernelModules: [orphan('klkbdflt.KES-21-9')], files: [driverFile('klkbdflt.KES-21-9')] },
      readings,
    );
    expect(plan.items.map(told)).toEqual([]);
    expect(new Set(plan.left.map(({ why }) => why))).toEqual(new Set(['filters-unknown']));
  });

  test('stay with their drivers while a product of the vendor, or one with its engine, is here', () => {
    const programs = [
      {
        key: 'x',
        name: 'Kaspersky VPN',
        publisher: 'AO Kaspersky Lab',
        version: '21.20',
        scope: 'machine',
        uninstallCommand: 'x',
      },
    ];
    const plan = planOf({ programs, classFilters: [keyboard], kernelModules: [orphan('klkbdflt.KES-21-9')] });
    expect(plan.items.filter(({ kind }) => kind === 'class-filter' || kind === 'service')).toEqual([]);
  });

  test('of others are nobody’s business of ours', () => {
    const entries = ['kbdclass', 'SynTP', 'klist', 'KslD', 'klogger'];
    expect(planOf({ classFilters: [{ class: 'Keyboard', which: 'upper', entries }] })).toEqual({
      items: [],
      left: [],
    });
  });
});

describe('drivers on Windows', () => {
  test('stay while their entry would still load them', () => {
    const live = { ...orphan('klif.KES-21-9'), state: 'stopped' };
    const plan = planOf({ kernelModules: [live], files: [driverFile('klif.KES-21-9')] });
    expect(plan.items.map(told)).toEqual([]);
  });

  test('go after every list that names them, whatever its class', () => {
    const plan = planOf({
      classFilters: [{ class: 'DiskDrive', which: 'lower', entries: ['KLIF.KES-21-9'] }, volume],
      kernelModules: [orphan('klif.KES-21-9')],
    });
    expect(plan.items.at(-1)).toMatchObject({
      kind: 'service',
      after: ['class-filter:DiskDrive, lower: KLIF.KES-21-9'],
    });
  });
});

describe('the registry of Windows', () => {
  const key = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected\\KES';

  test('loses the keys that the catalogue names whole, and no other one', () => {
    const plan = planOf({
      registry: [
        { path: `${key}\\Data`, value: 'x', data: 'y' },
        { path: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected\\KES', value: 'x' },
        { path: 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\Setup', value: 'x' },
      ],
      files: [{ path: 'C:\\ProgramData\\Kaspersky Lab\\KES\\x', kind: 'file' }],
    });
    expect(plan.items.filter(({ kind }) => kind === 'registry-branch').map(told)).toEqual([
      `registry-branch ${key}`,
    ]);
  });
});

describe('keys that products share', () => {
  const lab = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab';
  const going = { path: `${lab}\\protected\\KES\\environment`, value: 'ProductName', data: 'x' };
  const shared = (plan: ReturnType<typeof planOf>) =>
    plan.items.filter(({ kind }) => kind === 'empty-key').map(whatOf);
  const ofKes = { files: [{ path: 'C:\\ProgramData\\Kaspersky Lab\\KES\\x', kind: 'file' }] };

  test('go after all that is in them, the inner one first, and also when nothing was in them', () => {
    const plan = planOf({ ...ofKes, registry: [going, { path: 'HKLM\\SOFTWARE\\KasperskyLab' }] });
    expect(plan.items.map(({ kind }) => kind).slice(0, 4)).toEqual([
      'registry-branch',
      'empty-key',
      'empty-key',
      'empty-key',
    ]);
    expect(shared(plan)).toEqual([`${lab}\\protected`, lab, 'HKLM\\SOFTWARE\\KasperskyLab']);
  });

  test('stay around anything that stays, and while a product is here', () => {
    const other = { path: `${lab}\\Other`, value: 'x' };
    expect(shared(planOf({ ...ofKes, registry: [going, other] }))).toEqual([`${lab}\\protected`]);
    const agent = {
      key: 'a',
      name: 'Kaspersky Security Center Network Agent',
      publisher: 'AO Kaspersky Lab',
      version: '15.1.0',
      scope: 'machine',
      uninstallCommand: 'x',
    };
    expect(shared(planOf({ programs: [agent], registry: [going] }))).toEqual([]);
  });
});

describe('files on Windows', () => {
  test('in a folder that a closer look said has to stay, stay with it', () => {
    const top = 'C:\\ProgramData\\Kaspersky Lab\\KES';
    const snapshot = snapshotOf(
      {
        files: [
          { path: top, kind: 'folder' },
          { path: `${top}\\a`, kind: 'folder' },
          { path: `${top}\\a\\x`, kind: 'file' },
          { path: `${top}\\b`, kind: 'file' },
        ],
      },
      {},
    );
    const stays = new Map([[`${top}\\A`, { why: 'busy' as const }]]);
    const findings = detect(catalogue, snapshot);
    const plan = planLeftovers({ catalogue, snapshot, findings, accepted: [], own: [], stays });
    expect(plan.items.map(told)).toEqual([`files ${top}\\b`]);
    expect(plan.left).toMatchObject([{ what: `${top}\\a`, why: 'busy' }]);
  });

  test('in the folder that a product which is still here was installed into stay', () => {
    const folder = 'C:\\Program Files (x86)\\Kaspersky Lab\\KES.12.2.0';
    const agent = {
      key: 'a',
      name: 'Kaspersky Security Center Network Agent',
      publisher: 'AO Kaspersky Lab',
      version: '15.1.0',
      scope: 'machine',
      installLocation: `${folder}\\NetworkAgent\\`,
      uninstallCommand: 'x',
    };
    const files = [
      { path: `${folder}\\x.dll`, kind: 'file' },
      { path: 'C:\\ProgramData\\Kaspersky Lab\\KES\\x', kind: 'file' },
    ];
    const plan = planOf({ programs: [agent], files });
    expect(plan.items.map(told)).toEqual(['files C:\\ProgramData\\Kaspersky Lab\\KES\\x']);
    expect(plan.left.map(({ what, why }) => [what, why])).toEqual([[`${folder}\\x.dll`, 'in-use']]);
  });

  test('go by the vendor’s folders; a download folder that was an install location, and a copy of a profile, do not', () => {
    const plan = planOf({
      programs: [
        {
          key: 'k',
          name: 'Kaspersky Anti-Virus',
          publisher: 'AO Kaspersky Lab',
          installLocation: 'C:\\Users\\Anna\\Downloads',
          state: 'not-installed',
        },
      ],
      files: [
        { path: 'C:\\ProgramData\\Kaspersky Lab', kind: 'folder' },
        { path: 'C:\\ProgramData\\Kaspersky Lab\\AVP21.3', kind: 'folder' },
        { path: 'C:\\ProgramData\\Kaspersky Lab\\AVP21.3\\QB', kind: 'folder' },
        { path: 'C:\\ProgramData\\Kaspersky Lab\\AVP21.3\\QB\\1.klq', kind: 'file' },
        { path: 'C:\\ProgramData\\Kaspersky Lab\\AVP21.3\\Bases', kind: 'folder' },
        { path: 'C:\\Users\\Anna\\Downloads\\thesis.docx', kind: 'file' },
        { path: 'D:\\Backup\\Anna\\AppData\\Local\\Kaspersky Lab\\x', kind: 'file' },
      ],
    });
    expect(plan.items.map(told)).toEqual(['files C:\\ProgramData\\Kaspersky Lab\\AVP21.3\\Bases']);
    expect(plan.left.map(({ what, why }) => [what, why])).toEqual(
      expect.arrayContaining([
        ['C:\\ProgramData\\Kaspersky Lab\\AVP21.3\\QB\\1.klq', 'personal-data'],
        ['D:\\Backup\\Anna\\AppData\\Local\\Kaspersky Lab\\x', 'unproven'],
      ]),
    );
  });
});
