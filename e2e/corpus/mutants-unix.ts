import type { Mutant } from './mutant.ts';
import { add } from './mutant.ts';

/** Lone traces on Linux and on a Mac. */

const linuxNames = [
  'kesl',
  'kesl-gui',
  'kesl-astra',
  'kics',
  'kess',
  'epagent',
  'klnagent',
  'klnagent64',
  'ksc64',
  'klms',
  'newthing',
];
const linuxRoots = ['/opt/kaspersky', '/var/opt/kaspersky', '/etc/opt/kaspersky', '/var/log/kaspersky'];
export const linuxMutants = (): Mutant[] => [
  ...linuxNames.flatMap((name) =>
    (['dpkg', 'rpm'] as const).map((manager) =>
      add('linux', 'packages', { name, version: '1.0-1', publisher: 'AO Kaspersky Lab', manager }),
    ),
  ),
  ...linuxNames.flatMap((name) => [
    add(
      'linux',
      'units',
      { name: `${name}.service`, state: 'running', program: `/opt/kaspersky/${name}/sbin/${name}` },
      { name: `z${name}.service`, state: 'running', program: `/opt/kasparsky/${name}/sbin/${name}` },
    ),
    add('linux', 'processes', { name, path: `/opt/kaspersky/${name}/sbin/${name}`, pid: 4 }),
  ]),
  ...linuxRoots.flatMap((root) =>
    ['', '/kesl', '/klnagent64', '/newthing'].map((rest) =>
      add('linux', 'files', { path: `${root}${rest}`, kind: 'folder' }),
    ),
  ),
  ...['kladminserver_srv', 'klnagent_srv', 'KSCWebConsole', 'KSCSvcWebConsole'].map((name) =>
    add(
      'linux',
      'units',
      { name: `${name}.service`, state: 'running' },
      { name: `q${name}.service`, state: 'running' },
    ),
  ),
];

const macRoot = '/Library/Application Support/Kaspersky Lab';
export const macMutants = (): Mutant[] => [
  ...[
    'com.kaspersky.kav',
    'com.kaspersky.kav_agent',
    'com.kaspersky.passwordmanager',
    'com.kaspersky.new',
  ].map((bundleId) =>
    add('macos', 'apps', { name: 'Shield', bundleId, version: '1.0', path: '/Applications/Shield.app' }),
  ),
  ...[
    'Kaspersky Internet Security',
    'Kaspersky Anti-Virus For Mac',
    'Kaspersky VPN Secure Connection',
    'Kaspersky Safe Kids',
  ].map((name) => add('macos', 'apps', { name, version: '1.0', path: `/Applications/${name}.app` })),
  ...[
    'com.kaspersky.kav',
    'com.kaspersky.kav.gui',
    'com.kaspersky.klif_loader',
    'com.kaspersky.klnagent',
  ].map((label) =>
    add('macos', 'launchItems', { label, path: `/Library/LaunchDaemons/${label}.plist`, domain: 'system' }),
  ),
  ...['activated enabled', 'activated waiting for user', 'terminated waiting to uninstall on reboot'].flatMap(
    (state) => [
      add('macos', 'systemExtensions', { bundleId: 'com.kaspersky.kav.sysext', version: '1', state }),
      add('macos', 'systemExtensions', { bundleId: 'net.filter', teamId: '2Y8XE5CQ94', state }),
    ],
  ),
  ...['com.kaspersky.kext.klif', 'com.kaspersky.nke', 'com.kaspersky.kext.kimul.14'].map((bundleId) =>
    add('macos', 'kernelExtensions', { bundleId, version: '1' }),
  ),
  ...['core', 'oas', 'webav', 'parctl', 'wksconnector', 'vkbd', 'finder_plugin'].map((id) =>
    add('macos', 'receipts', { id: `com.kaspersky.kav.${id}`, version: '1' }),
  ),
  add('macos', 'receipts', { id: 'com.kaspersky.klnagent.core', version: '1' }),
  add('macos', 'profiles', { id: 'com.kaspersky.kav.approval', organisation: 'Kaspersky Lab' }),
  add('macos', 'profiles', { id: '8F2A.profile', organisation: 'AO Kaspersky Lab' }),
  ...[
    macRoot,
    `${macRoot}/KAV`,
    `${macRoot}/klnagent`,
    '/Library/Logs/Kaspersky Lab',
    '/Library/Caches/com.kaspersky.kav',
    `/Users/anna${macRoot}`,
  ].map((path) => add('macos', 'files', { path, kind: 'folder' })),
  ...['kav', 'kav_agent', 'klnagent', 'new'].map((name) =>
    add('macos', 'processes', { name, path: `${macRoot}/KAV/Binaries/${name}`, pid: 9 }),
  ),
  ...['com.kaspersky.urla-2Y8XE5CQ94'].map((id) =>
    add(
      'macos',
      'browserExtensions',
      { browser: 'safari', id, name: 'URL Advisor' },
      { browser: 'safari', id: 'com.kasparsky.urla-2Y8XE5CQ95', name: 'URL Advisor' },
    ),
  ),
];
