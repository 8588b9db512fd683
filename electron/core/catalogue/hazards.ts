import type { HazardId } from '../model/hazard.ts';
import type { Host } from '../model/host.ts';

/** When a hazard applies: its product works here, a product that names it works here, or the host itself is in that state. */
export type HazardSign =
  | { readonly kind: 'product-named' }
  | { readonly kind: 'product-here'; readonly ids: readonly string[] }
  | { readonly kind: 'any-product' }
  | { readonly kind: 'host'; readonly holds: (host: Host) => boolean };

export interface HazardRule {
  readonly id: HazardId;
  readonly sign: HazardSign;
}

/** Room that an uninstaller and saved leftovers need on the system volume. */
const enoughBytes = 2_000_000_000;

/**
 * What has to be thought of before the first change. The level of each is in `model/hazard.ts`.
 * What no machine can read (an order, a subscription) is listed as soon as the product that causes it is there.
 */
export const hazardRules: readonly HazardRule[] = [
  { id: 'server-role', sign: { kind: 'product-named' } },
  { id: 'mail-flow', sign: { kind: 'product-named' } },
  { id: 'managed-redeploy', sign: { kind: 'product-here', ids: ['linux-nagent'] } },
  {
    id: 'low-disk',
    sign: { kind: 'host', holds: (host) => host.freeBytes !== undefined && host.freeBytes < enoughBytes },
  },
  { id: 'remote-session', sign: { kind: 'host', holds: (host) => host.remoteSession === true } },
  { id: 'on-battery', sign: { kind: 'host', holds: (host) => host.onBattery === true } },
  {
    id: 'no-antivirus-after',
    sign: { kind: 'host', holds: (host) => host.os !== 'windows' || host.server === true },
  },
  { id: 'multi-os-updates', sign: { kind: 'any-product' } },
  { id: 'legal-scope', sign: { kind: 'any-product' } },
];
