import type { Product } from '../../model/product.ts';
import { appSignatures } from '../mac-signatures.ts';

/**
 * The same folders, extension and receipts as the home product (`shared/mac.ts`). Its application's name tells it
 * apart, and so does the connector through which the agent manages it.
 */
export const macKes: Product = {
  id: 'mac-kes',
  name: 'Kaspersky Endpoint Security for Mac',
  family: 'endpoint',
  role: 'removable',
  systems: ['macos'],
  signatures: [
    ...appSignatures({
      names: /^Kaspersky Endpoint Security(?: \d+(?:\.\d+)*)?(?: for Mac)?(?:\.app)?$/i,
      paths: ['/Applications/Kaspersky Endpoint Security.app'],
    }),
    {
      table: 'files',
      weight: 'trace',
      reason: 'own-folder',
      match: { path: { vendorPath: /^klnagent_conf\/connectors\.d(?:\/|$)/ } },
    },
  ],
  routes: [
    {
      system: 'macos',
      kind: 'vendor-script',
      path: '/Library/Application Support/Kaspersky Lab/KAV/Binaries/UninstallScript',
      phase: 'product',
    },
    { system: 'macos', kind: 'guided', phase: 'product' },
  ],
  residue: [
    '/Library/Application Support/Kaspersky Lab/KAV',
    '/Library/Application Support/Kaspersky Lab/klconnector',
    '/Library/Application Support/Kaspersky Lab/klnagent_conf/connectors.d',
    '/Library/Caches/com.kaspersky.kav',
    '~/Library/Caches/com.kaspersky.kav',
    '~/Library/Preferences/com.kaspersky.kav.plist',
    '~/Library/Preferences/com.kaspersky.kav_agent.plist',
  ],
  hazards: ['managed-redeploy', 'macos-sysext', 'macos-shared-folder'],
  sources: [
    'a public deployment script that tests for Endpoint Security 12.1 and its agent',
    'the vendor’s support data collector',
  ],
  confidence: 'observed-in-logs',
};
