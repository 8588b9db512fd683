import type { Dice } from './dice.ts';
import type { Part, Rows } from './host.ts';
import { mergeRows } from './host.ts';
import { translated } from './names.ts';
import {
  dataFolder,
  driverRows,
  entryOf,
  environmentKey,
  folders,
  inputFilters,
  processRows,
  programFiles,
  securityCentre,
  service,
  softwareKey,
} from './windows-shape.ts';

/** What an administrator installs on desktops. */

interface KesBuild {
  readonly version: string;
  readonly folder: string;
  readonly tag?: string;
}

export const kesBuilds: readonly KesBuild[] = [
  { version: '11.0.1.90', folder: 'Kaspersky Endpoint Security for Windows' },
  { version: '11.4.0.233', folder: 'Kaspersky Endpoint Security for Windows' },
  { version: '11.6.0.394', folder: 'Kaspersky Endpoint Security for Windows' },
  { version: '11.8.0.384', folder: 'Kaspersky Endpoint Security for Windows' },
  { version: '11.10.0.399', folder: 'Kaspersky Endpoint Security for Windows', tag: 'KES-21-7' },
  { version: '12.2.0.462', folder: 'KES.12.2.0', tag: 'KES-21-13' },
  { version: '12.6.0.438', folder: 'KES.12.6.0', tag: 'KES-21-18' },
  { version: '12.10.0.466', folder: 'KES.12.10.0', tag: 'KES-21-23' },
  { version: '14.0.0.303', folder: 'KES.14.0.0', tag: 'KES-21-25' },
];

const kesName = 'Kaspersky Endpoint Security for Windows';

export interface KesOptions {
  readonly translate?: boolean;
  readonly entry?: 'none' | 'bare';
  readonly encrypted?: boolean;
}

