import type { Product } from '../../model/product.ts';
import { appSignatures } from '../mac-signatures.ts';

/**
 * No bundle id of it is published, so its own words within an id of the vendor name it. Some builds come from the App
 * Store and have no uninstaller: a person moves them to the Bin, with the tunnel and the kill switch off.
 */
export const macVpn: Product = {
  id: 'mac-vpn',
  name: 'Kaspersky VPN Secure Connection for Mac',
  family: 'vpn',
  role: 'removable',
  systems: ['macos'],
  signatures: appSignatures({
    names:
      /^Kaspersky (?:Fast (?:and )?Secure )?(?:VPN(?: Secure Connection)?|Secure Connection)(?: for Mac)?(?:\.app)?$/i,
    bundles: /^com\.kaspersky\.(?:[a-z0-9_-]+\.)*(?:vpn|ksde|secure[._-]?connection)(?:[._-][a-z0-9]+)*$/i,
    paths: [
      '/Applications/Kaspersky VPN.app',
      '/Applications/Kaspersky VPN Secure Connection.app',
      '/Applications/Kaspersky Secure Connection.app',
    ],
  }),
  routes: [{ system: 'macos', kind: 'guided', phase: 'vpn' }],
  residue: [],
  hazards: ['vpn-kill-switch', 'subscription'],
  sources: ['Kaspersky VPN for Mac online help, Kill Switch', 'public lists of Apple team ids'],
  confidence: 'inferred',
};
