import type { Product } from '../../model/product.ts';
import { packageSignatures } from '../signatures.ts';

/** A developer kit, not protection: shown as a tool of the vendor, removed by its developer when done with it. */
export const linuxKos: Product = {
  id: 'linux-kos',
  name: 'KasperskyOS Community Edition SDK',
  family: 'tool',
  role: 'vendor-tool',
  systems: ['linux'],
  signatures: [
    ...packageSignatures({ names: ['KasperskyOS-Community-Edition'] }),
    {
      table: 'files',
      weight: 'trace',
      reason: 'own-folder',
      match: { path: { pattern: /^\/opt\/KasperskyOS-Community-Edition-[^/]+(\/.*)?$/i } },
    },
  ],
  routes: [],
  residue: [],
  hazards: [],
  sources: ['KasperskyOS Community Edition online help'],
  confidence: 'documented',
};
