import type { Product } from '../../model/product.ts';
import {
  fileTraces,
  folderTraces,
  packageSignatures,
  processSignatures,
  unitSignatures,
} from '../signatures.ts';

const folders = [
  '/opt/kaspersky/klnagent',
  '/opt/kaspersky/klnagent64',
  '/var/opt/kaspersky/klnagent',
  '/var/opt/kaspersky/klnagent64',
  '/etc/opt/kaspersky/klnagent',
  '/etc/opt/kaspersky/klnagent64',
];
const files = [
  '/etc/systemd/system/klnagent64.service.d',
  '/etc/systemd/system/multi-user.target.wants/klnagent64.service',
  '/etc/init.d/klnagent',
  '/etc/init.d/klnagent64',
];

/** The piece people forget: it outlives the product and can install it again. It goes last. */
export const linuxNagent: Product = {
  id: 'linux-nagent',
  name: 'Kaspersky Security Center Network Agent',
  family: 'management',
  role: 'removable',
  systems: ['linux'],
  signatures: [
    ...packageSignatures({ names: ['klnagent', 'klnagent64'] }),
    ...unitSignatures({ names: ['klnagent', 'klnagent64'] }, folders),
    ...processSignatures(folders),
    ...folderTraces(folders),
    ...fileTraces(files),
  ],
  routes: [{ system: 'linux', kind: 'package', names: ['klnagent', 'klnagent64'], phase: 'agent' }],
  residue: [...folders, ...files],
  hazards: ['managed-redeploy'],
  sources: ['Kaspersky Security Center Linux online help', 'public inventories'],
  confidence: 'documented',
};
