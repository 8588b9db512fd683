import type { Product } from '../../model/product.ts';
import { folderTraces, packageSignatures, processSignatures } from '../signatures.ts';

const folders = ['/opt/kaspersky/kuma', '/usr/local/kpsn', '/usr/local/ksn'];

/** KUMA, the private security network and KATA nodes: appliances and clusters. Reported, never removed. */
export const linuxOther: Product = {
  id: 'linux-other',
  name: 'Kaspersky server (KUMA, Private Security Network or KATA)',
  family: 'server',
  role: 'report-only',
  systems: ['linux'],
  signatures: [
    ...packageSignatures({ names: ['kuma', 'kpsn'], common: true }),
    {
      table: 'units',
      weight: 'proof',
      reason: 'unit-program',
      match: { program: { under: folders } },
    },
    {
      table: 'units',
      weight: 'hint',
      reason: 'short-name',
      match: { name: { pattern: /^kuma-[a-z0-9@-]+(\.service)?$/i }, program: { absent: true } },
    },
    ...processSignatures(folders),
    ...folderTraces(folders),
  ],
  routes: [],
  residue: folders,
  hazards: ['server-role'],
  sources: ['the vendor’s support data collector'],
  confidence: 'observed-in-logs',
};
