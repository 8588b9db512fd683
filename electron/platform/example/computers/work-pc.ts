import type { RecordedComputer } from '../recorded.ts';
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
  running,
} from '../windows-parts.ts';

const codes = {
  kes: '{6BB76C8F-365E-4345-83ED-6D7AD612AF76}',
  agent: '{786A9F7E-CFEC-451F-B3C4-22EB11550FD8}',
} as const;
const goes = (code: string): string => `msi:${code}`;

const kes = 'KES.12.6.0';
const tag = 'KES-21-18';
const environment = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected\\KES\\environment';
const agentState =
  'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\Components\\34\\1103\\1.0.0.0\\Statistics\\AVState';

/** A company's notebook: Endpoint Security with its encryption part, and the agent of a management server. */
export const workPc: RecordedComputer = {
  host: {
    os: 'windows',
    version: 'Windows 11 Enterprise 24H2',
    arch: 'x64',
    elevated: false,
    name: 'NB-4127',
    onBattery: true,
    remoteSession: false,
    freeBytes: 88_000_000_000,
  },
  places: windowsPlaces,
  life: [
    { rows: windowsAround },
    {
      rows: {
        encryption: [{ volume: 'C:', method: 'bitlocker', state: 'encrypted', managedBy: 'organisation' }],
        files: places(
          12_600_000,
          'C:\\Program Files (x86)\\Kaspersky Lab',
          dataFolder,
          `${dataFolder}\\KES`,
          `${dataFolder}\\KES\\Temp`,
          `${dataFolder}\\KES\\Temp\\update.log`,
          'C:\\Windows\\System32\\winevt\\Logs\\Kaspersky Endpoint Security.evtx',
        ),
        registry: [
          { path: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\Kaspersky Endpoint Security' },
        ],
      },
    },
    {
      until: goes(codes.kes),
      rows: {
        programs: [installed(codes.kes, 'Kaspersky Endpoint Security for Windows', '12.6.0.438', kes)],
        services: [
          running('AVP.KES.21.18', 'Kaspersky Endpoint Security Service', `${kes}\\avp.exe" -r`),
          running('avpsus.KES.21.18', 'Kaspersky Seamless Update Service', `${kes}\\avpsus.exe`),
          // The encryption part was installed and never used.
          {
            name: 'klfdefsf',
            displayName: 'Kaspersky Lab File Encryption Filter',
            path: '\\SystemRoot\\System32\\drivers\\klfdefsf.sys',
            state: 'stopped',
            startType: 'manual',
          },
        ],
        processes: processesIn(kes, 2988, 'avp.exe', 'avpui.exe', 'avpsus.exe'),
        kernelModules: drivers(tag, 'klif', 'klflt', 'klhk', 'klwtp', 'klkbdflt', 'klmouflt'),
        classFilters: inputFilters(tag),
        networkBindings: [{ adapter: 'Ethernet', component: 'klim6' }],
        securityCentre: [...protection('Kaspersky Endpoint Security for Windows', 'on'), ...defender('off')],
        settings: [
          { product: 'business-kes-win', name: 'password-protection', value: 'on' },
          { product: 'business-kes-win', name: 'management-server', value: 'ksc.corp.example' },
        ],
        registry: [
          { path: environment, value: 'ProductName', data: 'Kaspersky Endpoint Security for Windows' },
          { path: environment, value: 'ProductVersion', data: '12.6.0.438' },
        ],
        files: places(0, `C:\\Program Files (x86)\\Kaspersky Lab\\${kes}`),
      },
    },
    { from: goes(codes.kes), rows: { classFilters: inputFilters(), securityCentre: defender('on') } },
    {
      until: goes(codes.agent),
      rows: {
        programs: [
          installed(codes.agent, 'Kaspersky Security Center Network Agent', '15.1.0.20748', 'NetworkAgent'),
        ],
        services: [
          running('klnagent', 'Kaspersky Security Center Network Agent', 'NetworkAgent\\klnagent.exe'),
        ],
        processes: processesIn('NetworkAgent', 2604, 'klnagent.exe'),
        registry: [{ path: agentState, value: 'Protection_AdmServer', data: 'ksc.corp.example' }],
        files: places(0, 'C:\\Program Files (x86)\\Kaspersky Lab\\NetworkAgent'),
      },
    },
  ],
  recordings: {
    [goes(codes.kes)]: {
      seconds: 28,
      asksPassword: true,
      lines: [
        'MSI (s): Checking the password of Kaspersky Endpoint Security',
        'MSI (s): Stopping service AVP.KES.21.18',
        'MSI (s): Removing drivers of KES-21-18',
        'MSI (s): Product: Kaspersky Endpoint Security for Windows -- Removal completed successfully.',
      ],
      exitCode: 0,
    },
    [goes(codes.agent)]: {
      seconds: 8,
      lines: [
        'MSI (s): Stopping service klnagent',
        'MSI (s): Product: Kaspersky Security Center Network Agent -- Removal completed successfully.',
      ],
      exitCode: 0,
    },
  },
};
