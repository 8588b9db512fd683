import type { Product } from '../../model/product.ts';
import { namedWith } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

const kinds = 'workstation|рабочих станций|windows (?:file )?servers?|\\bSOS\\b|second opinion|\\bMP4\\b';
const otherServers = 'enterprise|exchange|domino|\\bisa\\b|plug-?in|плагин|remov|uninstall|guide';

/** What Endpoint Security replaced. Its names begin like the home product’s and end with the kind of machine. */
export const legacyKav6: Product = {
  id: 'legacy-kav6',
  name: 'Kaspersky Anti-Virus 6.0 or 7.0 for workstations and servers',
  family: 'endpoint',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [
        namedWith('$K Anti-? ?Virus', kinds, otherServers),
        namedWith('Антивирус Касперского', kinds, otherServers),
      ],
      folders:
        /^kaspersky anti-?virus (?:\d[\d.]* )?(?:for windows (?:workstations?|(?:file )?servers?(?! enterprise))|sos)(?: mp\d)?(?:\/|$)/,
      codes: ['{1A694303-9A42-43A8-A831-50F86C64EDF0}'],
      keys: 'AVP80',
    }),
  ],
  routes: [{ system: 'windows', kind: 'msi', phase: 'product' }],
  residue: [],
  hazards: ['self-defence', 'password-protection', 'quarantine', 'network-filter', 'managed-redeploy'],
  sources: ['public vulnerability checks and migration lists'],
  confidence: 'observed-in-logs',
};
