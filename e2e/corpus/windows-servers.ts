import type { Dice } from './dice.ts';
import type { Part } from './host.ts';
import { mergeRows } from './host.ts';
import { translated } from './names.ts';
import {
  dataFolder,
  entryOf,
  folders,
  processRows,
  programFiles,
  service,
  softwareKey,
} from './windows-shape.ts';

/** Servers, what is only reported, tools, the successor and the engine in other hands. */

const fileServer = (
  dice: Dice,
  id: string,
  names: readonly string[],
  versions: readonly string[],
  folderName: string,
): Part => {
  const version = dice.pick(versions);
  const folder = `${programFiles}\\${folderName}`;
  return {
    rows: mergeRows(
      { programs: entryOf(dice, { name: dice.pick(names), version, folder }) },
      service('KAVFS', 'Kaspersky Security Service', `"${folder}\\kavfs.exe"`),
      service('KAVFSGT', 'Kaspersky Security Management Service', `"${folder}\\kavfsgt.exe"`),
      dice.chance(0.6)
        ? service('kavfsslp', 'Kaspersky Security Exploit Prevention Service', `"${folder}\\kavfswh.exe"`)
        : {},
      processRows(folder, 'kavfs.exe', 'kavfswp.exe', 'kavfsgt.exe', 'kavtray.exe'),
      folders(programFiles, folder, `${dataFolder}\\${folderName}`),
      id === 'server-ksws'
        ? {
            registry: [
              { path: `${softwareKey}\\WSEE\\${version.split('.').slice(0, 2).join('.')}\\Install` },
            ],
          }
        : {},
    ),
    products: [{ productId: id, version, status: 'installed' }],
  };
};

export const kswsInstall = (dice: Dice): Part =>
  fileServer(
    dice,
    'server-ksws',
    [
      'Kaspersky Security 11 for Windows Server',
      'Kaspersky Security 10.1.2 for Windows Server',
      'Kaspersky Security for Windows Servers',
      'Kaspersky Anti-Virus 8.0 for Windows Servers Enterprise Edition',
      ...(translated['Kaspersky Security for Windows Server'] ?? []),
    ],
    ['10.1.2.996', '11.0.0.480', '11.0.1.897'],
    'Kaspersky Security for Windows Server',
  );

export const kessInstall = (dice: Dice): Part =>
  fileServer(
    dice,
    'server-kess-win',
    [
      'Kaspersky Embedded Systems Security',
      'Kaspersky Embedded Systems Security for Windows',
      'Kaspersky Embedded Systems Security 3.2',
    ],
    ['2.3.0.754', '3.0.0.102', '3.2.0.200'],
    'Kaspersky Embedded Systems Security',
  );

export const kicsInstall = (dice: Dice): Part =>
  fileServer(
    dice,
    'server-kics-win',
    ['Kaspersky Industrial CyberSecurity for Nodes', 'Kaspersky Industrial CyberSecurity for Nodes 3.2'],
    ['2.6.0.560', '3.2.0.200', '4.0.0.423'],
    'Kaspersky Industrial CyberSecurity for Nodes',
  );

const folderOfCentre = `${programFiles}\\Kaspersky Security Center`;

export const centreInstall = (dice: Dice, part: 'server' | 'console' | 'both' | 'old'): Part => {
  const version = dice.pick(['13.2.0.1511', '14.2.0.26967', '15.1.0.20748']);
  const serverName = dice.pick([
    'Kaspersky Security Center Administration Server',
    'Kaspersky Security Center 14.2',
    ...(translated['Kaspersky Security Center Administration Server'] ?? []),
  ]);
  const consoleName = dice.pick([
    'Kaspersky Security Center Administration Console',
    ...(translated['Kaspersky Security Center Administration Console'] ?? []),
  ]);
  const entry = (name: string, told = version): Part['rows'] => ({
    programs: entryOf(dice, { name, version: told, folder: folderOfCentre }),
  });
  if (part === 'old')
    return {
      rows: entry('Kaspersky Administration Kit', '8.0.2177'),
      products: [{ productId: 'mgmt-ksc-win', version: '8.0.2177', status: 'report-only' }],
    };
  const products = [{ productId: 'mgmt-ksc-win', version, status: 'report-only' }] as const;
  if (part === 'console') return { rows: mergeRows(entry(consoleName), folders(folderOfCentre)), products };
  return {
    rows: mergeRows(
      entry(serverName),
      part === 'both' ? entry(consoleName) : {},
      service(
        'kladminserver',
        'Kaspersky Security Center Administration Server',
        `"${folderOfCentre}\\klserver.exe"`,
      ),
      processRows(folderOfCentre, 'klserver.exe', 'klactprx.exe'),
      folders(folderOfCentre),
    ),
    products,
  };
};

