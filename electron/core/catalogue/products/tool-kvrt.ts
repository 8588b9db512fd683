import type { Product } from '../../model/product.ts';
import { named } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

/**
 * Virus Removal Tool, TDSSKiller and small utilities. Two of them are a single file: running, or by its data folder on the
 * system drive, it is here; a file in somebody’s downloads is just a file.
 */
export const toolKvrt: Product = {
  id: 'tool-kvrt',
  name: 'Kaspersky on-demand tools',
  family: 'tool',
  role: 'vendor-tool',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [
        named(
          '$K (?:Virus Removal Tool|TDSSKiller|Rescue Disk|Rescue2USB|Cleaner|Update Utility|Virus Scanner)',
        ),
        named('$K (?:Security Scan|Software Updater|System Checker)'),
      ],
      folders: /^kaspersky (?:security scan|software updater|system checker)(?: \d+(?:\.\d+)*)?(?:\/|$)/,
    }),
    {
      table: 'processes',
      weight: 'sign',
      reason: 'process-name',
      match: { name: { is: ['KVRT.exe', 'tdsskiller.exe'] } },
    },
    {
      table: 'files',
      weight: 'trace',
      reason: 'own-folder',
      match: {
        path: { pattern: /^[a-z]:[\\/](?:KVRT(?:20\d\d)?_Data|TDSSKiller_Quarantine)(?:[\\/].*)?$/i },
      },
    },
  ],
  routes: [],
  residue: [],
  hazards: ['quarantine'],
  sources: ['public directory listings', 'general knowledge'],
  confidence: 'observed-in-logs',
};
