import { describe, expect, test } from 'vitest';
import type { HazardId } from '../model/hazard.ts';
import { hazardIds, hazardLevels } from '../model/hazard.ts';
import type { Row } from '../model/tables.ts';
import type { Machine, Rows } from '../testing/hazard-hosts.ts';
import { hazardOf, reportOf } from '../testing/hazard-hosts.ts';

const home: Machine = { products: ['consumer-kis'] };
const mac: Machine = { products: ['mac-kes'] };
const rows = (some: Rows, on: Machine = home): Machine => ({ ...on, rows: some });
const centre = (name: string, state: string, kind = 'antivirus'): Machine =>
  rows({ securityCentre: [{ name, kind, state }] });
const folders = (...names: readonly string[]): Machine =>
  rows({ files: names.map((name) => ({ path: `/Library/Application Support/Kaspersky Lab/${name}` })) }, mac);
const self = (data: string): Machine =>
  rows({
    registry: [
      { path: 'HKLM\\SOFTWARE\\KasperskyLab\\AVP21.3\\settings', value: 'EnableSelfProtection', data },
    ],
  });
const password = (data: string): Machine =>
  rows({
    registry: [
      {
        path: 'HKLM\\SOFTWARE\\KasperskyLab\\AVP21.3\\Settings\\PasswordProtectionSettings',
        value: 'OPEP',
        data,
      },
    ],
  });
const setting = (name: string, value: string): Machine => rows({ settings: [{ name, value }] });
const certificate = (subject: string): Machine => rows({ certificates: [{ subject, store: 'Root' }] });
const filter = (entries: string[], on: Machine = home): Machine =>
  rows({ classFilters: [{ class: 'keyboard', which: 'upper', entries }] }, on);
const binding = (component: string, on: Machine = home): Machine =>
  rows({ networkBindings: [{ adapter: 'a', component }] }, on);
const service = (row: Row<'services'>, on: Machine = home): Machine => rows({ services: [row] }, on);
const extension = (row: Row<'systemExtensions'>): Machine => rows({ systemExtensions: [row] }, mac);
const bare: Machine = {};

