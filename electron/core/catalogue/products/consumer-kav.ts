import type { Product } from '../../model/product.ts';
import { named } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

const forBusiness = [
  'workstation|рабочих станций|servers?\\b|серверов|exchange|domino|isa\\b|tmg|storage|gateway|proxy|mail',
  '\\bSOS\\b|second opinion|\\bMP\\d|\\bfree\\b|for windows|для windows',
].join('|');

/** The home product. The editions for workstations and servers, and for mail, carry the same words and more. */
export const consumerKav: Product = {
  id: 'consumer-kav',
  name: 'Kaspersky Anti-Virus',
  family: 'home',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [
        named('$K Anti-? ?Virus', forBusiness),
        named('Антив[иі]рус Каспер[а-яі]+', forBusiness),
        named('$K (?:アンチ ?ウ[イィ]ルス|反病毒|杀毒|防毒|防病毒|안티 ?바이러스)(?:软件|軟體)?'),
      ],
      folders: /^kaspersky anti-?virus(?: (?:personal|pro))?(?: \d+(?:\.\d+)*)?(?:\/|$)/,
      winget: ['Kaspersky.KasperskyAnti-Virus'],
    }),
  ],
  routes: [
    { system: 'windows', kind: 'msi', phase: 'product', password: 'none-known' },
    { system: 'windows', kind: 'vendor-uninstaller', phase: 'product' },
  ],
  residue: [],
  hazards: [
    'self-defence',
    'password-protection',
    'quarantine',
    'network-filter',
    'input-filters',
    'https-root-cert',
    'subscription',
    'no-antivirus-after',
  ],
  sources: ['public inventories and registry logs', 'the vendor’s removal guides'],
  confidence: 'observed-in-logs',
};
