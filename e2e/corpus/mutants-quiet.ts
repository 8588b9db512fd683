import type { Mutant } from './mutant.ts';
import { add } from './mutant.ts';
import { lab, roots } from './mutants-windows.ts';

/** Lone traces in the places of Windows that nobody looks at. */
export const quietMutants = (): Mutant[] => [
  ...[
    'Kaspersky Internet Security',
    'Kaspersky Endpoint Security',
    'Kaspersky',
    'Антивирус Касперского',
  ].flatMap((name) =>
    ['on', 'off', 'expired'].map((state) =>
      add('windows', 'securityCentre', { name, kind: 'antivirus', state }),
    ),
  ),
  ...['chrome', 'edge', 'brave', 'opera'].map((browser) =>
    add('windows', 'browserExtensions', {
      browser,
      id: 'ahkjpbeeocnddjkakilopmfdlnjdpcdm',
      profile: 'Default',
    }),
  ),
  add('windows', 'browserExtensions', {
    browser: 'firefox',
    id: 'urladvisor@kaspersky.com',
    name: 'URL Advisor',
  }),
  add('windows', 'browserExtensions', {
    browser: 'firefox',
    id: 'light_plugin_ACF0E80077C511E59DED005056C00008@kaspersky.com',
    name: 'Kaspersky Protection',
  }),
  ...[
    'HKLM\\SOFTWARE',
    'HKLM\\SOFTWARE\\WOW6432Node',
    'HKCU\\Software',
    'HKU\\S-1-5-21-1-2-3-1001\\Software',
    'HKU\\.DEFAULT\\Software',
  ].flatMap((hive) =>
    [
      '',
      '\\AVP21.25',
      '\\AVP21.3\\environment',
      '\\protected\\KES',
      '\\KSDE5.8',
      '\\Components\\34',
      '\\NewThing',
    ].map((key) => add('windows', 'registry', { path: `${hive}\\KasperskyLab${key}` })),
  ),
  ...['Keyboard', '{4D36E96B-E325-11CE-BFC1-08002BE10318}'].flatMap((of) =>
    ['klkbdflt', 'klkbdflt.K4W-21-25', 'klkbdflt2', 'klmouflt', 'klmouflt.KES-21-9'].map((entry) =>
      add(
        'windows',
        'classFilters',
        { class: of, which: 'upper', entries: [entry, 'kbdclass'] },
        { class: of, which: 'upper', entries: [`z${entry}`, 'kbdclass'] },
      ),
    ),
  ),
  ...['Ethernet', 'WLAN', 'VPN'].map((adapter) =>
    add('windows', 'networkBindings', { adapter, component: 'klim6' }, { adapter, component: 'klim7x' }),
  ),
  ...['C:', 'D:', 'E:'].map((volume) =>
    add(
      'windows',
      'encryption',
      { volume, method: 'kaspersky', state: 'encrypted' },
      { volume, method: 'bitlocker', state: 'encrypted' },
    ),
  ),
  ...['LocalMachine\\Root', 'CurrentUser\\Root'].flatMap((store) =>
    [
      'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab',
      'CN=Kaspersky Anti-Virus Personal Root Certificate',
    ].map((subject) => add('windows', 'certificates', { subject, store })),
  ),
  ...roots.flatMap((root) => [
    add('windows', 'scheduledTasks', { path: '\\Any', command: `"${lab(root, 'Any\\x.exe')}" /q` }),
    add('windows', 'startup', { name: 'Any', command: `${lab(root, 'Any\\x.exe')} -tray`, scope: 'machine' }),
  ]),
];
