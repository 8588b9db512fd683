import type { Product } from '../../model/product.ts';
import { appSignatures } from '../mac-signatures.ts';

/**
 * Moved to the Bin by a person, after the vault was exported. `com.kaspersky.passwordmanager` is the iPad edition,
 * which Macs with Apple's processors run too.
 */
export const macPwm: Product = {
  id: 'mac-pwm',
  name: 'Kaspersky Password Manager for Mac',
  family: 'passwords',
  role: 'removable',
  systems: ['macos'],
  signatures: appSignatures({
    names: /^Kaspersky Password Manager(?: for Mac)?(?:\.app)?$/i,
    bundles: /^com\.kaspersky\.(?:[a-z0-9_-]+\.)*(?:password[._-]?manager|kpm)(?:[._-][a-z0-9]+)*$/i,
    paths: ['/Applications/Kaspersky Password Manager.app'],
  }),
  routes: [{ system: 'macos', kind: 'guided', phase: 'passwords' }],
  residue: [],
  hazards: ['kpm-vault', 'subscription'],
  sources: ['Kaspersky Password Manager online help, export', 'public lists of Apple team ids'],
  confidence: 'inferred',
};
