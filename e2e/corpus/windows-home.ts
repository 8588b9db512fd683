import type { Dice } from './dice.ts';
import type { Part, Rows } from './host.ts';
import { mergeRows } from './host.ts';
import { translated, users } from './names.ts';
import type { Build, HomeLine } from './windows-builds.ts';
import {
  dataFolder,
  driverRows,
  entryOf,
  environmentKey,
  folders,
  inputFilters,
  processRows,
  programFiles,
  protectionExtension,
  rootCertificate,
  securityCentre,
  service,
} from './windows-shape.ts';

/** Home protection and the programs that come along with it. */

const yearOf: Readonly<Record<string, string>> = { 9: ' 2010', 11: ' 2011', 12: ' 2012', 13: ' 2013' };

/** What an installed home product leaves; everything but the entry comes and goes with the machine. */
export const homeInstall = (
  dice: Dice,
  line: HomeLine,
  made: Build,
  options: {
    readonly translate?: boolean;
    readonly entry?: 'none' | 'bare';
    readonly view?: '32' | '64';
  } = {},
): Part => {
  const plain = dice.pick(line.names ?? [line.name]);
  const year = line.id === 'consumer-pure' ? '' : (yearOf[made.short] ?? '');
  const others = translated[line.name] ?? [];
  const shown = options.translate === true && others.length > 0 ? dice.pick(others) : `${plain}${year}`;
  const folder = `${programFiles}\\${line.name}${year === '' ? ` ${made.short}` : year}`;
  const key =
    line.id === 'consumer-pure'
      ? `protected\\PURE${made.short}`
      : `${dice.chance(0.3) ? 'protected\\' : ''}AVP${made.short}`;
  const entry: Rows =
    options.entry === 'none'
      ? {}
      : {
          programs: entryOf(dice, {
            name: shown,
            version: made.version,
            folder,
            ...(options.view === undefined ? {} : { view: options.view }),
          }),
        };
  if (options.entry === 'bare')
    return { rows: entry, products: [{ productId: line.id, version: made.version, status: 'installed' }] };
  const maybe = (rows: Rows, of = 0.7): Rows => (dice.chance(of) ? rows : {});
  return {
    rows: mergeRows(
      entry,
      environmentKey(key, {
        ProductName: plain,
        ProductVersion: made.version,
        ProductRoot: folder,
        ProductCode: dice.guid(),
      }),
      service(
        made.service,
        `Kaspersky Anti-Virus Service${made.service === 'AVP' ? '' : ` ${made.short}`}`,
        `"${folder}\\avp.exe" -r`,
      ),
      maybe(
        service(
          `klvssbridge64_${made.short}`,
          `Kaspersky Volume Shadow Copy Service Bridge ${made.short}`,
          `"${folder}\\x64\\vssbridge64.exe"`,
          'stopped',
          'manual',
        ),
      ),
      maybe(driverRows(dice, made.tag), 0.85),
      maybe(inputFilters(dice, made.tag)),
      maybe(securityCentre(options.translate === true ? shown : plain), 0.8),
      maybe(processRows(folder, 'avp.exe', 'avpui.exe'), 0.85),
      folders(programFiles, folder, dataFolder, `${dataFolder}\\AVP${made.short}`),
      maybe(folders(`C:\\Users\\${dice.pick(users)}\\AppData\\Local\\Kaspersky Lab`), 0.3),
      maybe(rootCertificate, 0.5),
      maybe(protectionExtension, 0.5),
      maybe({ registry: [{ path: `HKU\\${dice.sid()}\\Software\\KasperskyLab\\AVP${made.short}` }] }, 0.4),
      maybe(
        {
          packages: [
            {
              name: 'Kaspersky.ShellEx22',
              id: 'Kaspersky.ShellEx22_3bqfq7pg2jhxa',
              publisher: 'CN=AO Kaspersky Lab',
              manager: 'appx',
            },
          ],
        },
        0.3,
      ),
    ),
    products: [{ productId: line.id, version: made.version, status: 'installed' }],
  };
};

export const vpnInstall = (dice: Dice, bare = false): Part => {
  const [version, short] = dice.pick([
    ['21.3.10.391', '5.3'],
    ['21.7.7.393', '5.7'],
    ['21.8.5.452', '5.8'],
    ['20.0.14.1085', '4.0'],
    ['17.0.0.611', '1.0.0'],
    ['21.15.8.493', '5.15'],
  ] as const);
  const name = dice.pick(['Kaspersky VPN', 'Kaspersky VPN Secure Connection', 'Kaspersky Secure Connection']);
  const shown = dice.chance(0.2) ? dice.pick(translated['Kaspersky VPN'] ?? []) : name;
  const folder = `${programFiles}\\${dice.pick(['Kaspersky VPN', 'Kaspersky Secure Connection'])} ${short}`;
  const entry: Rows = { programs: entryOf(dice, { name: bare ? name : shown, version, folder }) };
  const products = [{ productId: 'vpn-win', version, status: 'installed' }] as const;
  if (bare) return { rows: entry, products };
  return {
    rows: mergeRows(
      entry,
      environmentKey(`KSDE${short}`, {
        ProductName: name,
        ProductVersion: version,
        ProductCode: dice.guid(),
      }),
      service(`KSDE${short}`, `Kaspersky VPN Secure Connection Service ${short}`, `"${folder}\\ksde.exe" -r`),
      {
        kernelModules: [
          { name: 'kltap', path: 'C:\\Windows\\System32\\drivers\\kltap.sys', state: 'running' },
        ],
      },
      processRows(folder, 'ksde.exe', 'ksdeui.exe'),
      folders(programFiles, folder),
    ),
    products,
  };
};

export const passwordsInstall = (dice: Dice): Part => {
  const [version, short] = dice.pick([
    ['9.0.2.767', '9.0.2'],
    ['24.3.0.330', '24.3'],
    ['25.3.0.148', '25.3'],
  ] as const);
  const name = 'Kaspersky Password Manager';
  const folder = `${programFiles}\\${name} ${short}`;
  const shown = dice.chance(0.25) ? dice.pick(translated[name] ?? []) : name;
  return {
    rows: mergeRows(
      { programs: entryOf(dice, { name: shown, version, folder }) },
      processRows(folder, 'kpm.exe'),
      folders(
        folder,
        `C:\\Users\\${dice.pick(users)}\\AppData\\Local\\Kaspersky Lab\\${name}\\kpm_vault.edb`,
      ),
    ),
    products: [{ productId: 'pwm-win', version, status: 'installed' }],
  };
};

export const parentalInstall = (dice: Dice): Part => {
  const [version, short] = dice.pick([
    ['23.0.0.316', '23.0'],
    ['1.5.0.4013', '1.5'],
  ] as const);
  const folder = `${programFiles}\\Kaspersky Safe Kids ${short}`;
  const shown = dice.chance(0.25)
    ? dice.pick(translated['Kaspersky Safe Kids'] ?? [])
    : 'Kaspersky Safe Kids';
  return {
    rows: mergeRows(
      { programs: entryOf(dice, { name: shown, version, folder }) },
      processRows(folder, 'safekids.exe', 'safekidsui.exe'),
      folders(programFiles, folder),
    ),
    products: [{ productId: 'parental-win', version, status: 'installed' }],
  };
};
