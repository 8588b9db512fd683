import type { Product } from '../../model/product.ts';

const ofCompanies =
  /^.*(?:endpoint|security center|administration|business|enterprise|server|сервер|администр|корпоратив|detection and response|\bEDR\b|\bXDR\b|\bKATA\b|embedded|industrial|virtuali[sz]ation|виртуал|workstation|エンドポイント|终端|端点|企业).*$/i;

/** The vendor is proven and the name speaks of companies, or a driver’s tag does; which product it is stays open. */
export const endpointUnknown: Product = {
  id: 'endpoint-unknown',
  name: 'Kaspersky business product for Windows (edition not known)',
  family: 'endpoint',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    {
      table: 'programs',
      weight: 'proof',
      reason: 'program-vendor',
      match: { name: { pattern: ofCompanies }, publisher: { vendor: 'kaspersky' } },
    },
    {
      table: 'programs',
      weight: 'sign',
      reason: 'program-folder',
      match: {
        name: { pattern: ofCompanies },
        publisher: { absent: true },
        installLocation: { vendorPath: 'anywhere' },
      },
    },
  ],
  routes: [{ system: 'windows', kind: 'msi', phase: 'product', password: 'KLLOGIN+KLPASSWD' }],
  residue: [],
  hazards: [
    'fde',
    'fle',
    'removable-encryption',
    'bitlocker-managed',
    'self-defence',
    'password-protection',
    'quarantine',
    'managed-redeploy',
    'network-isolation',
    'network-filter',
    'input-filters',
    'https-root-cert',
    'no-antivirus-after',
  ],
  sources: ['publisher spellings of public inventories'],
  confidence: 'inferred',
  fallback: true,
};
