import type { Product } from '../../model/product.ts';
import { named } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

/**
 * No program of its own: the cloud console installs Endpoint Security and the Network Agent, which are found and removed
 * as themselves. Only an entry under the service’s own name shows it. The device leaves the console first, or it comes back.
 */
export const businessKesCloud: Product = {
  id: 'business-kes-cloud',
  name: 'Kaspersky Endpoint Security Cloud',
  family: 'management',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [named('$K Endpoint Security Cloud')],
    }),
  ],
  routes: [{ system: 'windows', kind: 'guided', phase: 'agent' }],
  residue: [],
  hazards: ['managed-redeploy'],
  sources: ['Kaspersky Endpoint Security Cloud online help: deleting a device'],
  confidence: 'documented',
};
