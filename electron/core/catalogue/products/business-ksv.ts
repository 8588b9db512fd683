import type { Product } from '../../model/product.ts';
import { named, namedWith } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

/** The protection machine and the registrations at the hypervisor lie outside this computer: report only. */
export const businessKsv: Product = {
  id: 'business-ksv',
  name: 'Kaspersky Security for Virtualization',
  family: 'virtualisation',
  role: 'report-only',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [
        named('$K Security (?:[\\d.]+ )?(?:for Virtuali[sz]ation|для виртуальных сред|для виртуализации)'),
        namedWith('$K Security (?!Center)', 'Integration Server|Сервер интеграции', 'plug-?in|плагин'),
        namedWith('(?:Сервер интеграции|Integration Server)', 'Kaspersky Security'),
      ],
      folders: /^kaspersky security for virtuali[sz]ation[^/]*(?:\/|$)/,
    }),
  ],
  routes: [],
  residue: [],
  hazards: ['server-role'],
  sources: ['Kaspersky Security for Virtualization online help'],
  confidence: 'documented',
};
