import { describe, expect, test } from 'vitest';
import type { Tables } from '../testing/windows-hosts.ts';
import { found, look } from '../testing/windows-hosts.ts';

const lab = 'C:\\Program Files (x86)\\Kaspersky Lab';
const key = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab';

describe('what one trace alone shows', () => {
  test.each<[string, Tables]>([
    ['consumer-unknown installed 21.3', { services: [{ name: 'AVP21.3', state: 'running' }] }],
    ['consumer-unknown leftovers 21.3', { services: [{ name: 'AVP21.3', state: 'file-missing' }] }],
    ['consumer-unknown installed 21.25', { kernelModules: [{ name: 'klif.K4W-21-25' }] }],
    ['consumer-unknown installed 21.25', { kernelModules: [{ name: 'klupd_K4W-21-25_arkmon' }] }],
    [
      'consumer-unknown leftovers 21.25',
      { kernelModules: [{ name: 'klids.K4W-21-25', state: 'file-missing' }] },
    ],
    ['consumer-unknown leftovers 21.25', { files: [{ path: 'C:\\ProgramData\\Kaspersky Lab\\AVP21.25' }] }],
    [
      'consumer-unknown leftovers 21.25',
      { registry: [{ path: 'HKU\\S-1-5-21-1-2-3-1001\\Software\\KasperskyLab\\AVP21.25' }] },
    ],
    [
      'consumer-unknown leftovers',
      { classFilters: [{ class: 'mouse', which: 'upper', entries: ['mouclass', 'klmouflt.K4W-21-26'] }] },
    ],
    ['consumer-unknown installed', { packages: [{ name: 'KasperskyLab.KasperskyNow', manager: 'appx' }] }],
    ['endpoint-unknown installed 21.9', { services: [{ name: 'AVP.KES.21.9', state: 'running' }] }],
    ['endpoint-unknown installed', { services: [{ name: 'avpsus' }] }],
    ['endpoint-unknown installed', { kernelModules: [{ name: 'KLIF.KES-21-9' }] }],
    ['endpoint-unknown leftovers', { registry: [{ path: `${key}\\protected\\KES` }] }],
    [
      'endpoint-unknown leftovers',
      { encryption: [{ volume: 'C:', method: 'kaspersky', state: 'encrypted' }] },
    ],
    ['endpoint-unknown installed', { services: [{ name: 'KAVFS', state: 'running' }] }],
    ['endpoint-unknown installed', { processes: [{ name: 'kavfswp.exe' }] }],
    ['mgmt-nagent-win installed', { services: [{ name: 'klnagent' }] }],
    ['mgmt-nagent-win installed', { processes: [{ name: 'klnagent.exe' }] }],
    ['mgmt-nagent-win leftovers', { files: [{ path: 'C:\\ProgramData\\KasperskyLab\\adminkit' }] }],
    ['mgmt-ksc-win report-only', { services: [{ name: 'kladminserver' }] }],
    ['vpn-win installed 5.8', { services: [{ name: 'KSDE5.8' }] }],
    ['vpn-win installed', { kernelModules: [{ name: 'kltap' }] }],
    ['vpn-win installed', { processes: [{ name: 'ksdeui.exe' }] }],
    [
      'vpn-win leftovers 4.0',
      { registry: [{ path: `${key}\\KSDE4.0\\environment`, value: 'ProductCode', data: '{X}' }] },
    ],
    ['business-kea-win installed', { processes: [{ name: 'soyuz.exe' }] }],
    ['business-kes-win-old leftovers', { registry: [{ path: `${key}\\protected\\KES10SP2` }] }],
    ['business-kes-win leftovers 12.2.0', { files: [{ path: `${lab}\\KES.12.2.0\\avp.exe` }] }],
    ['consumer-kis leftovers 21.3', { files: [{ path: `${lab}\\Kaspersky Internet Security 21.3` }] }],
    [
      'consumer-kis leftovers 21.3',
      {
        registry: [
          { path: `${key}\\AVP21.3\\environment`, value: 'ProductName', data: 'Kaspersky Internet Security' },
        ],
      },
    ],
    [
      'consumer-standard-plus-premium installed 21.24',
      { processes: [{ name: 'avp.exe', path: `${lab}\\Kaspersky 21.24\\avp.exe` }] },
    ],
    ['consumer-kts installed', { packages: [{ id: 'Kaspersky.KasperskyTotalSecurity', manager: 'winget' }] }],
    [
      'pwm-win leftovers',
      {
        files: [
          { path: 'C:\\Users\\a\\AppData\\Local\\Kaspersky Lab\\Kaspersky Password Manager\\kpm_vault.edb' },
        ],
      },
    ],
    [
      'parental-win installed 23.0',
      { processes: [{ name: 'safekids.exe', path: `${lab}\\Kaspersky Safe Kids 23.0\\safekids.exe` }] },
    ],
    [
      'browser-extension installed',
      { browserExtensions: [{ browser: 'edge', id: 'ahkjpbeeocnddjkakilopmfdlnjdpcdm' }] },
    ],
    [
      'browser-extension installed',
      { browserExtensions: [{ browser: 'firefox', id: 'light_plugin_ABC@kaspersky.com' }] },
    ],
    [
      'browser-extension installed',
      { browserExtensions: [{ browser: 'firefox', name: 'Kaspersky Protection' }] },
    ],
    ['oem-engine oem', { kernelModules: [{ name: 'klif', path: 'D:\\Gateway\\engine\\klif.sys' }] }],
    [
      'consumer-unknown leftovers 21.3',
      {
        services: [
          {
            name: 'AVP21.3',
            displayName: 'Kaspersky Anti-Virus Service 21.3',
            path: 'D:\\Soft\\avp.exe -r',
            state: 'file-missing',
          },
        ],
      },
    ],
    ['tool-kvrt vendor-tool', { processes: [{ name: 'tdsskiller.exe' }] }],
  ])('%s', (expected, tables) => {
    expect(found(tables)).toEqual([expected]);
    expect(look(tables).unattributed).toEqual([]);
  });
});