export const mailInstall = (dice: Dice): Part => {
  const [name, version] = dice.pick([
    ['Kaspersky Security 9.0 for Microsoft Exchange Servers', '9.6.96.0'],
    ['Kaspersky Security 9.0 для Microsoft Exchange Servers', '9.6.96.0'],
    ['Kaspersky Security 9.0 for SharePoint Server', '9.3.60.0'],
  ] as const);
  return {
    rows: mergeRows({ programs: entryOf(dice, { name, version, view: dice.pick(['32', '64']) }) }),
    products: [{ productId: 'mail-exchange', version, status: 'report-only' }],
  };
};

export const virtualInstall = (dice: Dice): Part => {
  const [name, version] = dice.pick([
    ['Kaspersky Security for Virtualization 5.1 Light Agent', '5.1.44.10302'],
    ['Kaspersky Security for Virtualization 5.2 Light Agent', '5.2.0.385'],
    ['Kaspersky Security for Virtualization 4.0 Light Agent', '4.0.0.1057'],
    ['Kaspersky Security 5.2 Integration Server', '5.2.1.110'],
  ] as const);
  return {
    rows: { programs: entryOf(dice, { name, version }) },
    products: [{ productId: 'business-ksv', version, status: 'report-only' }],
  };
};

export const toolInstall = (dice: Dice): Part => {
  const [name, version] = dice.pick([
    ['Kaspersky Security Scan', '16.0.0.1344'],
    ['Kaspersky Software Updater', '2.1.0.63'],
    ['Kaspersky System Checker', '1.0.1.308'],
  ] as const);
  const folder = `${programFiles}\\${name} ${version.split('.').slice(0, 2).join('.')}`;
  return {
    rows: mergeRows({ programs: entryOf(dice, { name, version, folder }) }, folders(folder)),
    products: [{ productId: 'tool-kvrt', version, status: 'vendor-tool' }],
  };
};

export const portableTool = (dice: Dice): Part => {
  const rows = dice.pick<Part['rows']>([
    folders('C:\\KVRT2020_Data'),
    folders('C:\\KVRT_Data', 'C:\\KVRT_Data\\Quarantine'),
    mergeRows(folders('C:\\KVRT2020_Data'), processRows('C:\\Users\\user\\Desktop', 'KVRT.exe')),
    mergeRows(folders('C:\\KVRT_Data'), processRows('C:\\KVRT_Data\\Temp', 'KVRT.exe')),
  ]);
  return { rows, products: [{ productId: 'tool-kvrt', status: 'vendor-tool' }] };
};

export const removerTool = (dice: Dice): Part => ({
  rows: dice.pick<Part['rows']>([
    processRows('C:\\Users\\user\\Desktop', 'kavremvr.exe'),
    processRows('C:\\Users\\user\\AppData\\Local\\Temp\\{A7C1}', 'kavremover.exe'),
  ]),
  products: [{ productId: 'tool-remover', status: 'vendor-tool' }],
});

export const successorInstall = (dice: Dice, name: 'UltraAV' | 'UltraVPN'): Part => {
  const version = name === 'UltraAV' ? dice.pick(['1.0.2409.12', '7.0.310']) : '4.6.2.1';
  const publisher = dice.pick(['Pango', 'Pango Inc.', 'Pango Group', 'UltraAV', 'Ultra VPN']);
  return {
    rows: mergeRows(
      {
        programs: entryOf(dice, {
          name,
          version,
          folder: `C:\\Program Files\\${name}`,
          publisher,
          view: '64',
        }),
      },
      folders(`C:\\Program Files\\${name}`),
    ),
    products: [{ productId: 'successor-ultraav', version, status: 'successor' }],
    may: ['successor-ultraav'],
  };
};

export const engineElsewhere = (dice: Dice): Part => {
  const [vendor, product, folder] = dice.pick([
    [
      'Check Point Software Technologies Ltd.',
      'ZoneAlarm Extreme Security',
      'C:\\Program Files (x86)\\CheckPoint\\ZoneAlarm\\AntiVirus',
    ],
    [
      'Check Point Software Technologies Ltd.',
      'Check Point Endpoint Security',
      'C:\\Program Files (x86)\\CheckPoint\\Endpoint Security\\Anti-Malware',
    ],
    ['Gateway Makers AG', 'Mail Gateway Shield', 'D:\\GatewayShield\\engine'],
  ] as const);
  return {
    rows: mergeRows(
      { programs: entryOf(dice, { name: product, version: '15.8.200.19118', publisher: vendor }) },
      { kernelModules: [{ name: 'klif', path: `${folder}\\klif.sys`, state: 'running' }] },
      folders(folder, `${folder}\\klif.sys`),
    ),
    products: [{ productId: 'oem-engine', status: 'oem' }],
  };
};