export const kesInstall = (dice: Dice, made: KesBuild, options: KesOptions = {}): Part => {
  const shown = options.translate === true ? dice.pick(translated[kesName] ?? []) : kesName;
  const folder = `${programFiles}\\${made.folder}`;
  const platform = made.tag?.replace('KES-', '').replace('-', '.');
  const name = platform === undefined ? 'AVP' : `AVP.KES.${platform}`;
  const entry: Rows =
    options.entry === 'none'
      ? {}
      : { programs: entryOf(dice, { name: shown, version: made.version, folder }) };
  const products = [{ productId: 'business-kes-win', version: made.version, status: 'installed' }] as const;
  if (options.entry === 'bare') return { rows: entry, products };
  const maybe = (rows: Rows, of = 0.7): Rows => (dice.chance(of) ? rows : {});
  return {
    rows: mergeRows(
      entry,
      environmentKey('protected\\KES', {
        ProductName: kesName,
        ProductVersion: made.version,
        ProductRoot: folder,
      }),
      service(name, 'Kaspersky Endpoint Security Service', `"${folder}\\avp.exe" -r`),
      maybe(
        service(
          platform === undefined ? 'avpsus' : `avpsus.KES.${platform}`,
          'Kaspersky Seamless Update Service',
          `"${folder}\\avpsus.exe"`,
        ),
      ),
      maybe(driverRows(dice, made.tag), 0.9),
      maybe(inputFilters(dice, made.tag), 0.4),
      maybe(securityCentre(kesName), 0.8),
      maybe(processRows(folder, 'avp.exe', 'avpui.exe', 'avpsus.exe'), 0.9),
      folders(
        programFiles,
        folder,
        `${dataFolder}\\KES`,
        'C:\\Windows\\System32\\winevt\\Logs\\Kaspersky Endpoint Security.evtx',
      ),
      maybe({
        registry: [
          { path: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\Kaspersky Endpoint Security' },
        ],
      }),
      options.encrypted === true
        ? {
            encryption: [
              {
                volume: 'D:',
                method: 'kaspersky',
                state: 'encrypted',
                managedBy: 'kaspersky',
                preBoot: true,
              },
            ],
          }
        : {},
    ),
    products,
  };
};

export const oldKesInstall = (dice: Dice): Part => {
  const [version, name, key] = dice.pick([
    ['8.1.0.1042', 'Kaspersky Endpoint Security 8 for Windows', 'KES8'],
    ['10.1.0.867', 'Kaspersky Endpoint Security 10 for Windows', 'KES10'],
    ['10.2.2.10535', 'Kaspersky Endpoint Security 10 for Windows', 'KES10SP1'],
    ['10.2.6.3733', 'Kaspersky Endpoint Security 10 для Windows', 'KES10SP1'],
    ['10.3.0.6294', 'Kaspersky Endpoint Security 10 Service Pack 2 for Windows', 'KES10SP2'],
    ['10.3.3.275', 'Kaspersky Endpoint Security 10 Service Pack 2 für Windows', 'KES10SP2'],
  ] as const);
  const folder = `${programFiles}\\Kaspersky Endpoint Security ${version.startsWith('8') ? '8' : '10'} for Windows${/SP\d/.exec(key)?.[0] === undefined ? '' : ` ${/SP\d/.exec(key)?.[0]}`}`;
  return {
    rows: mergeRows(
      { programs: entryOf(dice, { name, version, folder }) },
      environmentKey(`protected\\${key}`, { ProductName: name, ProductVersion: version }),
      service('AVP', 'Kaspersky Endpoint Security Service', `"${folder}\\avp.exe" -r`),
      driverRows(dice, undefined),
      processRows(folder, 'avp.exe'),
      folders(programFiles, folder, `${dataFolder}\\${key}`),
    ),
    products: [{ productId: 'business-kes-win-old', version, status: 'installed' }],
  };
};

export const agentVersions = [
  '10.5.1781',
  '11.0.0.1131',
  '12.2.0.4376',
  '13.2.0.1511',
  '14.0.0.10902',
  '14.2.0.26967',
  '15.1.0.20748',
] as const;

export const agentInstall = (
  dice: Dice,
  options: { readonly translate?: boolean; readonly bare?: boolean } = {},
): Part => {
  const version = dice.pick(agentVersions);
  const name = 'Kaspersky Security Center Network Agent';
  const shown =
    options.translate === true
      ? dice.pick(translated[name] ?? [])
      : dice.pick([
          name,
          name,
          `Kaspersky Security Center ${version.split('.')[0]} Network Agent`,
          'Kaspersky Network Agent',
          'Kaspersky Lab Network Agent',
        ]);
  const folder = `${dice.pick([programFiles, 'C:\\Program Files\\Kaspersky Lab'])}\\NetworkAgent`;
  const entry = { programs: entryOf(dice, { name: shown, version, folder, view: dice.pick(['32', '64']) }) };
  const products = [{ productId: 'mgmt-nagent-win', version, status: 'installed' }] as const;
  if (options.bare === true) return { rows: entry, products };
  const components = `${softwareKey}\\Components`;
  return {
    rows: mergeRows(
      entry,
      service('klnagent', 'Kaspersky Security Center Network Agent', `"${folder}\\klnagent.exe"`),
      processRows(folder, 'klnagent.exe', 'vapm.exe'),
      folders(folder, 'C:\\ProgramData\\KasperskyLab\\adminkit'),
      {
        registry: [
          {
            path: `${components}\\34\\1103\\1.0.0.0\\Statistics\\AVState`,
            value: 'Protection_AdmServer',
            data: 'ksc.example.org',
          },
          {
            path: `${components}\\27\\1103\\1.0.0.0\\Installer`,
            value: 'KLMOVE_EXE',
            data: `${folder}\\klmover.exe`,
          },
        ],
      },
    ),
    products,
  };
};

export const endpointAgentInstall = (dice: Dice): Part => {
  const version = dice.pick(['3.9.0.1034', '3.12.0.283', '3.16.0.1256']);
  const folder = `${programFiles}\\Endpoint Agent`;
  return {
    rows: mergeRows(
      { programs: entryOf(dice, { name: 'Kaspersky Endpoint Agent', version, folder }) },
      service('soyuz', 'Kaspersky Endpoint Agent', `"${folder}\\soyuz.exe"`),
      processRows(folder, 'soyuz.exe', 'proton.exe'),
      folders(programFiles, folder),
    ),
    products: [{ productId: 'business-kea-win', version, status: 'installed' }],
  };
};

export const aesInstall = (dice: Dice): Part => {
  const version = dice.pick(['1.0.0.0', '1.1.0.73']);
  const name = dice.pick([
    'Kaspersky AES Encryption Module',
    'AES Encryption Module',
    'Kaspersky AES Encryption Module (256-bit)',
  ]);
  return {
    rows: { programs: entryOf(dice, { name, version }) },
    products: [{ productId: 'business-aes-module', version, status: 'installed' }],
  };
};

export const legacyInstall = (dice: Dice): Part => {
  const [version, name, key] = dice.pick([
    ['6.0.4.1424', 'Kaspersky Anti-Virus 6.0 for Windows Workstations', 'AVP80'],
    ['6.0.3.837', 'Kaspersky Anti-Virus 6.0 for Windows Servers', 'AVP80'],
    ['6.0.4.1611', 'Kaspersky Anti-Virus 6.0 for Windows Workstations MP4', 'AVP80'],
    ['6.0.4.1424', 'Kaspersky Anti-Virus 6.0 SOS MP4', 'AVP80'],
    ['6.0.4.1212', 'Антивирус Касперского 6.0 для Windows Workstations', 'AVP80'],
  ] as const);
  const folder = `${dice.pick([programFiles, 'C:\\Program Files\\Kaspersky Lab'])}\\${name.replace(/^Антивирус.*$/, 'Kaspersky Anti-Virus 6.0 for Windows Workstations MP4')}`;
  return {
    rows: mergeRows(
      {
        programs: entryOf(dice, {
          name,
          version,
          folder,
          publisher: dice.pick(['Kaspersky Lab', 'Лаборатория Касперского']),
        }),
      },
      environmentKey(`protected\\${key}`, { ProductName: name, ProductVersion: version }),
      service('AVP', name, `"${folder}\\avp.exe" -r`),
      {
        kernelModules: [
          { name: 'kl1', path: 'C:\\Windows\\System32\\drivers\\kl1.sys', state: 'running' },
          { name: 'klif', path: 'C:\\Windows\\System32\\drivers\\klif.sys', state: 'running' },
        ],
      },
      processRows(folder, 'avp.exe'),
      folders(folder),
    ),
    products: [{ productId: 'legacy-kav6', version, status: 'installed' }],
  };
};
