import type { RecordedComputer } from '../recorded.ts';
import { windowsAround, windowsPlaces } from '../windows-around.ts';
import {
  dataFolder,
  defender,
  drivers,
  installed,
  places,
  processesIn,
  protection,
  running,
} from '../windows-parts.ts';

const code = '{9A017278-F7F4-4DF9-A482-0B97B70DD7ED}';
const folder = 'KES.12.6.0';
const goes = `msi:${code}`;

/** A notebook whose disk only Kaspersky can open: what stops a removal with no way round. */
export const encryptedPc: RecordedComputer = {
  host: {
    os: 'windows',
    version: 'Windows 11 Pro 23H2',
    arch: 'x64',
    elevated: false,
    name: 'NB-2093',
    onBattery: false,
    remoteSession: false,
    freeBytes: 63_000_000_000,
  },
  places: windowsPlaces,
  life: [
    { rows: windowsAround },
    {
      rows: {
        encryption: [
          { volume: 'C:', method: 'kaspersky', state: 'encrypted', managedBy: 'kaspersky', preBoot: true },
        ],
        files: places(8_800_000, dataFolder, `${dataFolder}\\KES`),
      },
    },
    {
      until: goes,
      rows: {
        programs: [installed(code, 'Kaspersky Endpoint Security for Windows', '12.6.0.438', folder)],
        services: [
          running('AVP.KES.21.18', 'Kaspersky Endpoint Security Service', `${folder}\\avp.exe" -r`),
          {
            name: 'klfdefsf',
            displayName: 'Kaspersky Lab File Encryption Filter',
            path: '\\SystemRoot\\System32\\drivers\\klfdefsf.sys',
            state: 'running',
            startType: 'boot',
          },
        ],
        processes: processesIn(folder, 2744, 'avp.exe', 'avpui.exe'),
        kernelModules: drivers('KES-21-18', 'klif', 'klflt', 'klhk'),
        securityCentre: [...protection('Kaspersky Endpoint Security for Windows', 'on'), ...defender('off')],
      },
    },
    { from: goes, rows: { securityCentre: defender('on') } },
  ],
  recordings: {
    [goes]: {
      seconds: 26,
      lines: ['MSI (s): Product: Kaspersky Endpoint Security for Windows -- Removal completed successfully.'],
      exitCode: 0,
    },
  },
};
