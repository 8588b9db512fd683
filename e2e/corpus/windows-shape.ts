import type { Row } from '../../electron/core/model/tables.ts';
import type { Dice } from './dice.ts';
import type { Rows } from './host.ts';
import { publishers } from './names.ts';

/** How one program of Kaspersky's stands in Windows' own lists. */

export const programFiles = 'C:\\Program Files (x86)\\Kaspersky Lab';
export const dataFolder = 'C:\\ProgramData\\Kaspersky Lab';
export const softwareKey = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab';
const uninstallKey = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

export interface EntryFacts {
  readonly name: string;
  readonly version?: string | undefined;
  readonly folder?: string;
  readonly publisher?: string | undefined;
  readonly view?: '32' | '64';
}

/** One program entry, in one of the forms that machines show. */
export const entryOf = (dice: Dice, facts: EntryFacts): Row<'programs'>[] => {
  const guid = dice.guid();
  const view = facts.view ?? '32';
  const told = 'publisher' in facts ? facts.publisher : dice.pick(publishers);
  const hive = `HKLM\\${view === '32' ? uninstallKey.replace('SOFTWARE', 'SOFTWARE\\WOW6432Node') : uninstallKey}`;
  const row: Row<'programs'> = {
    key: dice.chance(0.5) ? guid : `${hive}\\${guid}`,
    name: facts.name,
    ...(facts.version === undefined ? {} : { version: facts.version }),
    ...(told === undefined ? {} : { publisher: told }),
    scope: 'machine',
    view,
    productCode: guid,
    uninstallCommand: dice.pick([`MsiExec.exe /I${guid}`, `MsiExec.exe /X${guid}`, `msiexec /x ${guid}`]),
    ...(facts.folder !== undefined && dice.chance(0.7)
      ? { installLocation: facts.folder + dice.pick(['', '\\']) }
      : {}),
  };
  if (!dice.chance(0.4)) return [row];
  const { productCode: _, ...alias } = row;
  return [
    { ...row, hidden: true },
    { ...alias, key: `InstallWIX_${guid}`, uninstallCommand: `MsiExec.exe /I${guid} REMOVE=ALL` },
  ];
};

/** An entry of one user only: in that user's hive. */
export const userEntry = (dice: Dice, facts: EntryFacts): Row<'programs'>[] =>
  entryOf(dice, facts)
    .slice(-1)
    .map((row) => ({
      ...row,
      key: `HKU\\${dice.sid()}\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${dice.guid()}`,
      scope: 'user',
      view: '64',
    }));

export const environmentKey = (key: string, facts: Readonly<Record<string, string>>): Rows => ({
  registry: Object.entries(facts).map(([value, data]) => ({
    path: `${softwareKey}\\${key}\\environment`,
    value,
    data,
  })),
});

export const service = (
  name: string,
  displayName: string,
  path: string,
  state = 'running',
  startType = 'auto',
): Rows => ({ services: [{ name, displayName, path, state, startType }] });

const driverBases = [
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
];

/** The drivers of one build: with a tag in a folder of their own, or plain on older builds. */
export const driverRows = (dice: Dice, tag: string | undefined, state = 'running'): Rows => ({
  kernelModules: [
    ...dice.some(driverBases, 5 + dice.int(8)).map((base) => ({
      name: tag === undefined ? base : `${dice.chance(0.2) ? base.toUpperCase() : base}.${tag}`,
      path: `C:\\Windows\\System32\\drivers\\${tag === undefined ? '' : `${tag}\\`}${base}.sys`,
      state,
    })),
    { name: 'klim6', path: '\\SystemRoot\\system32\\DRIVERS\\klim6.sys', state },
    ...(tag === undefined
      ? []
      : [
          {
            name: `klupd_${tag}_arkmon`,
            path: `C:\\Windows\\System32\\drivers\\klupd_${tag}_arkmon.sys`,
            state,
          },
        ]),
  ],
});

export const inputFilters = (dice: Dice, tag: string | undefined): Rows => {
  const suffix = tag === undefined ? '' : `.${tag}`;
  const byName = dice.chance(0.5);
  return {
    classFilters: [
      {
        class: byName ? 'Keyboard' : '{4D36E96B-E325-11CE-BFC1-08002BE10318}',
        which: 'upper',
        entries: [`klkbdflt${suffix}`, 'kbdclass'],
      },
      {
        class: byName ? 'Mouse' : '{4D36E96F-E325-11CE-BFC1-08002BE10318}',
        which: 'upper',
        entries: [`klmouflt${suffix}`, 'mouclass'],
      },
    ],
    networkBindings: [{ adapter: 'Ethernet', component: 'klim6' }],
  };
};

export const securityCentre = (name: string, state = 'on'): Rows => ({
  securityCentre: ['antivirus', 'firewall'].map((kind) => ({ name, kind, state })),
});

export const folders = (...paths: readonly string[]): Rows => ({
  files: paths.map((path) => ({ path, kind: /\.(?:sys|exe|edb|evtx)$/i.test(path) ? 'file' : 'folder' })),
});

export const processRows = (folder: string, ...names: readonly string[]): Rows => ({
  processes: names.map((name, at) => ({ name, path: `${folder}\\${name}`, pid: 2000 + 8 * at })),
});

export const rootCertificate: Rows = {
  certificates: [
    {
      subject: 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab',
      store: 'LocalMachine\\Root',
      thumbprint: '5C1A7F0E2B9D4468A0C3D1E5F6071829304A5B6C',
    },
  ],
};

export const protectionExtension: Rows = {
  browserExtensions: [
    {
      browser: 'chrome',
      id: 'ahkjpbeeocnddjkakilopmfdlnjdpcdm',
      name: 'Kaspersky Protection',
      version: '30.125.26',
      profile: 'Default',
    },
  ],
};
