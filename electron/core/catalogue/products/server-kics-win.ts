import type { Product } from '../../model/product.ts';
import { named, namedWith } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

/** For plants: removal belongs to the operator’s own change process, and application control may refuse anything new. */
export const serverKicsWin: Product = {
  id: 'server-kics-win',
  name: 'Kaspersky Industrial CyberSecurity for Nodes',
  family: 'server',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [named('$K Industrial Cyber ?Security', 'console|консол')],
      parts: [namedWith('$K Industrial Cyber ?Security', 'console|консол')],
      folders: /^kaspersky industrial cybersecurity(?: [^/]*)?(?:\/|$)/,
    }),
  ],
  routes: [{ system: 'windows', kind: 'msi', phase: 'product', password: 'UNLOCK_PASSWORD' }],
  residue: [
    '%ProgramFiles(x86)%/Kaspersky Lab/Kaspersky Industrial CyberSecurity',
    '%ProgramFiles%/Kaspersky Lab/Kaspersky Industrial CyberSecurity',
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
