import type { RecordedComputer } from '../recorded.ts';
import { windowsAround, windowsPlaces } from '../windows-around.ts';
import {
  dataFolder,
  defender,
  installed,
  places,
  processesIn,
  protection,
  running,
} from '../windows-parts.ts';

const code = '{4A7C2B11-9D5E-4E36-B0A8-5C2F1E7D9340}';
const folder = 'Kaspersky Internet Security 21.3';
const ends = `msi:${code}`;

/** An old PC whose uninstaller hangs: how to wait, and how to stop waiting. */
export const stuckPc: RecordedComputer = {
  host: {
    os: 'windows',
    version: 'Windows 10 Home 22H2',
    arch: 'x64',
    elevated: false,
    name: 'OLD-PC',
    onBattery: false,
    remoteSession: false,
    freeBytes: 9_400_000_000,
  },
  places: windowsPlaces,
  life: [
    { rows: windowsAround },
    {
      rows: {
        encryption: [{ volume: 'C:', method: 'none', state: 'decrypted', managedBy: 'unknown' }],
        files: places(31_000_000, dataFolder, `${dataFolder}\\AVP21.3`, `${dataFolder}\\AVP21.3\\Bases`),
      },
    },
    {
      until: ends,
      rows: {
        programs: [installed(code, 'Kaspersky Internet Security', '21.3.10.391', folder)],
        services: [running('AVP21.3', 'Kaspersky Anti-Virus Service 21.3', `${folder}\\avp.exe" -r`)],
        processes: processesIn(folder, 1840, 'avp.exe', 'avpui.exe'),
        securityCentre: [...protection('Kaspersky Internet Security', 'on'), ...defender('off')],
      },
    },
    { from: ends, rows: { securityCentre: defender('on') } },
  ],
  recordings: {
    [ends]: {
      // Two weeks: nobody waited for the end.
      seconds: 1_209_600,
      lines: [
        'MSI (s): Stopping service AVP21.3',
        'MSI (s): Product: Kaspersky Internet Security -- Removed.',
      ],
      exitCode: 0,
    },
  },
};
