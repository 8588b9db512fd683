import type { HazardId } from '../../model/hazard.ts';
import { either, homeForWindows, oneOf, passwordManagers, protectionForWindows, vpns } from './groups.ts';
import { homeAnywhere } from './groups.ts';
import { evidence, rowsOf, withProduct } from './rule.ts';
import type { HazardRule, Scene } from './rule.ts';

/** What people keep inside a product, and what they pay for it. No machine can tell whether it was saved elsewhere. */

const vaultFiles = (scene: Scene) =>
  evidence(
    'files',
    rowsOf(scene.snapshot, 'files').filter((row) => /[\\/]kpm_vault\.edb$/i.test(row.path ?? '')),
    'vault-file',
  );

export const ownDataHazards = {
  /** A vault in any person's profile is evidence; without one the product alone is, for a vault may be out of reach. */
  'kpm-vault': {
    about: passwordManagers,
    sign: (scene) => {
      const vaults = vaultFiles(scene);
      return vaults.length > 0 ? { evidence: vaults } : withProduct(scene);
    },
  },
  'encrypted-vault': {
    about: oneOf(
      'consumer-kts',
      'consumer-security-cloud',
      'consumer-standard-plus-premium',
      'consumer-pure',
      'business-ksos',
    ),
    sign: withProduct,
  },
  'backup-restore': {
    about: oneOf('consumer-kts', 'consumer-security-cloud', 'consumer-pure', 'business-ksos'),
    sign: withProduct,
  },
  quarantine: { about: protectionForWindows, sign: withProduct },
  subscription: {
    about: either(homeAnywhere, homeForWindows, vpns, passwordManagers, oneOf('successor-ultraav')),
    sign: withProduct,
  },
  ultraav: { about: oneOf('successor-ultraav'), sign: withProduct },
} satisfies Partial<Record<HazardId, HazardRule>>;
