import type { Product } from '../../model/product.ts';
import { appSignatures } from '../mac-signatures.ts';

/**
 * The home line, under all its names. What it shares with Endpoint Security is declared in `shared/mac.ts`; here stands
 * only what is its own, the application.
 */
export const macConsumer: Product = {
  id: 'mac-consumer',
  name: 'Kaspersky for Mac',
  family: 'home',
  role: 'removable',
  systems: ['macos'],
  signatures: [
    {
      table: 'apps',
      weight: 'proof',
      reason: 'bundle-id',
      match: { bundleId: { is: ['com.kaspersky.kav'] } },
    },
    ...appSignatures({
      names:
        /^Kaspersky(?: Lab)?(?: (?:Anti-?Virus|Internet Security|Total Security|Security Cloud|Free|Basic|Standard|Plus|Premium))?(?: 20\d\d)?(?: for Mac)?(?:\.app)?$/i,
      paths: [
        '/Applications/Kaspersky Anti-Virus For Mac.app',
        '/Applications/Kaspersky Internet Security.app',
        '/Applications/Kaspersky.app',
      ],
    }),
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
    '/Library/Caches/com.kaspersky.kav',
    '~/Library/Caches/com.kaspersky.kav',
    '~/Library/Preferences/com.kaspersky.kav.plist',
    '~/Library/Preferences/com.kaspersky.kav2012.plist',
    '~/Library/Preferences/com.kaspersky.kav_agent.plist',
    '~/Library/Safari/Extensions/KasperskyURLAdvisor.safariextz',
    '~/Library/Safari/Extensions/KasperskyVirtualKeyboard.safariextz',
    '/Library/Contextual Menu Items/KavFinderCMPlugIn.plugin',
  ],
  hazards: ['macos-sysext', 'macos-shared-folder', 'subscription', 'password-protection'],
  sources: [
    'an uninstall script shipped with an older Kaspersky Anti-Virus for Mac',
    'public notes on Kaspersky Anti-Virus For Mac 26.0',
    'the vendor’s support data collector',
  ],
  confidence: 'observed-in-logs',
};
