import type { Product } from '../../model/product.ts';
import { vendorBundle } from '../mac-signatures.ts';

/**
 * The vendor is proven, the edition is not: an application whose bundle id no entry knows, an extension of the vendor's
 * team without its application, a daemon or receipt that several products install.
 */
export const macUnknown: Product = {
  id: 'mac-unknown',
  name: 'Kaspersky product for Mac (edition not known)',
  family: 'home',
  role: 'removable',
  systems: ['macos'],
  signatures: [{ table: 'apps', weight: 'proof', reason: 'bundle-id', match: { bundleId: vendorBundle } }],
  routes: [{ system: 'macos', kind: 'guided', phase: 'product' }],
  residue: [],
  hazards: ['macos-sysext'],
  sources: ['bundle ids and Apple’s team id'],
  confidence: 'inferred',
  fallback: true,
};
