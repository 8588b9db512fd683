import type { OperatingSystem } from '../../electron/core/model/host.ts';
import type { Row } from '../../electron/core/model/tables.ts';
import type { Rows } from '../corpus/host.ts';
import type { Dice } from '../corpus/dice.ts';

/**
 * Windows PCs and Macs as tables, also with rows that no probe would bring: whatever stands in a table, only what is the
 * vendor's may be thought of.
 */
export interface TableHost {
  readonly os: OperatingSystem;
  readonly rows: Rows;
  /** Paths, keys and names that are the vendor's and nobody's any more. */
  readonly truth: ReadonlySet<string>;
  /** Paths, keys and names that somebody else, or a product that is still here, would miss. */
  readonly decoys: readonly string[];
}

/** Rows of files. */
export const file = (path: string): Row<'files'> => ({ path, kind: 'file' });
const folder = (path: string): Row<'files'> => ({ path, kind: 'folder' });

/** A folder with a few things in it, the folders above it first. */
export const treeIn = (dice: Dice, top: string, separator: string): readonly Row<'files'>[] => {
  const inner = dice.some(
    ['Bases', 'Data', 'Report', 'x.dll', 'settings.kvdb', 'ключ', 'a b.txt'],
    1 + dice.int(5),
  );
  return [
    folder(top),
    ...inner.map((name) =>
      name.includes('.') ? file(`${top}${separator}${name}`) : folder(`${top}${separator}${name}`),
    ),
    file(`${top}${separator}${String(dice.int(9_999))}.dat`),
  ];
};

const windowsDecoys = [
  'C:\\Users\\Anna\\Downloads\\kav21.3.exe',
  'C:\\Users\\Anna\\Downloads\\thesis.docx',
  'C:\\Users\\Anna\\Desktop\\Kaspersky Lab\\plan.docx',
  'C:\\Users\\Anna\\Documents\\Kaspersky Lab\\offer.pdf',
  'C:\\Users\\Anna\\Documents\\why Kaspersky has to go.odt',
  'C:\\Users\\Anna\\AppData\\Local\\Temp\\Kaspersky Lab\\x',
  'C:\\Users\\Anna\\AppData\\Local\\Kaspersky Labs\\x',
  'C:\\Users\\Anna\\AppData\\Local\\Kaspersky Lab\\Kaspersky Password Manager\\kpm_vault.edb',
  'C:\\Users\\Anna\\AppData\\Local\\Kaspersky Lab\\Kaspersky Password Manager 24\\profile.db',
  'D:\\Backup\\Anna\\AppData\\Local\\Kaspersky Lab\\x',
  'D:\\Kaspersky Lab\\x',
  'C:\\Kaspersky\\notes.txt',
  'C:\\Program Files\\Kaspersky Labs\\x.dll',
  'C:\\Program Files\\Каspersky Lab\\x.dll',
  'C:\\Program Files\\Kаspersky Lab\\x.dll',
  'C:\\Program Files\\KasperskyLabTools\\x.dll',
  'C:\\Program Files\\Update\\update.exe',
  'C:\\Program Files\\Avast Software\\Avast\\Kaspersky Lab\\x.dll',
  'C:\\Program Files\\ESET\\ESET Security\\x.dll',
  'C:\\Program Files\\UltraAV\\x.dll',
  'C:\\Program Files\\Check Point\\Endpoint Security\\Kaspersky\\x.dll',
  'C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\KslD.sys',
  'C:\\ProgramData\\Kaspersky Lab Backup\\x',
  'C:\\ProgramData\\Kaspersky Lab\\AVP21.3\\QB\\1.klq',
  'C:\\ProgramData\\Kaspersky Lab\\KES.21.9\\QB\\2.klq',
  'C:\\Windows\\System32\\klist.exe',
  'C:\\Windows\\System32\\drivers\\KslD.sys',
  'C:\\Windows\\System32\\drivers\\klogger.sys',
  'C:\\Windows\\System32\\drivers\\kltest.sys',
  'C:\\Windows\\System32\\drivers\\klif.sys.old',
  'C:\\Windows\\System32\\drivers\\kbdclass.sys',
  'C:\\Windows\\System32\\drivers\\KES-21-9.bak\\x.sys',
  'C:\\Windows\\Installer\\kaspersky.msi',
  'C:\\Windows\\System32\\config\\SOFTWARE',
  'C:\\Windows\\System32\\winevt\\Logs\\System.evtx',
  'C:\\Windows\\System32\\winevt\\Logs\\My Kaspersky Event Log.evtx',
];
const foreignKeys = [
  'HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\SPC',
  'HKLM\\SOFTWARE\\Microsoft\\Cryptography\\RNG',
  'HKLM\\SOFTWARE\\KasperskyLabs\\x',
  'HKLM\\SOFTWARE\\Update\\KasperskyLab',
  'HKLM\\SYSTEM\\CurrentControlSet\\Services\\klist',
];
const foreignFilters = ['kbdclass', 'SynTP', 'KslD', 'klogger', 'klifx', 'fvevol', 'avgRdr', 'aswKbd'];

