import type { Product } from '../../model/product.ts';
import { folderTraces, packageSignatures, processSignatures, unitSignatures } from '../signatures.ts';

const folders = ['/opt/kaspersky/epagent', '/var/opt/kaspersky/epagent', '/etc/opt/kaspersky/epagent'];

/** The unit's name is not confirmed by any source: its program's folder is what identifies it. */
export const linuxLena: Product = {
  id: 'linux-lena',
  name: 'Kaspersky Endpoint Agent for Linux',
  family: 'endpoint',
  role: 'removable',
  systems: ['linux'],
  signatures: [
    ...packageSignatures({ names: ['epagent'], common: true }),
    ...unitSignatures({ names: ['epagent'], common: true }, folders),
    ...processSignatures(folders),
    ...folderTraces(folders),
  ],
  routes: [{ system: 'linux', kind: 'package', names: ['epagent'], phase: 'product' }],
  residue: folders,
  hazards: [],
  sources: ['the vendor’s support data collector'],
  confidence: 'observed-in-logs',
};
