import type { Product } from '../../model/product.ts';
import {
  fileTraces,
  folderTraces,
  packageSignatures,
  processSignatures,
  unitSignatures,
} from '../signatures.ts';

const folders = [
  '/opt/kaspersky/kess',
  '/var/opt/kaspersky/kess',
  '/etc/opt/kaspersky/kess',
  '/var/log/kaspersky/kess',
];
const files = [
  '/etc/init.d/kess',
  '/etc/systemd/system/kess.service',
  '/etc/systemd/system/kess.service.d',
  '/etc/systemd/system/multi-user.target.wants/kess.service',
];

/** A short name that others use too: the vendor or the folder has to agree. */
export const linuxKess: Product = {
  id: 'linux-kess',
  name: 'Kaspersky Embedded Systems Security for Linux',
  family: 'endpoint',
  role: 'removable',
  systems: ['linux'],
  signatures: [
    ...packageSignatures({ names: ['kess', 'kess-gui'], common: true }),
    ...unitSignatures({ names: ['kess'], common: true }, folders),
    ...processSignatures(folders),
    ...folderTraces(folders),
    ...fileTraces(files, { common: true }),
  ],
  routes: [
    { system: 'linux', kind: 'package', names: ['kess-gui'], phase: 'interface' },
    { system: 'linux', kind: 'package', names: ['kess'], phase: 'product' },
  ],
  residue: [...folders, ...files],
  hazards: [],
  sources: ['the vendor’s support data collector', 'public inventories'],
  confidence: 'observed-in-logs',
};