/** What is only to be known: listed here, not listed there, and never in the way. */
const informing: readonly (readonly [HazardId, string, Machine, string, Machine])[] = [
  ['self-defence', 'a home product', home, 'switched off', self('0')],
  ['self-defence', 'on', self('1'), 'off', setting('self-protection', 'off')],
  [
    'self-defence',
    'a server’s protection',
    { products: ['server-ksws'] },
    'the VPN',
    { products: ['vpn-win'] },
  ],
  ['password-protection', 'nothing said', home, 'off', setting('password-protection', 'off')],
  ['password-protection', 'a stored one', password('x1'), 'none stored', password('')],
  [
    'password-protection',
    'a business product',
    { products: ['mgmt-nagent-win'] },
    'the VPN',
    { products: ['vpn-win'] },
  ],
  [
    'msi-busy',
    'its service runs',
    rows({ processes: [{ name: 'msiexec.exe' }] }),
    'another',
    rows({ processes: [{ name: 'msinfo32.exe' }] }),
  ],
  ['network-filter', 'bound', binding('klim6'), 'another filter', binding('ms_pacer')],
  [
    'network-filter',
    'by its component id',
    binding('kl_klim6', bare),
    'a look-alike',
    binding('klim66', bare),
  ],
  [
    'network-filter',
    'a driver',
    service({ name: 'klwtp.K4W-21-25', state: 'running' }),
    'not in the network',
    service({ name: 'klflt.K4W-21-25' }),
  ],
  ['input-filters', 'in the list', filter(['klkbdflt.K4W-21-26', 'kbdclass']), 'clean', filter(['kbdclass'])],
  [
    'input-filters',
    'without any product',
    filter(['klmouflt', 'mouclass'], bare),
    'a look-alike',
    filter(['klmouse', 'mouclass'], bare),
  ],
  [
    'orphan-driver-service',
    'its file is gone',
    service({ name: 'klids.K4W-21-25', state: 'file-missing' }),
    'it is there',
    service({ name: 'klids.K4W-21-25', state: 'running' }),
  ],
  [
    'orphan-driver-service',
    'without any product',
    service({ name: 'klids.K4W-21-25', state: 'file-missing' }, bare),
    'of Windows',
    service({ name: 'KslD', state: 'file-missing' }, bare),
  ],
  [
    'no-antivirus-after',
    'Defender is off',
    centre('Microsoft Defender Antivirus', 'off'),
    'on',
    centre('Microsoft Defender Antivirus', 'on'),
  ],
  [
    'no-antivirus-after',
    'only Kaspersky is on',
    centre('Kaspersky', 'on'),
    'another is on',
    centre('Other Antivirus', 'on'),
  ],
  [
    'no-antivirus-after',
    'only a firewall',
    centre('Other Firewall', 'on', 'firewall'),
    'an antivirus',
    centre('Other', 'on'),
  ],
  ['no-antivirus-after', 'a server', { ...home, host: { server: true } }, 'not one', home],
  ['no-antivirus-after', 'Linux', { products: ['linux-kesl'] }, 'Windows', home],
  [
    'https-root-cert',
    'trusted',
    certificate('CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab'),
    'not this one',
    certificate('CN=About Kaspersky Anti-Virus Personal Root Certificate'),
  ],
  ['subscription', 'a home product', home, 'a business product', { products: ['business-kes-win'] }],
  ['ultraav', 'it is here', { products: ['successor-ultraav'] }, 'it is not', home],
  [
    'macos-sysext',
    'on',
    extension({ bundleId: 'com.kaspersky.kav.sysext', state: 'activated enabled' }),
    'on its way out',
    extension({ bundleId: 'com.kaspersky.kav.sysext', state: 'terminated waiting to uninstall on reboot' }),
  ],
  [
    'macos-sysext',
    'by its team',
    extension({ bundleId: 'x', teamId: '2Y8XE5CQ94' }),
    'of another team',
    extension({ bundleId: 'x', teamId: 'AAAAAAAAAA' }),
  ],
  [
    'macos-shared-folder',
    'both',
    folders('KAV/Binaries', 'klnagent'),
    'one',
    folders('KAV/Binaries', 'klnagent_conf'),
  ],
  ['third-party-removers', 'the tool', { products: ['consumer-kis', 'tool-remover'] }, 'no tool', home],
  ['multi-os-updates', 'a product', home, 'a successor', { products: ['successor-ultraav'] }],
  ['legal-scope', 'a product', home, 'only a folder', { gone: ['consumer-kis'] }],
  [
    'on-battery',
    'no charger',
    { ...home, host: { onBattery: true } },
    'a charger',
    { ...home, host: { onBattery: false } },
  ],
];

describe.each(informing)('%s: %s', (id, _danger, danger, twin, other) => {
  test('is listed, and never blocks', () => {
    expect(hazardOf(danger, id)).toMatchObject({ id, level: 'inform', state: 'present' });
    expect(reportOf(danger).plan.blockedBy).not.toContain(id);
  });
  test(`not so: ${twin}`, () => {
    expect(hazardOf(other, id)).toBeUndefined();
  });
});

test('every hazard that only informs has a pair', () => {
  const inform = hazardIds.filter((id) => hazardLevels[id] === 'inform');
  expect(inform.filter((id) => !informing.some(([each]) => each === id))).toEqual([]);
});

test('a lone filter names the leftover product that it came with', () => {
  const machine: Machine = {
    gone: ['consumer-kis'],
    rows: { classFilters: [{ class: 'consumer-kis', which: 'upper', entries: ['klkbdflt', 'kbdclass'] }] },
  };
  expect(hazardOf(machine, 'input-filters')?.productIds).toEqual(['consumer-kis']);
  expect(reportOf(machine).hazards.map((hazard) => hazard.id)).toEqual(['input-filters']);
});
