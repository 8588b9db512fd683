import type { Product } from '../../model/product.ts';

/** The engine's drivers on any drive, but where Windows, the vendor and people keep files. */
const engine = {
  pattern:
    /^(?:\\\?\?\\)?"?[a-z]:[\\/](?=.*[\\/](?:klif|klflt|klim[56]|klhk|klelam|kneps|kl1|kldisk|klwfp)\.sys"?$)(?!windows[\\/]|windows\.old[\\/]|users[\\/]|documents and settings[\\/]|\$)(?!(?:.*[\\/])?(?:kaspersky|download|backup|temp|quarantine)[^\\/]*[\\/]).+$/i,
};

/**
 * Some firewalls and gateways carry the engine under licence. Only its drivers in the other vendor’s own folder show it;
 * the names of such products count beside them, never alone.
 */
export const oemEngine: Product = {
  id: 'oem-engine',
  name: 'Another vendor’s product with Kaspersky’s engine',
  family: 'oem',
  role: 'oem',
  systems: ['windows'],
  signatures: [
    { table: 'files', weight: 'trace', reason: 'engine-outside-vendor', match: { path: engine } },
    { table: 'kernelModules', weight: 'sign', reason: 'engine-outside-vendor', match: { path: engine } },
    { table: 'services', weight: 'sign', reason: 'engine-outside-vendor', match: { path: engine } },
    {
      table: 'programs',
      weight: 'hint',
      reason: 'short-name',
      match: {
        name: { pattern: /^(?:ZoneAlarm|Check ?Point (?:Endpoint Security|Harmony Endpoint)).*$/i },
        publisher: { pattern: /^(?:Check ?Point|Zone Labs).*$/i },
      },
    },
  ],
  routes: [],
  residue: [],
  hazards: ['legal-scope'],
  sources: ['FAR 52.204-23 on covered articles', 'general knowledge of licensees'],
  confidence: 'inferred',
};
