import type { Dice } from './dice.ts';
import type { Part, Rows } from './host.ts';
import { mergeRows } from './host.ts';
import { users } from './names.ts';
import {
  dataFolder,
  folders,
  inputFilters,
  programFiles,
  rootCertificate,
  securityCentre,
  service,
  softwareKey,
} from './windows-shape.ts';

/** What stays on Windows when the product has gone. Each is *leftovers* and never a product that is there. */

const home = (rows: Rows): Part => ({
  rows,
  products: [{ productId: 'consumer-unknown', status: 'leftovers' }],
  may: ['consumer-unknown'],
});
/** Surely Kaspersky's; which product it was the rows do not say for certain. */
const loose = (rows: Rows, ...may: string[]): Part => ({
  rows,
  products: [],
  loose: true,
  may: ['consumer-unknown', 'endpoint-unknown', ...may],
});
const of = (productId: string, rows: Rows): Part => ({
  rows,
  products: [{ productId, status: 'leftovers' }],
});

const tags = ['K4W-21-17', 'K4W-21-24', 'K4W-21-25', 'K4W-21-26'];

export const leftoverParts = (dice: Dice): readonly (readonly [string, Part])[] => {
  const tag = dice.pick(tags);
  const short = tag.replace('K4W-', '').replace('-', '.');
  const path = `${dataFolder}\\AVP${short}\\Bases\\klids.sys`;
  const user = dice.pick(users);
  return [
    ['orphan klids service', home(service(`klids.${tag}`, 'klids', path, 'file-missing', 'demand'))],
    ['orphan klids driver', home({ kernelModules: [{ name: `klids.${tag}`, path, state: 'file-missing' }] })],
    [
      'per-user key',
      home({ registry: [{ path: `HKU\\${dice.sid()}\\Software\\KasperskyLab\\AVP${short}` }] }),
    ],
    [
      // The folder is named after the product: just "Kaspersky" is the current home line.
      'dead service in a named folder',
      of(
        'consumer-standard-plus-premium',
        service(
          `AVP${short}`,
          `Kaspersky Anti-Virus Service ${short}`,
          `"${programFiles}\\Kaspersky ${short}\\avp.exe" -r`,
          'file-missing',
        ),
      ),
    ],
    [
      'dead service',
      home(
        service(
          `AVP${short}`,
          `Kaspersky Anti-Virus Service ${short}`,
          '"D:\\Soft\\AV\\avp.exe" -r',
          'file-missing',
        ),
      ),
    ],
    [
      'disabled service',
      home(service(`AVP${short}`, `Kaspersky Anti-Virus Service ${short}`, '', 'stopped', 'disabled')),
    ],
    [
      'input filters of a home build',
      home(
        mergeRows(inputFilters(dice, tag), {
          kernelModules: [{ name: `klkbdflt.${tag}`, state: 'file-missing' }],
        }),
      ),
    ],
    [
      'home data folder',
      home(
        mergeRows(folders(dataFolder, `${dataFolder}\\AVP${short}`), {
          registry: [{ path: `${softwareKey}\\AVP${short}` }],
        }),
      ),
    ],
    ['driver folder', home(folders(`C:\\Windows\\System32\\drivers\\${tag}`))],
    ['parent folders alone', loose(folders(programFiles, dataFolder))],
    ['common files folder', loose(folders('C:\\Program Files (x86)\\Common Files\\Kaspersky Lab'))],
    ['local folder of a user', loose(folders(`C:\\Users\\${user}\\AppData\\Local\\Kaspersky Lab`))],
    [
      'root key alone',
      loose({ registry: [{ path: softwareKey }, { path: 'HKLM\\SOFTWARE\\KasperskyLab' }] }),
    ],
    ['certificate alone', loose(rootCertificate)],
    ['class filters without a tag', loose(inputFilters(dice, undefined))],
    ['network filter alone', loose({ networkBindings: [{ adapter: 'WLAN', component: 'klim6' }] })],
    ['stale Security Center', loose(securityCentre('Kaspersky Internet Security', 'off'), 'consumer-kis')],
    [
      'store extension alone',
      loose({
        packages: [{ name: 'Kaspersky.ShellEx22', manager: 'appx', publisher: 'CN=AO Kaspersky Lab' }],
      }),
    ],
    [
      'event logs',
      of(
        'business-kes-win',
        mergeRows(folders(`${dataFolder}\\KES`), { registry: [{ path: `${softwareKey}\\protected\\KES` }] }),
      ),
    ],
    [
      'agent data',
      of(
        'mgmt-nagent-win',
        mergeRows(
          folders('C:\\ProgramData\\KasperskyLab\\adminkit'),
          service(
            'klnagent',
            '',
            'C:\\Program Files (x86)\\Kaspersky Lab\\NetworkAgent\\klnagent.exe',
            'file-missing',
          ),
        ),
      ),
    ],
    ['vpn key', of('vpn-win', { registry: [{ path: `${softwareKey}\\KSDE5.8` }] })],
    ['vpn folder', of('vpn-win', folders(`${programFiles}\\Kaspersky VPN 5.8`))],
    [
      'vault of a user',
      of(
        'pwm-win',
        folders(
          `C:\\Users\\${user}\\AppData\\Local\\Kaspersky Lab\\Kaspersky Password Manager\\kpm_vault.edb`,
        ),
      ),
    ],
    ['safe kids folder', of('parental-win', folders(`${programFiles}\\Kaspersky Safe Kids 23.0`))],
    ['endpoint agent folder', of('business-kea-win', folders(`${programFiles}\\Endpoint Agent`))],
    [
      'server quarantine',
      of('server-ksws', folders(`${dataFolder}\\Kaspersky Security for Windows Server\\11.0\\Quarantine`)),
    ],
    ['KES folder by version', of('business-kes-win', folders(`${programFiles}\\KES.12.2.0`))],
    [
      'old KES folder',
      of('business-kes-win-old', folders(`${programFiles}\\Kaspersky Endpoint Security 10 for Windows SP1`)),
    ],
    [
      'KIS folder',
      of('consumer-kis', folders(programFiles, `${programFiles}\\Kaspersky Internet Security 21.3`)),
    ],
    ['KTS folder', of('consumer-kts', folders(`${programFiles}\\Kaspersky Total Security 21.2`))],
    [
      'task under its folder',
      loose({ scheduledTasks: [{ path: '\\Anything', command: `"${programFiles}\\Tools\\x.exe" /q` }] }),
    ],
    [
      'startup under its folder',
      loose({ startup: [{ name: 'x', command: `${programFiles}\\Tools\\x.exe`, scope: 'machine' }] }),
    ],
  ];
};

