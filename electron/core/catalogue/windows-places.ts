import type { NamedEntries } from '../ports.ts';
import { driverFileName } from './windows-drivers.ts';

/** Where Kaspersky's files lie on Windows, as its own variables name the folders. */

/** Folders that only Kaspersky's products make, shared between them. */
export const windowsRoots: readonly string[] = [
  ...[
    'ProgramFiles',
    'ProgramFiles(x86)',
    'CommonProgramFiles',
    'CommonProgramFiles(x86)',
    'ProgramData',
  ].map((variable) => `%${variable}%/Kaspersky Lab`),
  // The agent's and the administration server's.
  '%ProgramData%/KasperskyLab',
  ...['Local', 'LocalLow', 'Roaming'].map((kind) => `%UserProfile%/AppData/${kind}/Kaspersky Lab`),
];

const driverFolder = '%SystemRoot%/System32/drivers';

/** What its products, its tools and the successor put, by whole names, into folders of Windows and of everybody. */
export const windowsNamed: readonly NamedEntries[] = [
  { folder: driverFolder, name: driverFileName },
  { folder: driverFolder, name: /^kltap\.sys$/i },
  { folder: driverFolder, name: /^(?:k4w-\d+-\d+|kes-21-\d+)$/i },
  {
    folder: '%SystemRoot%/System32/winevt/Logs',
    name: /^Kaspersky[^\\/]*\.evtx$/i,
    // Only administrators may list that folder (support.kaspersky.com/KATA/4.0/en-US/197150.htm names the last one).
    known: [
      'Kaspersky Event Log.evtx',
      'Kaspersky Endpoint Security.evtx',
      'Kaspersky-Security-Soyuz%4Product.evtx',
    ],
  },
  { folder: '%SystemDrive%', name: /^(?:KVRT(?:20\d\d)?_Data|TDSSKiller_Quarantine)$/i },
  ...['%ProgramFiles%', '%ProgramFiles(x86)%'].map((folder) => ({ folder, name: /^Ultra(?:AV|VPN)$/i })),
];
