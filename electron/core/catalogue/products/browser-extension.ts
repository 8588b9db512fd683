import type { Product } from '../../model/product.ts';
import { extensionSignatures } from '../browser-extensions.ts';

/**
 * An extension that nothing else of the vendor is beside. Beside a product it is that product’s evidence. What a firm’s
 * policy forces into the browser comes back until the policy is gone.
 */
export const browserExtension: Product = {
  id: 'browser-extension',
  name: 'Kaspersky browser extension',
  family: 'extension',
  role: 'removable',
  systems: ['windows', 'macos', 'linux'],
  signatures: extensionSignatures('proof', 'sign'),
  routes: [
    { system: 'windows', kind: 'guided', phase: 'product' },
    { system: 'macos', kind: 'guided', phase: 'product' },
    { system: 'linux', kind: 'guided', phase: 'product' },
  ],
  residue: [],
  hazards: [],
  sources: ['extension stores', 'public browser profiles'],
  confidence: 'observed-in-logs',
  fallback: true,
};
