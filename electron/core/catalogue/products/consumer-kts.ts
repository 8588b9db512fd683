import type { Product } from '../../model/product.ts';
import { named } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

/** Brought the encrypted vault and the backup that people forget. */
export const consumerKts: Product = {
  id: 'consumer-kts',
  name: 'Kaspersky Total Security',
  family: 'home',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [
        named('$K Total Security'),
        named('$K (?:トータル ?セキュリティ|全方位安全(?:软件|軟體)?|全面安全(?:软件|軟體)?|토탈 ?시큐리티)'),
      ],
      folders: /^kaspersky total security(?: \d+(?:\.\d+)*)?(?:\/|$)/,
      winget: ['Kaspersky.KasperskyTotalSecurity'],
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