describe('surely Kaspersky’s, of no product', () => {
  test.each<[string, Tables]>([
    ['a driver without a tag', { kernelModules: [{ name: 'klif', state: 'running' }] }],
    ['its file', { files: [{ path: 'C:\\Windows\\System32\\drivers\\klif.sys' }] }],
    ['a driver in the list of services', { services: [{ name: 'klim6' }] }],
    ['an orphan', { services: [{ name: 'klids', state: 'file-missing' }] }],
    [
      'a filter of the keyboard',
      { classFilters: [{ class: 'keyboard', which: 'upper', entries: ['klkbdflt', 'kbdclass'] }] },
    ],
    ['a network filter', { networkBindings: [{ adapter: 'Wi-Fi', component: 'klim6' }] }],
    ['the folder itself', { files: [{ path: lab }] }],
    ['anything in its folder', { files: [{ path: 'C:\\ProgramData\\Kaspersky Lab\\UCPStorage' }] }],
    ['a program of its folder', { processes: [{ path: `${lab}\\new\\thing.exe` }] }],
    ['a service of its folder', { services: [{ name: 'x', path: `"${lab}\\new\\thing.exe" -s` }] }],
    ['a running interface', { processes: [{ name: 'avpui.exe' }] }],
    ['its key', { registry: [{ path: 'HKLM\\SOFTWARE\\KasperskyLab' }] }],
    ['a key of one user', { registry: [{ path: 'HKCU\\Software\\KasperskyLab\\Something' }] }],
    [
      'an event log',
      { registry: [{ path: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\Kaspersky Event Log' }] },
    ],
    [
      'a certificate',
      {
        certificates: [{ subject: 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab' }],
      },
    ],
    ['a task', { scheduledTasks: [{ path: '\\Update', command: `"${lab}\\new\\thing.exe" /x` }] }],
    ['a start-up entry', { startup: [{ name: 'x', command: `"${lab}\\new\\thing.exe"` }] }],
    ['a store package', { packages: [{ name: 'Kaspersky.ShellEx22', manager: 'appx' }] }],
    [
      'a forced extension',
      {
        browserPolicies: [
          {
            browser: 'chrome',
            name: 'ExtensionInstallForcelist',
            value: 'ahkjpbeeocnddjkakilopmfdlnjdpcdm;https://clients2.google.com/service/update2/crx',
          },
        ],
      },
    ],
    [
      'a file to be deleted at restart',
      { restartPending: [{ source: 'PendingFileRenameOperations', detail: `\\??\\${lab}\\x.dll` }] },
    ],
    [
      'a program entry in its folder',
      { programs: [{ key: 'X', name: 'Tool', publisher: 'Foo', installLocation: `${lab}\\new` }] },
    ],
  ])('%s', (_, tables) => {
    const { detections, unattributed } = look(tables);
    expect(detections).toEqual([]);
    expect(unattributed).toHaveLength(1);
  });

  test('an entry of Windows Security that outlived its product is stale', () => {
    for (const name of [
      'Kaspersky Internet Security',
      'Kaspersky',
      'Антивирус Касперского',
      'カスペルスキー',
    ])
      expect(look({ securityCentre: [{ name, kind: 'antivirus' }] })).toMatchObject({
        detections: [],
        unattributed: [{ reason: 'security-centre-stale' }],
      });
  });

  test('joins the product that is here', () => {
    expect(
      look({
        programs: [{ name: 'Kaspersky ONE', publisher: 'Kaspersky Lab' }],
        kernelModules: [{ name: 'klif' }],
        browserExtensions: [{ id: 'ahkjpbeeocnddjkakilopmfdlnjdpcdm' }],
        securityCentre: [{ name: 'Kaspersky' }],
      }),
    ).toMatchObject({
      detections: [{ productId: 'consumer-unknown', evidence: { length: 4 } }],
      unattributed: [],
    });
  });
});

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
