import type { TableName } from '../../core/model/tables.ts';
import type { Rows } from './recorded.ts';

/** An ordinary Windows 11 around what is looked for. */

export const windowsPlaces: readonly TableName[] = [
  'programs',
  'services',
  'kernelModules',
  'processes',
  'files',
  'packages',
  'securityCentre',
  'browserExtensions',
  'browserPolicies',
  'registry',
  'classFilters',
  'networkBindings',
  'encryption',
  'settings',
  'restartPending',
  'certificates',
  'scheduledTasks',
  'startup',
];

const serviceNames = [
  'AudioEndpointBuilder Appinfo BFE BITS BrokerInfrastructure CoreMessagingRegistrar CryptSvc DcomLaunch Dhcp',
  'DiagTrack Dnscache DPS EventLog EventSystem FontCache gpsvc IKEEXT iphlpsvc KeyIso LanmanServer LanmanWorkstation',
  'lfsvc LSM mpssvc NlaSvc nsi PcaSvc PlugPlay Power ProfSvc RpcEptMapper RpcSs SamSs Schedule SENS ShellHWDetection',
  'Spooler SSDPSRV StateRepository StorSvc SysMain Themes TimeBrokerSvc TokenBroker TrkWks UsoSvc UserManager WdiServiceHost',
  'WinDefend Winmgmt WlanSvc wscsvc WSearch wuauserv WpnService klist',
].flatMap((line) => line.split(' '));

const driverNames = [
  'ACPI afd ahcache atapi BasicDisplay bowser cdrom CLFS CNG condrv disk dxgkrnl fastfat fltmgr fvevol HTTP hidusb i8042prt',
  'intelppm kbdclass kbdhid KSecDD KSecPkg ksthunk mouclass mouhid mountmgr mrxsmb mup ndis NetBT Npfs Ntfs nvlddmkm partmgr',
  'pci pcw rdbss spaceport srv2 stornvme tcpip tdx usbhub3 USBXHCI volmgr volsnap WdFilter Wdf01000 WFPLWFS',
].flatMap((line) => line.split(' '));

const programNames = [
  ['Google Chrome', '131.0.6778.86', 'Google LLC'],
  ['Microsoft Edge', '131.0.2903.63', 'Microsoft Corporation'],
  ['Microsoft 365 – en-us', '16.0.18129.20158', 'Microsoft Corporation'],
  ['Mozilla Firefox (x64 en-US)', '133.0', 'Mozilla'],
  ['VLC media player', '3.0.21', 'VideoLAN'],
  ['7-Zip 24.08 (x64)', '24.08', 'Igor Pavlov'],
  ['LibreOffice 24.8', '24.8.3.2', 'The Document Foundation'],
  ['Intel® Graphics Driver', '31.0.101.4502', 'Intel Corporation'],
  ['Realtek Audio Driver', '6.0.9549.1', 'Realtek Semiconductor Corp.'],
  ['Zoom Workplace', '6.2.49583', 'Zoom Communications, Inc.'],
] as const;

const processNames =
  'System smss.exe csrss.exe wininit.exe services.exe lsass.exe svchost.exe explorer.exe chrome.exe SearchHost.exe'.split(
    ' ',
  );

export const windowsAround: Rows = {
  programs: programNames.map(([name, version, publisher]) => ({
    key: name,
    name,
    version,
    publisher,
    scope: 'machine',
    view: '64',
    uninstallCommand: `"C:\\Program Files\\${name}\\uninstall.exe"`,
  })),
  services: serviceNames.map((name) => ({
    name,
    path: 'C:\\Windows\\System32\\svchost.exe -k netsvcs -p',
    state: 'running',
    startType: 'auto',
  })),
  kernelModules: driverNames.map((name) => ({
    name,
    path: `C:\\Windows\\System32\\drivers\\${name}.sys`,
    state: 'running',
  })),
  processes: processNames.map((name, at) => ({
    name,
    path: `C:\\Windows\\System32\\${name}`,
    pid: 4 + 92 * at,
  })),
  packages: [
    { name: 'Microsoft.WindowsCalculator', id: 'Microsoft.WindowsCalculator_8wekyb3d8bbwe', manager: 'appx' },
    { name: 'Microsoft.WindowsTerminal', id: 'Microsoft.WindowsTerminal_8wekyb3d8bbwe', manager: 'appx' },
  ],
  networkBindings: [{ adapter: 'Wi-Fi', component: 'ms_tcpip' }],
  scheduledTasks: [
    { path: '\\GoogleUpdateTaskMachineCore', command: 'C:\\Program Files\\Google\\Update\\update.exe' },
  ],
  startup: [
    { name: 'SecurityHealth', command: 'C:\\Windows\\System32\\SecurityHealthSystray.exe', scope: 'machine' },
  ],
};
