import type { Product } from '../../model/product.ts';
import {
  accountTraces,
  fileTraces,
  folderTraces,
  packageSignatures,
  processSignatures,
  unitSignatures,
} from '../signatures.ts';

const folders = [
  '/opt/kaspersky/kesl',
  '/var/opt/kaspersky/kesl',
  '/etc/opt/kaspersky/kesl',
  '/var/log/kaspersky/kesl',
];
/** The product rewrites its own unit here on start, so it survives the removal of the package. */
const files = [
  '/etc/systemd/system/kesl.service',
  '/etc/systemd/system/kesl.service.d',
  '/etc/systemd/system/multi-user.target.wants/kesl.service',
  '/etc/init.d/kesl',
  '/etc/init.d/kesl-supervisor',
  '/usr/bin/kesl-control',
  '/run/bl4control',
];

/**
 * The graphical interface is a package of its own that depends on the product, so it goes first. No public source
 * confirms the name of a kernel module, so none is looked for by name.
 */
export const linuxKesl: Product = {
  id: 'linux-kesl',
  name: 'Kaspersky Endpoint Security for Linux',
  family: 'endpoint',
  role: 'removable',
  systems: ['linux'],
  signatures: [
    ...packageSignatures({ names: ['kesl', 'kesl-gui', 'kesl-astra'] }),
    ...unitSignatures({ names: ['kesl', 'kesl-supervisor'] }, folders),
    ...processSignatures(folders),
    ...folderTraces(folders),
    ...fileTraces(files),
    ...accountTraces('group', { names: ['kesladmin', 'kesluser', 'keslaudit', 'nokesl'] }),
  ],
  routes: [
    { system: 'linux', kind: 'package', names: ['kesl-gui'], phase: 'interface' },
    { system: 'linux', kind: 'package', names: ['kesl', 'kesl-astra'], phase: 'product' },
  ],
  residue: [...folders, ...files],
  hazards: ['managed-redeploy'],
  sources: [
    'Kaspersky Endpoint Security for Linux online help, removal by package manager',
    'public inventories',
  ],
  confidence: 'documented',
};
