import type { Product } from '../../model/product.ts';
import {
  fileTraces,
  folderTraces,
  packageSignatures,
  processSignatures,
  unitSignatures,
} from '../signatures.ts';

const folders = [
  '/opt/kaspersky/kics',
  '/var/opt/kaspersky/kics',
  '/etc/opt/kaspersky/kics',
  '/var/log/kaspersky/kics',
];
const files = [
  '/etc/init.d/kics',
  '/etc/systemd/system/kics.service',
  '/etc/systemd/system/kics.service.d',
  '/etc/systemd/system/multi-user.target.wants/kics.service',
];

/** Four letters that others may use: the vendor or the folder has to agree. */
export const linuxKics: Product = {
  id: 'linux-kics',
  name: 'Kaspersky Industrial CyberSecurity for Linux Nodes',
  family: 'endpoint',
  role: 'removable',
  systems: ['linux'],
  signatures: [
    ...packageSignatures({ names: ['kics', 'kics-gui'], common: true }),
    ...unitSignatures({ names: ['kics'], common: true }, folders),
    ...processSignatures(folders),
    ...folderTraces(folders),
    ...fileTraces(files, { common: true }),
  ],
  routes: [
    { system: 'linux', kind: 'package', names: ['kics-gui'], phase: 'interface' },
    { system: 'linux', kind: 'package', names: ['kics'], phase: 'product' },
  ],
  residue: [...folders, ...files],
  hazards: [],
  sources: ['the vendor’s support data collector', 'public inventories'],
  confidence: 'observed-in-logs',
};
