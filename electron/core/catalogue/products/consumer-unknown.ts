import type { Product } from '../../model/product.ts';
import { anyVendorName } from '../windows-names.ts';

/** The vendor's word in its other scripts: nobody else's product begins with it. */
const foreignVendorName = /^\s*(?:カスペルスキー|卡巴斯基|카스퍼스키|Антив[иі]рус Каспер).*$/i;

/** The vendor is proven, the edition is not: a publisher’s name under a product name that no entry knows, or services and
 * drivers that carry a version alone. */
export const consumerUnknown: Product = {
  id: 'consumer-unknown',
  name: 'Kaspersky product for Windows (edition not known)',
  family: 'home',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    {
      table: 'programs',
      weight: 'proof',
      reason: 'program-vendor',
      match: { publisher: { vendor: 'kaspersky' } },
    },
    {
      table: 'programs',
      weight: 'sign',
      reason: 'program-folder',
      match: {
        name: { pattern: anyVendorName },
        publisher: { absent: true },
        installLocation: { vendorPath: 'anywhere' },
      },
    },
    {
      table: 'programs',
      weight: 'sign',
      reason: 'program-name',
      match: {
        name: { pattern: foreignVendorName },
        publisher: { absent: true },
        installLocation: { absent: true },
      },
    },
    {
      table: 'packages',
      weight: 'sign',
      reason: 'package-vendor',
      match: { publisher: { vendor: 'kaspersky' }, name: { pattern: /^(?!Kaspersky(?:Lab)?\.ShellEx).+$/i } },
    },
    {
      table: 'packages',
      weight: 'sign',
      reason: 'store-package',
      match: { name: { pattern: /^KasperskyLab\.KasperskyNow[\w.]*$/i } },
    },
    {
      table: 'packages',
      weight: 'sign',
      reason: 'store-package',
      match: { id: { pattern: /^KasperskyLab\.KasperskyNow[\w.]*$/i }, name: { absent: true } },
    },
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
  sources: ['publisher spellings of public inventories'],
  confidence: 'inferred',
  fallback: true,
};
