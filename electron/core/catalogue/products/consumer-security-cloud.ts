import type { Product } from '../../model/product.ts';
import { named } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

/** The subscription of 2017 to 2022. Its free edition is another product. */
export const consumerSecurityCloud: Product = {
  id: 'consumer-security-cloud',
  name: 'Kaspersky Security Cloud',
  family: 'home',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [named('$K Security Cloud', '\\bFree\\b'), named('$K (?:セキュリティ ?クラウド|安全云|安全雲)')],
      folders: /^kaspersky security cloud(?: \d+(?:\.\d+)*)?(?:\/|$)/,
      winget: ['Kaspersky.KasperskySecurityCloud'],
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
