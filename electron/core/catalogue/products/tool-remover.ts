import type { Product } from '../../model/product.ts';
import { programSignatures } from '../signatures.ts';
import { named } from '../windows-names.ts';

/** Left on disk by somebody who tried before. `cleaner.exe` is also the name of many other tools. */
export const toolRemover: Product = {
  id: 'tool-remover',
  name: 'Kaspersky’s own removal tools',
  family: 'tool',
  role: 'vendor-tool',
  systems: ['windows'],
  signatures: [
    {
      table: 'processes',
      weight: 'sign',
      reason: 'process-name',
      match: { name: { is: ['kavremvr.exe', 'kavremover.exe'] } },
    },
    { table: 'processes', weight: 'hint', reason: 'short-name', match: { name: { is: ['cleaner.exe'] } } },
    {
      table: 'files',
      weight: 'trace',
      reason: 'own-file',
      match: { path: { pattern: /^.*[\\/]kavremo?ve?r\.exe$/i } },
    },
    ...programSignatures([named('$K (?:Lab )?(?:Products? )?Remover', '(?!)')]),
  ],
  routes: [],
  residue: [],
  hazards: ['third-party-removers'],
  sources: ['public logs and detection rules for the tool'],
  confidence: 'observed-in-logs',
};
