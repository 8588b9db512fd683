import { describe, expect, test } from 'vitest';
import type { Tables } from '../testing/windows-hosts.ts';
import { look } from '../testing/windows-hosts.ts';

const own = 'C:\\Program Files\\Kaspersky Removal Assistant';
const lab = 'C:\\Program Files (x86)\\Kaspersky Lab';

describe('nothing of Kaspersky', () => {
  test.each<[string, Tables]>([
    [
      'Windows’ Kerberos tool',
      { files: [{ path: 'C:\\Windows\\System32\\klist.exe' }], processes: [{ name: 'klist.exe' }] },
    ],
    [
      'Defender’s drivers',
      {
        kernelModules: [{ name: 'KslD' }, { name: 'MpKslDrv' }, { name: 'MpKsl1a2b3c4d' }],
        services: [{ name: 'KslD' }],
      },
    ],
    [
      'another firewall',
      {
        services: [{ name: 'kpf4ss', path: 'C:\\Program Files\\Kerio\\kpf4ss.exe' }],
        processes: [{ name: 'kpf4ss.exe' }],
      },
    ],
    [
      'this very program, installed and running',
      {
        programs: [
          {
            name: 'Kaspersky Removal Assistant 0.1.0',
            publisher: 'The Removal Assistant contributors',
            installLocation: own,
            uninstallCommand: `"${own}\\Uninstall Kaspersky Removal Assistant.exe"`,
          },
        ],
        files: [
          { path: own, kind: 'folder' },
          { path: 'C:\\ProgramData\\removal-assistant', kind: 'folder' },
        ],
        processes: [
          { name: 'Kaspersky Removal Assistant.exe', path: `${own}\\Kaspersky Removal Assistant.exe` },
        ],
      },
    ],
    ['other VPN adapters', { kernelModules: [{ name: 'tap0901' }, { name: 'wintun' }] }],
    [
      'a downloaded installer',
      {
        files: [
          { path: 'C:\\Users\\a\\Downloads\\kis21.3.10.391en_25000.exe' },
          { path: 'C:\\Users\\a\\Downloads\\Kaspersky\\startup.exe' },
        ],
      },
    ],
    [
      'a copy of a driver',
      { files: [{ path: 'D:\\Backup\\2019\\klif.sys' }, { path: 'C:\\Users\\a\\klif.sys' }] },
    ],
    ['a document', { files: [{ path: 'C:\\Users\\a\\Documents\\Kaspersky Lab\\invoice.pdf' }] }],
    ['a path that climbs', { files: [{ path: `${lab}\\..\\Foo\\foo.exe` }] }],
    [
      'short names alone',
      {
        services: [{ name: 'AVP' }, { name: 'soyuz' }, { name: 'proton' }],
        processes: [
          { name: 'avp.exe' },
          { name: 'agent.exe' },
          { name: 'proton.exe' },
          { name: 'kpm.exe' },
          { name: 'cleaner.exe' },
        ],
      },
    ],
    [
      'their program elsewhere',
      {
        processes: [
          { name: 'agent.exe', path: 'C:\\Program Files\\Foo\\agent.exe' },
          { name: 'avpui.exe', path: 'C:\\Games\\avpui.exe' },
        ],
      },
    ],
    [
      'a service of that name elsewhere',
      { services: [{ name: 'AVP9', path: 'C:\\Program Files\\AV Player\\avp.exe' }] },
    ],
    ['other certificates', { certificates: [{ subject: 'CN=Kaspersky fan, O=Foo' }] }],
    ['other extensions', { browserExtensions: [{ id: 'aaaa', name: 'Kaspersky news reader' }] }],
    [
      'Windows’ own keys',
      {
        registry: [
          { path: 'HKLM\\SOFTWARE\\Microsoft\\Cryptography\\RNG' },
          { path: 'HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\SPC\\Certificates' },
        ],
      },
    ],
    [
      'other filters',
      {
        classFilters: [{ class: 'keyboard', which: 'upper', entries: ['kbdclass'] }],
        networkBindings: [{ component: 'npcap' }],
      },
    ],
    ['BitLocker', { encryption: [{ volume: 'C:', method: 'bitlocker', managedBy: 'organisation' }] }],
    [
      'a task that only mentions it',
      { scheduledTasks: [{ path: '\\x', command: `C:\\Windows\\notepad.exe "${lab}\\a.txt"` }] },
    ],
  ])('%s', (_, tables) => {
    expect(look(tables)).toEqual({ detections: [], unattributed: [] });
  });
});

test('a service of that name elsewhere does not bring an orphan of the vendor’s back to life', () => {
  const orphan = {
    name: 'klids.K4W-21-25',
    path: 'C:\\ProgramData\\Kaspersky Lab\\AVP21.25\\Bases\\klids.sys',
    state: 'file-missing',
  };
  const player = {
    name: 'AVP9',
    displayName: 'AV Player helper',
    path: 'C:\\Program Files\\AV Player\\avp.exe',
    state: 'stopped',
    startType: 'manual',
  };
  const { detections } = look({ kernelModules: [orphan], services: [player] });
  expect(detections).toMatchObject([{ status: 'leftovers', evidence: [{ table: 'kernelModules' }] }]);
});