/** Entries as broken machines have them; each is still an installation. */
export const brokenParts = (dice: Dice): readonly (readonly [string, Part])[] => {
  const guid = dice.guid();
  const base = { key: guid, scope: 'machine', view: '32', uninstallCommand: `MsiExec.exe /X${guid}` };
  const folder = `${programFiles}\\Kaspersky Internet Security 21.3`;
  const kis = { productId: 'consumer-kis', version: '21.3.10.391', status: 'installed' } as const;
  const programs = (row: object, ...products: Part['products']): Part => ({
    rows: { programs: [{ ...base, ...row }] },
    products,
  });
  return [
    ['no publisher', programs({ name: 'Kaspersky Internet Security', version: kis.version }, kis)],
    [
      'no publisher but folder',
      programs({ name: 'Kaspersky Internet Security', version: kis.version, installLocation: folder }, kis),
    ],
    ['no name', programs({ version: kis.version, publisher: 'Kaspersky Lab', installLocation: folder }, kis)],
    [
      'empty name and publisher',
      programs({ name: '', version: kis.version, publisher: '', installLocation: `${folder}\\` }, kis),
    ],
    [
      'no name, uninstaller in its folder',
      programs({ version: kis.version, uninstallCommand: `"${folder}\\setup.exe" /x` }, kis),
    ],
    [
      'no version',
      programs(
        { name: 'Kaspersky Internet Security', publisher: 'AO Kaspersky Lab' },
        { ...kis, version: undefined },
      ),
    ],
    [
      'hidden',
      programs(
        { name: 'Kaspersky Internet Security', version: kis.version, publisher: 'Kaspersky', hidden: true },
        kis,
      ),
    ],
    [
      'not removable',
      {
        rows: {
          programs: [
            { key: guid, name: 'Kaspersky Safe Kids', version: '23.0.0.316', publisher: 'Kaspersky' },
          ],
        },
        products: [{ productId: 'parental-win', version: '23.0.0.316', status: 'installed' }],
      },
    ],
    [
      'unquoted command',
      programs(
        {
          name: 'Kaspersky Password Manager',
          version: '9.0.2.767',
          publisher: 'Kaspersky Lab',
          uninstallCommand: `${programFiles}\\Kaspersky Password Manager 9.0.2\\unins000.exe /SILENT`,
        },
        { productId: 'pwm-win', version: '9.0.2.767', status: 'installed' },
      ),
    ],
    [
      'odd case and spaces',
      programs(
        { name: '  KASPERSKY  Total Security ', version: '21.3.10.391', publisher: 'kaspersky lab' },
        { productId: 'consumer-kts', version: '21.3.10.391', status: 'installed' },
      ),
    ],
    [
      'only the publisher',
      {
        rows: { programs: [{ ...base, name: 'Component', version: '1.0', publisher: 'AO Kaspersky Lab' }] },
        products: [],
        may: ['consumer-unknown', 'endpoint-unknown'],
        loose: true,
        orVerdict: 'found',
      },
    ],
  ];
};
