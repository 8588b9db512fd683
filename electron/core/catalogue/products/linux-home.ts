import type { Product } from '../../model/product.ts';

/**
 * Announced for home users in 2025; no public source names its packages, services or folders. So it has an identity
 * and nothing that could prove it: its packages are recognised by their vendor, as a product whose edition is not
 * known (`linux-unknown`). A guess at a name such as `kaspersky` would only ever be wrong in one direction.
 */
export const linuxHome: Product = {
  id: 'linux-home',
  name: 'Kaspersky for Linux (home users)',
  family: 'home',
  role: 'removable',
  systems: ['linux'],
  signatures: [],
  routes: [],
  residue: [],
  hazards: [],
  sources: ['the vendor’s announcement of 2025'],
  confidence: 'inferred',
};
