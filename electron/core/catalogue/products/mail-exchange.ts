import type { Product } from '../../model/product.ts';
import { namedWith } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

const servers =
  'exchange|sharepoint|domino|collaboration|mail server|mail gateway|\\bisa\\b|forefront|\\btmg\\b';

/** Sits inside the mail server’s own transport: its administrator removes it, so it is only reported. */
export const mailExchange: Product = {
  id: 'mail-exchange',
  name: 'Kaspersky Security for Microsoft Exchange, SharePoint or Domino',
  family: 'mail',
  role: 'report-only',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [
        namedWith('$K (?:Security|Anti-? ?Virus)(?!\\s*(?:Center|Cloud))', servers, 'plug-?in|плагин'),
        namedWith('Антивирус Касперского', servers),
      ],
      folders:
        /^kaspersky (?:security|anti-virus)(?: [\d.]+)? for (?:microsoft )?(?:exchange|sharepoint|lotus|isa|forefront)[^/]*(?:\/|$)/,
    }),
  ],
  routes: [],
  residue: [],
  hazards: ['server-role', 'mail-flow'],
  sources: ['product names of the vendor'],
  confidence: 'inferred',
};
