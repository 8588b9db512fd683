import type { Product } from '../../model/product.ts';
import { named } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

/** The sensor of the detection and response products; needless beside Endpoint Security 11.8 and later. */
export const businessKeaWin: Product = {
  id: 'business-kea-win',
  name: 'Kaspersky Endpoint Agent',
  family: 'endpoint',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [named('$K (?:Lab )?Endpoint (?:Agent|Sensors?)'), named('$K Endpoint Detection and Response')],
      folders: /^(?:kaspersky )?endpoint (?:agent|sensors?)(?:\/|$)/,
      commonServices: /^(?:soyuz|proton)$/i,
      programs: /^soyuz\.exe$/i,
      commonPrograms: /^(?:agent|proton)\.exe$/i,
    }),
  ],
  routes: [{ system: 'windows', kind: 'msi', phase: 'product', password: 'none-known' }],
  residue: [
    '%ProgramFiles(x86)%/Kaspersky Lab/Endpoint Agent',
    '%ProgramFiles%/Kaspersky Lab/Endpoint Agent',
    '%ProgramData%/Kaspersky Lab/Endpoint Agent',
  ],
  hazards: ['network-isolation', 'password-protection', 'self-defence', 'quarantine', 'managed-redeploy'],
  sources: ['Kaspersky Endpoint Agent online help', 'public forensic guides'],
  confidence: 'documented',
};
