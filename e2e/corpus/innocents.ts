import type { Dice } from './dice.ts';
import type { Rows } from './host.ts';
import { mergeRows } from './host.ts';
import { foreignPrograms } from './innocent-programs.ts';
import { users } from './names.ts';

/** What stands on every Windows machine, and what only looks like Kaspersky. */

const uninstallKey = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

export const foreignRows = (dice: Dice, count: number): Rows => ({
  programs: dice.some(foreignPrograms, count).map(({ name, publisher }) => {
    const guid = dice.guid();
    const view = dice.pick(['64', '32']);
    return {
      key: dice.chance(0.5) ? guid : `HKLM\\${uninstallKey}\\${guid}`,
      name,
      ...(publisher === undefined ? {} : { publisher }),
      version: `${1 + dice.int(24)}.${dice.int(10)}.${dice.int(9999)}`,
      scope: dice.chance(0.9) ? 'machine' : 'user',
      view,
      ...(dice.chance(0.6)
        ? { installLocation: `C:\\Program Files${view === '32' ? ' (x86)' : ''}\\${name}\\` }
        : {}),
      uninstallCommand: dice.chance(0.6)
        ? `MsiExec.exe /I${guid}`
        : `"C:\\Program Files\\${name}\\unins000.exe"`,
    };
  }),
});

const services: readonly (readonly [string, string, string])[] = [
  [
    'WinDefend',
    'Microsoft Defender Antivirus Service',
    '"C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18\\MsMpEng.exe"',
  ],
  ['wscsvc', 'Security Center', 'C:\\Windows\\System32\\svchost.exe -k LocalServiceNetworkRestricted'],
  ['KeyIso', 'CNG Key Isolation', 'C:\\Windows\\system32\\lsass.exe'],
  [
    'KtmRm',
    'KtmRm for Distributed Transaction Coordinator',
    'C:\\Windows\\System32\\svchost.exe -k NetworkServiceAndNoImpersonation',
  ],
  ['kdc', 'Kerberos Key Distribution Center', 'C:\\Windows\\System32\\lsass.exe'],
  ['AVPlayerSvc', 'AVP Player Update', '"C:\\Program Files\\AVP Labs\\updater.exe"'],
  ['AVCTP', 'AVCTP service', 'C:\\Windows\\system32\\svchost.exe -k LocalService'],
  ['KLAgent', 'K+L Licence Agent', '"C:\\Program Files\\K+L\\klagent.exe"'],
  ['kavita', 'Kavita Server', 'C:\\Kavita\\Kavita.exe'],
  ['KesAccounting', 'KES Accounting Server', '"C:\\Program Files (x86)\\KES\\server.exe"'],
  [
    'Sophos Endpoint Defense Service',
    'Sophos Endpoint Defense',
    '"C:\\Program Files\\Sophos\\SEDService.exe"',
  ],
  ['OpenVPNService', 'OpenVPNService', '"C:\\Program Files\\OpenVPN\\bin\\openvpnserv2.exe"'],
];

const drivers: readonly (readonly [string, string])[] = [
  ['kbdclass', '\\SystemRoot\\System32\\drivers\\kbdclass.sys'],
  ['mouclass', '\\SystemRoot\\System32\\drivers\\mouclass.sys'],
  ['KslD', '\\SystemRoot\\System32\\drivers\\wd\\KslD.sys'],
  ['MpKslDrv', 'C:\\ProgramData\\Microsoft\\Windows Defender\\Definition Updates\\MpKslDrv.sys'],
  ['MpKsl5e2b6b1f', 'C:\\ProgramData\\Microsoft\\Windows Defender\\Definition Updates\\MpKsl5e2b6b1f.sys'],
  ['ksthunk', '\\SystemRoot\\system32\\drivers\\ksthunk.sys'],
  ['KSecDD', '\\SystemRoot\\System32\\Drivers\\ksecdd.sys'],
  ['KSecPkg', '\\SystemRoot\\System32\\Drivers\\ksecpkg.sys'],
  ['tap0901', '\\SystemRoot\\System32\\drivers\\tap0901.sys'],
  ['wintun', '\\SystemRoot\\System32\\drivers\\wintun.sys'],
  ['klitefilter', 'C:\\Program Files (x86)\\K-Lite\\klitefilter.sys'],
];

const processes: readonly (readonly [string, string])[] = [
  ['svchost.exe', 'C:\\Windows\\System32\\svchost.exe'],
  ['klist.exe', 'C:\\Windows\\System32\\klist.exe'],
  ['MsMpEng.exe', 'C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18\\MsMpEng.exe'],
  ['AvP.exe', 'D:\\Games\\Aliens vs Predator\\AvP.exe'],
  ['agent.exe', 'C:\\Program Files (x86)\\Battle.net\\Agent\\agent.exe'],
  ['proton.exe', 'C:\\Program Files\\Proton\\proton.exe'],
  ['cleaner.exe', 'C:\\Program Files\\Glary\\cleaner.exe'],
  ['kpm.exe', 'C:\\dev\\kpm\\bin\\kpm.exe'],
  ['kpf4ss.exe', 'C:\\Program Files\\Kerio\\kpf4ss.exe'],
  ['kis.exe', 'C:\\KIS\\kis.exe'],
  ['explorer.exe', 'C:\\Windows\\explorer.exe'],
  ['winword.exe', 'C:\\Program Files\\Microsoft Office\\root\\Office16\\winword.exe'],
];

