import type { Mutant } from './mutant.ts';
import { add } from './mutant.ts';
import { publishers } from './names.ts';

/** Lone traces of programs, services, drivers and files on Windows. */

const names = [
  'Kaspersky Anti-Virus',
  'Kaspersky Internet Security',
  'Kaspersky Total Security',
  'Kaspersky Security Cloud',
  'Kaspersky Free',
  'Kaspersky Plus',
  'Kaspersky Small Office Security',
  'Kaspersky Endpoint Security for Windows',
  'Kaspersky Endpoint Security для Windows',
  'Kaspersky Security Center Network Agent',
  'Агент администрирования Kaspersky Security Center',
  'Kaspersky Safe Kids',
  'Kaspersky Password Manager',
  'Kaspersky VPN',
  'Kaspersky Endpoint Agent',
  'Kaspersky Embedded Systems Security',
  'Kaspersky PURE 3.0',
  'Антивирус Касперского',
  'Nowe Centrum 7',
];
export const lab = (root: string, rest: string): string => `C:\\${root}\\Kaspersky Lab\\${rest}`;
export const roots = [
  'Program Files (x86)',
  'Program Files',
  'ProgramData',
  'Program Files (x86)\\Common Files',
];
const things = [
  'KES.12.2.0',
  'NetworkAgent',
  'Endpoint Agent',
  'Kaspersky Plus 21.25',
  'AVP21.3',
  'Something New 1.0',
];

const programs = (): Mutant[] => [
  ...names.flatMap((name) =>
    publishers
      .slice(0, 6)
      .map((publisher) => add('windows', 'programs', { key: '{A1}', name, version: '1.2.3', publisher })),
  ),
  ...publishers.map((publisher) =>
    add('windows', 'programs', { key: '{A2}', name: 'Helper', publisher, hidden: true }),
  ),
  ...things.map((thing) =>
    add('windows', 'programs', { key: '{A3}', installLocation: lab('Program Files (x86)', thing) }),
  ),
  ...names.slice(0, 17).map((name) => add('windows', 'programs', { key: 'InstallWIX_{A4}', name })),
];

const ownServices = [
  'AVP21.3',
  'AVP18.0.0',
  'AVP.KES.21.9',
  'klvssbridge64_21.3',
  'KSDE4.0',
  'klnagent',
  'KAVFS',
  'KAVFSGT',
  'kavfsslp',
];
const services = (): Mutant[] => [
  ...ownServices.flatMap((name) =>
    ['running', 'stopped', 'file-missing'].map((state) =>
      add(
        'windows',
        'services',
        { name, state, startType: 'auto' },
        { name: name.replace(/^./, 'Z'), state, startType: 'auto' },
      ),
    ),
  ),
  ...roots.flatMap((root) =>
    things.map((thing) =>
      add('windows', 'services', { name: 'xyz', path: `"${lab(root, thing)}\\x.exe" -r`, state: 'running' }),
    ),
  ),
];

const bases = [
  'klif',
  'klflt',
  'klhk',
  'klgse',
  'kldisk',
  'klpd',
  'klpnpflt',
  'klkbdflt',
  'klmouflt',
  'klbackupdisk',
  'klbackupflt',
  'klwtp',
  'kneps',
  'klids',
];
const drivers = (): Mutant[] => [
  ...bases.flatMap((base) =>
    ['K4W-21-25', 'K4W-21-26', 'KES-21-9'].flatMap((tag) => [
      add(
        'windows',
        'kernelModules',
        { name: `${base}.${tag}`, state: 'running' },
        { name: `${base}.${tag.replace('K', 'X')}`, state: 'running' },
      ),
      ...(tag === 'K4W-21-25'
        ? [
            add(
              'windows',
              'services',
              { name: `${base}.${tag}`, state: 'file-missing' },
              { name: `${base}x.${tag}y`, state: 'file-missing' },
            ),
          ]
        : []),
    ]),
  ),
  ...bases
    .slice(0, 13)
    .map((base) =>
      add(
        'windows',
        'kernelModules',
        { name: base, path: `\\SystemRoot\\System32\\drivers\\${base}.sys`, state: 'running' },
        { name: `${base}o`, path: `\\SystemRoot\\System32\\drivers\\${base}o.sys`, state: 'running' },
      ),
    ),
  ...[
    'klim6',
    'klelam',
    'klfdefsf',
    'Klfle',
    'klvfs',
    'klboot',
    'kltap',
    'klupd_KES-21-9_arkmon',
    'klupd_klif_mark',
  ].map((name) =>
    add('windows', 'kernelModules', { name, state: 'running' }, { name: `${name}q`, state: 'running' }),
  ),
];

const programsRunning = [
  'avp.exe',
  'avpui.exe',
  'kpm.exe',
  'ksde.exe',
  'klnagent.exe',
  'kavfs.exe',
  'soyuz.exe',
  'agent.exe',
  'new.exe',
];
const seen = (): Mutant[] => [
  ...programsRunning.flatMap((name) =>
    roots.map((root) => add('windows', 'processes', { name, path: lab(root, `Thing\\${name}`), pid: 77 })),
  ),
  ...roots.flatMap((root) =>
    things.map((thing) => add('windows', 'files', { path: lab(root, thing), kind: 'folder' })),
  ),
  ...['anna', 'Мария', 'OEM'].map((user) =>
    add('windows', 'files', { path: `C:\\Users\\${user}\\AppData\\Local\\Kaspersky Lab`, kind: 'folder' }),
  ),
  ...['K4W-21-25', 'K4W-21-26', 'KES-21-9'].map((tag) =>
    add(
      'windows',
      'files',
      { path: `C:\\Windows\\System32\\drivers\\${tag}`, kind: 'folder' },
      { path: `C:\\Windows\\System32\\drivers\\Q${tag}`, kind: 'folder' },
    ),
  ),
  ...['Kaspersky.ShellEx22', 'Kaspersky.ShellEx21', 'KasperskyLab.KasperskyNow'].map((name) =>
    add('windows', 'packages', { name, manager: 'appx' }),
  ),
  ...['Kaspersky.Kaspersky', 'Kaspersky.KasperskyTotalSecurity'].map((id) =>
    add('windows', 'packages', { name: id.split('.')[1], id, publisher: 'Kaspersky', manager: 'winget' }),
  ),
];

export const windowsMutants = (): Mutant[] => [...programs(), ...services(), ...drivers(), ...seen()];
