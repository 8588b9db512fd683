import type { Product } from '../../model/product.ts';
import {
  accountTraces,
  folderTraces,
  packageSignatures,
  processSignatures,
  unitSignatures,
} from '../signatures.ts';

const folders = ['/opt/kaspersky/klms', '/var/opt/kaspersky/klms', '/etc/opt/kaspersky/klms'];

/** Wired into the mail transfer agent: removing the package first stops mail. Reported, never removed. */
export const linuxKlms: Product = {
  id: 'linux-klms',
  name: 'Kaspersky Security for Linux Mail Server',
  family: 'mail',
  role: 'report-only',
  systems: ['linux'],
  signatures: [
    ...packageSignatures({ names: ['klms'], common: true }),
    ...unitSignatures({ names: ['klms'], common: true }, folders),
    ...processSignatures(folders),
    ...folderTraces(folders),
    // Made by old releases.
    ...accountTraces('user', { names: ['kavuser'], common: true }),
  ],
  routes: [],
  residue: folders,
  hazards: ['server-role', 'mail-flow'],
  sources: ['the vendor’s support data collector'],
  confidence: 'observed-in-logs',
};
