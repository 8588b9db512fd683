import type { RecordedComputer } from '../recorded.ts';
import { restarted } from '../recorded.ts';
import { windowsAround, windowsPlaces } from '../windows-around.ts';
import {
  dataFolder,
  defender,
  drivers,
  inputFilters,
  installed,
  places,
  processesIn,
  protection,
  rootCertificate,
  running,
} from '../windows-parts.ts';

const codes = {
  plus: '{2F7D1C64-80A5-4B0B-9E5C-1B7A24C0D811}',
  vpn: '{6D0C7F32-5A5B-4A36-8C1E-93F2A77B5E02}',
  passwords: '{9B1E5D20-3C84-47F1-A6D9-0E4F6C2B7A13}',
} as const;
const goes = (code: string): string => `msi:${code}`;

const plus = 'Kaspersky 21.20';
const tag = 'K4W-21-20';
const environment = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected\\AVP21.20\\environment';

/** A family's PC with a paid plan: protection, VPN and passwords, and what the protection leaves behind. */
export const homePc: RecordedComputer = {
  host: {
    os: 'windows',
    version: 'Windows 11 Home 24H2',
    arch: 'x64',
    elevated: false,
    name: 'HOME-PC',
    onBattery: false,
    remoteSession: false,
    freeBytes: 212_000_000_000,
  },
  places: windowsPlaces,
  life: [
    { rows: windowsAround },
    { rows: { encryption: [{ volume: 'C:', method: 'none', state: 'decrypted', managedBy: 'unknown' }] } },
    {
      until: goes(codes.plus),
      rows: {
        programs: [installed(codes.plus, 'Kaspersky Plus', '21.20.8.505', plus)],
        services: [
          running('AVP21.20', 'Kaspersky Anti-Virus Service 21.20', `${plus}\\avp.exe" -r`),
          running(
            'klvssbridge64_21.20',
            'Kaspersky Volume Shadow Copy Service Bridge 21.20',
            `${plus}\\x64\\vssbridge64.exe`,
          ),
        ],
        processes: processesIn(plus, 3120, 'avp.exe', 'avpui.exe'),
        classFilters: inputFilters(tag),
        securityCentre: [...protection('Kaspersky', 'on'), ...defender('off')],
        certificates: [rootCertificate],
        settings: [
          { product: 'consumer-standard-plus-premium', name: 'password-protection', value: 'on' },
          { product: 'consumer-standard-plus-premium', name: 'self-protection', value: 'on' },
        ],
        registry: [
          { path: environment, value: 'ProductName', data: 'Kaspersky Plus' },
          { path: environment, value: 'ProductVersion', data: '21.20.8.505' },
        ],
        browserExtensions: [
          {
            browser: 'chrome',
            id: 'ahkjpbeeocnddjkakilopmfdlnjdpcdm',
            name: 'Kaspersky Protection',
            version: '30.125.26',
            profile: 'Default',
          },
        ],
      },
    },
    { from: goes(codes.plus), rows: { classFilters: inputFilters(), securityCentre: defender('on') } },
    {
      until: restarted,
      rows: {
        kernelModules: drivers(
          tag,
          'klif',
          'klflt',
          'klhk',
          'klwtp',
          'kneps',
          'klkbdflt',
          'klmouflt',
          'klpd',
        ),
        networkBindings: [{ adapter: 'Wi-Fi', component: 'klim6' }],
      },
    },
    {
      from: goes(codes.plus),
      until: restarted,
      rows: {
        restartPending: [
          {
            source: 'PendingFileRenameOperations',
            detail: 'C:\\Windows\\System32\\drivers\\K4W-21-20\\klif.sys',
          },
        ],
      },
    },
    {
      until: goes(codes.vpn),
      rows: {
        programs: [installed(codes.vpn, 'Kaspersky VPN', '21.20.8.505', 'Kaspersky VPN 5.20')],
        services: [
          running(
            'KSDE5.20',
            'Kaspersky VPN Secure Connection Service 5.20',
            'Kaspersky VPN 5.20\\ksde.exe" -r',
          ),
        ],
        processes: processesIn('Kaspersky VPN 5.20', 4208, 'ksde.exe', 'ksdeui.exe'),
        kernelModules: [
          { name: 'kltap', path: 'C:\\Windows\\System32\\drivers\\kltap.sys', state: 'running' },
        ],
        files: places(0, 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky VPN 5.20'),
      },
    },
    {
      until: goes(codes.passwords),
      rows: {
        programs: [
          installed(
            codes.passwords,
            'Kaspersky Password Manager',
            '25.3.0.148',
            'Kaspersky Password Manager 25.3',
          ),
        ],
        processes: processesIn('Kaspersky Password Manager 25.3', 5316, 'kpm.exe'),
      },
    },
    {
      rows: {
        files: places(
          48_300_000,
          'C:\\Program Files (x86)\\Kaspersky Lab',
          `C:\\Program Files (x86)\\Kaspersky Lab\\${plus}`,
          dataFolder,
          `${dataFolder}\\AVP21.20`,
          `${dataFolder}\\AVP21.20\\Bases`,
          `${dataFolder}\\AVP21.20\\Bases\\base001.dat`,
          `${dataFolder}\\AVP21.20\\Report`,
          `${dataFolder}\\AVP21.20\\Report\\report.db`,
          'C:\\Users\\Robin\\AppData\\Local\\Kaspersky Lab',
          'C:\\Users\\Robin\\AppData\\Local\\Kaspersky Lab\\Kaspersky Password Manager',
          'C:\\Users\\Robin\\AppData\\Local\\Kaspersky Lab\\Kaspersky Password Manager\\kpm_vault.edb',
        ),
      },
    },
  ],
  recordings: {
    [goes(codes.plus)]: {
      seconds: 24,
      opensWindow: true,
      lines: [
        'MSI (s): Executing op: CustomActionSchedule(Action=StopProtection)',
        'MSI (s): Stopping service AVP21.20',
        'MSI (s): Removing device filters klkbdflt, klmouflt',
        'MSI (s): Removing files of Kaspersky Plus',
        'MSI (s): Product: Kaspersky Plus -- Removal completed successfully. A restart is required.',
      ],
      exitCode: 3010,
      wantsRestart: true,
    },
    [goes(codes.vpn)]: {
      seconds: 9,
      lines: [
        'MSI (s): Stopping service KSDE5.20',
        'MSI (s): Removing network adapter kltap',
        'MSI (s): Product: Kaspersky VPN -- Removal completed successfully.',
      ],
      exitCode: 0,
    },
    [goes(codes.passwords)]: {
      seconds: 6,
      lines: ['MSI (s): Product: Kaspersky Password Manager -- Removal completed successfully.'],
      exitCode: 0,
    },
  },
};
