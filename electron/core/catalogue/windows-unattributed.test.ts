import { describe, expect, test } from 'vitest';
import type { Tables } from '../testing/windows-hosts.ts';
import { look } from '../testing/windows-hosts.ts';

const lab = 'C:\\Program Files (x86)\\Kaspersky Lab';

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

  test.each([
    ['1 ahkjpbeeocnddjkakilopmfdlnjdpcdm', 1],
    ['{"id":"ahkjpbeeocnddjkakilopmfdlnjdpcdm"}', 1],
    // One letter more is somebody else's.
    ['sahkjpbeeocnddjkakilopmfdlnjdpcdm', 0],
  ])('a policy is the vendor’s by the whole id: %s', (value, rows) => {
    const { unattributed } = look({ browserPolicies: [{ browser: 'chrome', name: 'x', value }] });
    expect(unattributed).toHaveLength(rows);
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
