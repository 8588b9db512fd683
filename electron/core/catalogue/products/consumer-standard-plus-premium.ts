import type { Product } from '../../model/product.ts';
import { named } from '../windows-names.ts';
import { windowsSignatures } from '../windows-signatures.ts';

/** The word alone, in any script, at most with a version. */
const bareName =
  /^\s*(?:Kaspersky|卡巴斯基|カスペルスキー|카스퍼스키)(?:\s?(?:®|™))?(?:\s+\(?v?\d[\d.]*\)?)?\s*$/i;

/** One application since 2022, named just "Kaspersky" in the list of programs; the plan decides what it shows. The bare word
 * counts only with the vendor’s name or folder, or with a version of this generation. */
export const consumerStandardPlusPremium: Product = {
  id: 'consumer-standard-plus-premium',
  name: 'Kaspersky Standard, Plus or Premium',
  family: 'home',
  role: 'removable',
  systems: ['windows'],
  signatures: [
    ...windowsSignatures({
      names: [
        named('$K (?:Standard|Plus|Premium|Basic|Essential)'),
        named(
          '$K (?:スタンダード|プラス|プレミアム|스탠다드|플러스|프리미엄|标准版|標準版|增强版|高级版|尊享版|全方位版)',
        ),
      ],
      commonNames: [bareName],
      folders: /^kaspersky(?: (?:standard|plus|premium|basic))?(?: \d+(?:\.\d+)*)?(?:\/|$)/,
      winget: ['Kaspersky.Kaspersky'],
    }),
    {
      table: 'programs',
      weight: 'sign',
      reason: 'program-name',
      match: {
        name: { pattern: bareName },
        version: { pattern: /^2[1-9]\.\d[\d.]*$/ },
        publisher: { absent: true },
        installLocation: { absent: true },
      },
    },
  ],
  routes: [
    { system: 'windows', kind: 'msi', phase: 'product', password: 'none-known' },
    { system: 'windows', kind: 'vendor-uninstaller', phase: 'product' },
  ],
  residue: [],
  hazards: [
    'self-defence',
    'password-protection',
    'quarantine',
    'network-filter',
    'input-filters',
    'https-root-cert',
    'subscription',
    'no-antivirus-after',
    'encrypted-vault',
    'orphan-driver-service',
  ],
  sources: ['public inventories and registry logs', 'the vendor’s removal guides'],
  confidence: 'observed-in-logs',
};
