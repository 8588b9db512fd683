import type { Product } from '../../model/product.ts';
import { namedWith } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

/** Goes after Endpoint Security and only from a machine whose drives are all decrypted. */
export const businessAesModule: Product = {
  id: 'business-aes-module',
  name: 'Kaspersky AES Encryption Module',
  family: 'endpoint',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [
        namedWith('(?:$K|Kaspersky Lab)', 'AES[^a-z]*Encryption Module|модуль шифрования'),
        namedWith('AES[- ]?\\d* ?Encryption Module', 'Kaspersky'),
      ],
      commonNames: [
        /^\s*(?:AES[- ]?\d* ?Encryption Module|Модуль шифрования \(?AES[- ]?\d*\)?)(?:[\s(,-].*)?$/i,
      ],
    }),
  ],
  routes: [{ system: 'windows', kind: 'msi', phase: 'module' }],
  residue: [],
  hazards: ['fde', 'fle'],
  sources: ['public inventories and removal scripts'],
  confidence: 'inferred',
};