export const windowsLeftoverHost = (dice: Dice): TableHost => {
  const truth = new Set<string>();
  const decoys = [...windowsDecoys, ...foreignKeys, ...foreignFilters];
  const living = dice.chance(0.3);
  const files: Row<'files'>[] = windowsDecoys.map(file);
  const registry: Row<'registry'>[] = foreignKeys.map((path) => ({ path, value: 'x' }));
  const filters: Row<'classFilters'>[] = [];
  const modules: Row<'kernelModules'>[] = [];
  const programs: Row<'programs'>[] = [
    {
      key: 'dl',
      name: 'Kaspersky Anti-Virus',
      publisher: 'AO Kaspersky Lab',
      installLocation: 'C:\\Users\\Anna\\Downloads',
      state: 'not-installed',
    },
    {
      key: 'up',
      name: 'Update',
      publisher: 'Update',
      installLocation: 'C:\\Program Files\\Update',
      scope: 'machine',
      uninstallCommand: 'x',
    },
  ];
  // What the product at home left is nobody's any more also where the one for companies is here.
  const isAtHome = (path: string): boolean => /\\(?:AVP21\.3|Kaspersky Anti-Virus 21\.3)(?:\\|$)/.test(path);
  const plant = (...rows: readonly Row<'files'>[]): void => {
    files.push(...rows);
    for (const { path = '' } of rows)
      if (!living) truth.add(path);
      else if (!isAtHome(path)) decoys.push(path);
  };
  for (const top of dice.some(
    [
      'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Anti-Virus 21.3',
      'C:\\ProgramData\\Kaspersky Lab\\AVP21.3',
      'C:\\ProgramData\\Kaspersky Lab\\KES.21.9',
      'C:\\Program Files (x86)\\Kaspersky Lab\\KES.12.2.0',
      'C:\\Users\\Anna\\AppData\\Local\\Kaspersky Lab\\AVP21.3',
      'C:\\ProgramData\\Kaspersky Lab\\newthing',
    ],
    1 + dice.int(4),
  )) {
    const rows = treeIn(dice, top, '\\');
    // What people have in it keeps the folder itself.
    const isKept = windowsDecoys.some((path) => path.startsWith(`${top}\\`));
    plant(...(isKept ? rows.slice(1) : rows));
    if (isKept) files.push(folder(top));
  }
  for (const driver of dice.some(
    ['klkbdflt.KES-21-9', 'klif.KES-21-9', 'klbackupdisk.K4W-21-3'],
    dice.int(4),
  )) {
    const path = `C:\\Windows\\System32\\drivers\\${driver}.sys`;
    plant(file(path));
    modules.push({ name: driver, path, state: 'file-missing' });
    if (dice.chance(0.7))
      filters.push({
        class: dice.pick(['Keyboard', 'Mouse', 'Volume']),
        which: dice.pick(['upper', 'lower']),
        entries: dice.some([...foreignFilters, driver], 9),
      });
    for (const name of [
      driver,
      ...(filters.at(-1)?.entries?.includes(driver) === true ? [`filter ${driver}`] : []),
    ])
      if (living) decoys.push(name);
      else truth.add(name);
  }
  filters.push({ class: 'DiskDrive', which: 'upper', entries: foreignFilters });
  if (dice.chance(0.5)) {
    const key = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected\\KES';
    registry.push({ path: `${key}\\Data`, value: 'x' });
    if (!living && files.some(({ path }) => path?.includes('KES') === true)) truth.add(key);
  }
  if (living)
    programs.push({
      key: '{6BB76C8F-365E-4345-83ED-6D7AD612AF76}',
      name: 'Kaspersky Endpoint Security for Windows',
      version: '12.2.0.462',
      publisher: 'AO Kaspersky Lab',
      scope: 'machine',
      uninstallCommand: 'MsiExec.exe /I{6BB76C8F-365E-4345-83ED-6D7AD612AF76}',
    });
  return {
    os: 'windows',
    rows: {
      programs,
      files,
      registry,
      classFilters: filters,
      kernelModules: modules,
      services: [],
      processes: [],
    },
    truth,
    decoys,
  };
};
