import type { Product } from '../../model/product.ts';
import { named } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

/** The total security of 2010 to 2014, called CRYSTAL in Russia. Its own key begins with PURE instead of AVP. */
export const consumerPure: Product = {
  id: 'consumer-pure',
  name: 'Kaspersky PURE',
  family: 'home',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [named('$K (?:PURE|CRYSTAL)')],
      folders: /^kaspersky (?:pure|crystal)(?: \d+(?:\.\d+)*)?(?:\/|$)/,
      keys: 'PURE\\d*(?:\\.\\d+)*',
    }),
  ],
  routes: [
    { system: 'windows', kind: 'msi', phase: 'product', password: 'none-known' },
    { system: 'windows', kind: 'vendor-uninstaller', phase: 'product' },
  ],
  residue: [],
  hazards: [
    'self-defence',
    'password-protection',
    'quarantine',
    'network-filter',
    'input-filters',
    'https-root-cert',
    'subscription',
    'no-antivirus-after',
    'encrypted-vault',
    'backup-restore',
  ],
  sources: ['public inventories and registry logs', 'the vendor’s removal guides'],
  confidence: 'observed-in-logs',
};
