import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';

/** The published hazard ids, each with its usual level. `fde` and `fle` fall to *confirm* when nothing active is seen. */
export const hazardLevels = {
  fde: 'stop',
  fle: 'stop',
  'server-role': 'stop',
  'mail-flow': 'stop',
  'removable-encryption': 'confirm',
  'bitlocker-managed': 'confirm',
  'kpm-vault': 'confirm',
  'encrypted-vault': 'confirm',
  'backup-restore': 'confirm',
  quarantine: 'confirm',
  'managed-redeploy': 'confirm',
  'pending-reboot': 'confirm',
  'vpn-kill-switch': 'confirm',
  'network-isolation': 'confirm',
  'app-control-default-deny': 'confirm',
  parental: 'confirm',
  'low-disk': 'confirm',
  'remote-session': 'confirm',
  'self-defence': 'inform',
  'password-protection': 'inform',
  'msi-busy': 'inform',
  'network-filter': 'inform',
  'input-filters': 'inform',
  'orphan-driver-service': 'inform',
  'no-antivirus-after': 'inform',
  'https-root-cert': 'inform',
  subscription: 'inform',
  ultraav: 'inform',
  'macos-sysext': 'inform',
  'macos-shared-folder': 'inform',
  'third-party-removers': 'inform',
  'multi-os-updates': 'inform',
  'legal-scope': 'inform',
  'on-battery': 'inform',
} as const satisfies Record<string, HazardLevel>;

export const hazardLevelSchema = z.enum(['stop', 'confirm', 'inform']);
export type HazardLevel = z.infer<typeof hazardLevelSchema>;
export type HazardId = keyof typeof hazardLevels;
export const hazardIds = Object.keys(hazardLevels) as readonly HazardId[];
export const hazardIdSchema = z.enum(hazardIds as [HazardId, ...HazardId[]]);
export const isHazardId = (id: string): id is HazardId => Object.hasOwn(hazardLevels, id);

/** Why a row shows a hazard, where no product's own reason says it already. `core/text` says it in words. */
export type HazardReason =
  | 'filter-attached'
  | 'pre-boot'
  | 'encryption-unclear'
  | 'bitlocker-managed'
  | 'vault-file'
  | 'setting'
  | 'restart-pending'
  | 'installer-running'
  | 'file-gone';

/** A hazard that applies to this computer now. */
export const hazardFindingSchema = z.object({
  id: hazardIdSchema,
  level: hazardLevelSchema,
  state: z.enum(['present', 'could-not-check']),
  productIds: z.array(z.string()),
  evidence: z.array(evidenceSchema),
});
export type HazardFinding = z.infer<typeof hazardFindingSchema>;
