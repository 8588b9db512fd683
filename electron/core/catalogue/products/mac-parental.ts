import type { Product } from '../../model/product.ts';
import { appSignatures } from '../mac-signatures.ts';

/**
 * It watches on after its window is closed, and only the vendor's uninstaller with the parent's account ends that.
 * There is no silent way, and none is looked for.
 */
export const macParental: Product = {
  id: 'mac-parental',
  name: 'Kaspersky Safe Kids for Mac',
  family: 'parental',
  role: 'removable',
  systems: ['macos'],
  signatures: appSignatures({
    names: /^Kaspersky Safe ?Kids(?: for Mac)?(?:\.app)?$/i,
    bundles: /^com\.kaspersky\.(?:[a-z0-9_-]+\.)*(?:safe[._-]?kids|ksk)(?:[._-][a-z0-9]+)*$/i,
    paths: ['/Applications/Kaspersky Safe Kids.app'],
  }),
  routes: [{ system: 'macos', kind: 'guided', phase: 'parental' }],
  residue: [],
  hazards: ['parental'],
  sources: ['Kaspersky Safe Kids for Mac online help, removal', 'public lists of Apple team ids'],
  confidence: 'documented',
};
