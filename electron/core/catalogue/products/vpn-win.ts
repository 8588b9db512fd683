import type { Product } from '../../model/product.ts';
import { named } from '../windows-names.ts';
import { driverSignatures, windowsSignatures } from '../windows-signatures.ts';

/**
 * An entry of its own even where it came with the protection. First called Secure Connection; its services, key and data
 * folder still say KSDE.
 */
export const vpnWin: Product = {
  id: 'vpn-win',
  name: 'Kaspersky VPN',
  family: 'vpn',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [
        named('$K (?:Fast )?VPN'),
        named('$K (?:VPN )?Secure Connection'),
        named('$K (?:VPN )?(?:セキュア ?コネクション|安全连接|安全連線)'),
      ],
      folders:
        /^(?:kaspersky (?:vpn(?: secure connection)?|secure connection)(?: \d+(?:\.\d+)*)?|ksde\d+(?:\.\d+)*)(?:\/|$)/,
      services: /^KSDE\d+(?:\.\d+)*$/i,
      programs: /^ksde(?:ui)?\.exe$/i,
      keys: 'KSDE\\d*(?:\\.\\d+)*',
      winget: ['Kaspersky.KasperskyVPNSecureConnection', 'Kaspersky.KasperskyVPN'],
    }),
    ...driverSignatures(/^kltap$/i, 'sign'),
    {
      table: 'files',
      weight: 'trace',
      reason: 'own-file',
      match: {
        path: { pattern: /^[a-z]:[\\/]windows[\\/](?:system32|sysnative)[\\/]drivers[\\/]kltap\.sys$/i },
      },
    },
    {
      table: 'networkBindings',
      weight: 'trace',
      reason: 'network-filter',
      match: { component: { is: ['kltap'] } },
    },
    {
      table: 'networkBindings',
      weight: 'trace',
      reason: 'network-filter',
      match: { adapter: { pattern: /^Kaspersky (?:Security Data Escort|VPN)(?: Adapter)?(?: #?\d+)?$/i } },
    },
  ],
  routes: [{ system: 'windows', kind: 'msi', phase: 'vpn', password: 'none-known' }],
  residue: [],
  hazards: ['vpn-kill-switch', 'subscription', 'network-filter'],
  sources: ['public inventories and removal scripts'],
  confidence: 'observed-in-logs',
};
