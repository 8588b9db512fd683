import type { Product } from '../../model/product.ts';
import { named } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

/** The person at the keyboard may be the child: only the vendor’s own window, with the parent’s account, takes it off. */
export const parentalWin: Product = {
  id: 'parental-win',
  name: 'Kaspersky Safe Kids',
  family: 'parental',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [named('$K (?:Safe ?Kids|セーフ ?キッズ|儿童安全|兒童安全|安全儿童|守护儿童)')],
      folders: /^kaspersky safe ?kids(?: \d+(?:\.\d+)*)?(?:\/|$)/,
      commonPrograms: /^safekids(?:ui)?\.exe$/i,
      winget: ['Kaspersky.KasperskySafeKids'],
    }),
  ],
  routes: [{ system: 'windows', kind: 'guided', phase: 'parental' }],
  residue: [],
  hazards: ['parental', 'subscription'],
  sources: ['the vendor’s help for parents', 'public directory listings'],
  confidence: 'observed-in-logs',
};
