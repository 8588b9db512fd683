import type { Product, Signature } from '../../model/product.ts';

const names = [
  {
    pattern: /^\s*UltraAV(?:®|™)?(?:\s+(?:Antivirus|for Windows|Security))?(?:\s+\(?v?\d[\d.]*\)?)?$/i,
    vpn: false,
  },
  { pattern: /^\s*Ultra ?VPN(?:®|™)?(?:\s+for Windows)?(?:\s+\(?v?\d[\d.]*\)?)?$/i, vpn: true },
];
const publisher = {
  pattern:
    /^(?:Pango(?: (?:Group|Inc|LLC|GmbH))?|Ultra ?(?:AV|VPN)|Ultra ?Security|Aura|AnchorFree)(?:[,. ].*)?$/i,
};
const folder = { pattern: /^"?[a-z]:[\\/]program files(?: \(x86\))?[\\/]Ultra(?:AV|VPN)(?:[\\/].*)?$/i };

/**
 * Another company’s products, put in Kaspersky’s place on many computers in the United States in September 2024. Shown
 * apart and offered, never chosen for the person; only its own uninstaller took it off for good.
 */
export const successorUltraav: Product = {
  id: 'successor-ultraav',
  name: 'UltraAV and UltraVPN',
  family: 'successor',
  role: 'successor',
  systems: ['windows'],
  signatures: [
    ...names.flatMap(({ pattern, vpn }): Signature[] => [
      {
        table: 'programs',
        weight: 'proof',
        reason: 'program-name-and-vendor',
        match: { name: { pattern }, publisher },
        component: vpn,
      },
      {
        table: 'programs',
        weight: 'sign',
        reason: 'program-name',
        match: { name: { pattern }, publisher: { absent: true } },
        component: vpn,
      },
      {
        table: 'securityCentre',
        weight: 'hint',
        reason: 'security-centre-name',
        match: { name: { pattern } },
      },
    ]),
    { table: 'services', weight: 'sign', reason: 'service-path', match: { path: folder } },
    { table: 'processes', weight: 'sign', reason: 'process-path', match: { path: folder } },
    { table: 'files', weight: 'trace', reason: 'own-folder', match: { path: folder } },
  ],
  routes: [{ system: 'windows', kind: 'vendor-uninstaller', phase: 'product' }],
  residue: [],
  hazards: ['ultraav', 'subscription'],
  sources: ['press and user reports of September 2024'],
  confidence: 'observed-in-logs',
};