const files: readonly string[] = [
  'C:\\Program Files\\Common Files',
  'C:\\Program Files\\K-Lite',
  'C:\\Program Files (x86)\\KLCP',
  'C:\\ProgramData\\Microsoft',
  'C:\\ProgramData\\Kasper Software',
  'C:\\Program Files\\Kaspersberg',
  'C:\\Windows\\System32\\klist.exe',
  'C:\\Windows\\System32\\drivers\\KslD.sys',
  'C:\\Users\\#\\Downloads\\kaspersky4win202121.25.8.560de_47823.exe',
  'C:\\Users\\#\\Downloads\\ks4.021.3.10.391en_26074.exe',
  'C:\\Users\\#\\Downloads\\kes_win_12.6.0.438_en_aes256.zip',
  'C:\\Users\\#\\Documents\\Kaspersky Rechnung 2023.pdf',
  'C:\\Users\\#\\Documents\\Kaspersky Lab\\old contract.docx',
  'C:\\Users\\#\\Desktop\\how to remove Kaspersky.txt',
  'D:\\Backup\\Program Files (x86)\\Kaspersky Lab',
];

/** A machine as it comes and is used, without a trace of Kaspersky's products. */
export const windowsAround = (dice: Dice, programs = 14): Rows => {
  const user = dice.pick(users);
  return mergeRows(foreignRows(dice, programs), {
    services: dice
      .some(services, 7)
      .map(([name, displayName, path]) => ({ name, displayName, path, state: 'running', startType: 'auto' })),
    kernelModules: dice.some(drivers, 7).map(([name, path]) => ({ name, path, state: 'running' })),
    processes: dice.some(processes, 7).map(([name, path], at) => ({ name, path, pid: 400 + 4 * at })),
    files: dice.some(files, 7).map((path) => ({
      path: path.replace('#', user),
      kind: /\.\w{2,4}$/.test(path) ? 'file' : 'folder',
    })),
    packages: [
      {
        name: 'Microsoft.WindowsCalculator',
        id: 'Microsoft.WindowsCalculator_8wekyb3d8bbwe',
        publisher: 'CN=Microsoft Corporation',
        manager: 'appx',
      },
      {
        name: 'SpotifyAB.SpotifyMusic',
        publisher: 'CN=453637B3-4E12-4CDF-B0D3-2A3C863BF6EF',
        manager: 'appx',
      },
    ],
    securityCentre: dice.chance(0.6) ? [{ name: 'Windows Defender', kind: 'antivirus', state: 'on' }] : [],
    browserExtensions: [
      {
        browser: 'chrome',
        id: 'cjpalhdlnbpafiamejdnhcphjbkeiagm',
        name: 'uBlock Origin',
        version: '1.60.0',
        profile: 'Default',
      },
      {
        browser: 'firefox',
        id: 'keepassxc-browser@keepassxc.org',
        name: 'KeePassXC-Browser',
        version: '1.9.3',
        profile: 'default',
      },
    ],
    registry: [
      { path: 'HKLM\\SOFTWARE\\Microsoft\\Cryptography\\RNG', value: 'Seed', data: '00' },
      { path: 'HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\SPC\\Certificates' },
      { path: 'HKLM\\SOFTWARE\\KLCodecPack', value: 'version', data: '18.6.0' },
      { path: `HKU\\${dice.sid()}\\Software\\KasperSoft\\Notes`, value: 'Recent', data: 'C:\\Kaspersky.txt' },
    ],
    classFilters: [
      {
        class: dice.pick(['Keyboard', '{4D36E96B-E325-11CE-BFC1-08002BE10318}']),
        which: 'upper',
        entries: ['kbdclass'],
      },
      {
        class: dice.pick(['Mouse', '{4D36E96F-E325-11CE-BFC1-08002BE10318}']),
        which: 'upper',
        entries: ['SynTP', 'mouclass'],
      },
    ],
    networkBindings: [
      { adapter: 'Ethernet', component: 'ms_tcpip' },
      { adapter: 'WLAN', component: 'vmware_bridge' },
    ],
    encryption: [
      {
        volume: 'C:',
        method: dice.pick(['none', 'bitlocker']),
        state: 'encrypted',
        managedBy: 'organisation',
      },
    ],
    certificates: [
      {
        subject: 'CN=DigiCert Global Root G2, OU=www.digicert.com, O=DigiCert Inc, C=US',
        store: 'LocalMachine\\Root',
      },
      { subject: 'CN=ESET SSL Filter CA, O="ESET, spol. s r. o.", C=SK', store: 'LocalMachine\\Root' },
    ],
    scheduledTasks: [
      {
        path: '\\GoogleUpdateTaskMachineUA',
        command: 'C:\\Program Files (x86)\\Google\\Update\\GoogleUpdate.exe /ua',
      },
    ],
    startup: [
      {
        name: 'OneDrive',
        command: '"C:\\Program Files\\Microsoft OneDrive\\OneDrive.exe" /background',
        scope: 'user',
      },
    ],
  });
};
