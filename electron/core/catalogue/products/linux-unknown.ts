import type { Product } from '../../model/product.ts';
import { linuxRoots } from '../vendor.ts';

/**
 * The vendor is proven, the edition is not: a package whose vendor field names Kaspersky under a name that no entry
 * knows (the home edition announced in 2025 among them), an application id below the vendor's domain (inferred: none
 * is known), or a program that runs from Kaspersky's folders.
 */
export const linuxUnknown: Product = {
  id: 'linux-unknown',
  name: 'Kaspersky product for Linux (edition not known)',
  family: 'endpoint',
  role: 'removable',
  systems: ['linux'],
  signatures: [
    {
      table: 'packages',
      weight: 'proof',
      reason: 'package-vendor',
      match: { publisher: { vendor: 'kaspersky' } },
    },
    {
      table: 'packages',
      weight: 'sign',
      reason: 'package-name',
      match: { manager: { is: ['flatpak'] }, id: { pattern: /^com\.kaspersky\.[\w.-]+$/i } },
    },
    { table: 'units', weight: 'sign', reason: 'unit-program', match: { program: { under: linuxRoots } } },
    { table: 'processes', weight: 'sign', reason: 'process-path', match: { path: { under: linuxRoots } } },
  ],
  routes: [],
  residue: [],
  hazards: [],
  sources: ['vendor field of the package'],
  confidence: 'inferred',
  fallback: true,
};
