import type { Product } from '../../model/product.ts';
import { named } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

/** Sold under translated names in China and Japan, under the English one elsewhere. */
export const consumerKis: Product = {
  id: 'consumer-kis',
  name: 'Kaspersky Internet Security',
  family: 'home',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [
        named('$K Internet Security'),
        named('$K (?:インターネット )?セキュリティ', 'センター|クラウド|エンドポイント|サーバ|ネットワーク'),
        named('$K(?:互联网|网络|網路|網際網路)?安全(?:软件|軟體|部队|部隊|套装)'),
        named('$K 인터넷 (?:시큐리티|보안)'),
      ],
      folders: /^kaspersky internet security(?: \d+(?:\.\d+)*)?(?:\/|$)/,
      winget: ['Kaspersky.KasperskyInternetSecurity'],
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
  ],
  sources: ['public inventories and registry logs', 'the vendor’s removal guides'],
  confidence: 'observed-in-logs',
};
