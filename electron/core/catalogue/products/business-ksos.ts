import type { Product } from '../../model/product.ts';
import { appSignatures } from '../mac-signatures.ts';
import { named } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

/** The home code base for small firms: the same services and drivers, so it shares them with the home family. */
export const businessKsos: Product = {
  id: 'business-ksos',
  name: 'Kaspersky Small Office Security',
  family: 'home',
  role: 'removable',
  systems: ['windows', 'macos'],
  signatures: [
    ...windowsSignatures({
      names: [
        named(
          '$K (?:Small Office Security|スモール ?オフィス ?セキュリティ|小型(?:企业|企業|办公室)安全(?:解决方案|解決方案)?)',
        ),
      ],
      folders: /^kaspersky small office security(?: \d+(?:\.\d+)*)?(?:\/|$)/,
      winget: ['Kaspersky.KasperskySmallOfficeSecurity'],
    }),
    ...appSignatures({
      names: /^Kaspersky Small Office Security(?: \d[\d.]*)?(?: for Mac)?(?:\.app)?$/i,
      paths: ['/Applications/Kaspersky Small Office Security.app'],
    }),
  ],
  routes: [
    { system: 'windows', kind: 'msi', phase: 'product', password: 'KLLOGIN+KLPASSWD' },
    {
      system: 'macos',
      kind: 'vendor-script',
      path: '/Library/Application Support/Kaspersky Lab/KAV/Binaries/UninstallScript',
      phase: 'product',
    },
    { system: 'macos', kind: 'guided', phase: 'product' },
  ],
  residue: [],
  hazards: [
    'self-defence',
    'password-protection',
    'quarantine',
    'encrypted-vault',
    'backup-restore',
    'network-filter',
    'input-filters',
    'https-root-cert',
  ],
  sources: ['public inventories and removal scripts'],
  confidence: 'observed-in-logs',
};
