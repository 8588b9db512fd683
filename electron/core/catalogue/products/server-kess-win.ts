import type { Product } from '../../model/product.ts';
import { named, namedWith } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

/**
 * For cash machines and tills. Application control may refuse anything new, this program included, until it is
 * switched off.
 */
export const serverKessWin: Product = {
  id: 'server-kess-win',
  name: 'Kaspersky Embedded Systems Security',
  family: 'server',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [named('$K Embedded Systems Security', 'console|консол')],
      parts: [namedWith('$K Embedded Systems Security', 'console|консол')],
      folders: /^kaspersky embedded systems security(?: [^/]*)?(?:\/|$)/,
    }),
  ],
  routes: [{ system: 'windows', kind: 'msi', phase: 'product', password: 'UNLOCK_PASSWORD' }],
  residue: [
    '%ProgramFiles(x86)%/Kaspersky Lab/Kaspersky Embedded Systems Security',
    '%ProgramFiles%/Kaspersky Lab/Kaspersky Embedded Systems Security',
  ],
  hazards: [
    'app-control-default-deny',
    'password-protection',
    'self-defence',
    'quarantine',
    'managed-redeploy',
    'no-antivirus-after',
  ],
  sources: ['the vendor’s online help', 'general knowledge of the server family'],
  confidence: 'inferred',
};
