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
