import type { Product, Signature } from '../../model/product.ts';
import { named } from '../windows-names.ts';
import { vendorKey, windowsSignatures } from '../windows-signatures.ts';

/**
 * The free edition shares folder and key names with the paid one that it came from. Where its own name is in the list of
 * programs, those belong to it; without it they say nothing about it.
 */
export const consumerFree: Product = {
  id: 'consumer-free',
  name: 'Kaspersky Free',
  family: 'home',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [
        named('$K (?:Free|365|Anti-? ?Virus Free)'),
        named('$K Security Cloud [-–—]? ?Free'),
        named('$K (?:免费版|免費版|フリー)'),
      ],
      folders: /^kaspersky free(?: \d+(?:\.\d+)*)?(?:\/|$)/,
      winget: ['Kaspersky.KasperskyFree'],
    }),
    ...(['services', 'processes', 'files'] as const).map((table): Signature => ({
      table,
      weight: 'hint',
      reason: 'vendor-folder',
      match: { path: { vendorPath: /^kaspersky(?: security cloud)?(?: \d+(?:\.\d+)*)?\// } },
    })),
    {
      table: 'registry',
      weight: 'hint',
      reason: 'registry-product-name',
      match: {
        path: { pattern: vendorKey('') },
        value: { is: ['ProductName', 'LocalizedProductName'] },
        data: { is: ['Kaspersky', 'Kaspersky Security Cloud'] },
      },
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
  sources: ['public inventories and registry logs', 'the vendor’s removal guides'],
  confidence: 'inferred',
};
