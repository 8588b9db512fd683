import { z } from 'zod';
import { leftoverItemSchema } from './leftover.ts';

/** Why an action cannot be carried out although its product is here. */
export const refusals = ['package-on-hold', 'no-route'] as const;
export type Refusal = (typeof refusals)[number];

/** How Windows Installer hands a password on to a product: the names of the properties that the product reads. */
export const passwordProperties = ['KLLOGIN+KLPASSWD', 'KLUNINSTPASSWD', 'UNLOCK_PASSWORD'] as const;
export type PasswordProperty = (typeof passwordProperties)[number];

export const packageManagers = ['dpkg', 'rpm'] as const;
export type PackageManager = (typeof packageManagers)[number];

/**
 * The order of every plan. The interface depends on its product; a parent ends supervision first; home products go
 * before VPN and passwords; an encryption module after what used it; the agent, which could install all of it again, last.
 */
export const removalPhases = [
  'interface',
  'parental',
  'product',
  'vpn',
  'passwords',
  'module',
  'agent',
] as const;
export type RemovalPhase = (typeof removalPhases)[number];

const common = {
  id: z.string(),
  productId: z.string(),
  phase: z.enum(removalPhases),
  title: z.string(),
  needsElevation: z.boolean(),
  undo: z.string().optional(),
  version: z.string().optional(),
  refusal: z.enum(refusals).optional(),
};

/**
 * One step of a plan. The engine derives it from its own catalogue and readings; nobody hands one in.
 * `title` is the plain English line of a report; windows build their own from the fields.
 */
export const actionSchema = z.discriminatedUnion('kind', [
  /** By the machine's own package manager. */
  z.object({
    ...common,
    kind: z.literal('remove-package'),
    manager: z.enum(packageManagers),
    package: z.string(),
  }),
  /** By Windows Installer, with the product code that stands on the machine. */
  z.object({
    ...common,
    kind: z.literal('run-msi'),
    productCode: z.string(),
    password: z.enum(passwordProperties).optional(),
  }),
  /**
   * By the uninstall command of a machine-wide program entry: `entry` is the name of its key, `view` the half of the
   * registry. The command is read from there when the time has come, never taken from here.
   */
  z.object({
    ...common,
    kind: z.literal('run-uninstaller'),
    entry: z.string(),
    view: z.enum(['64', '32']),
  }),
  /** By the script that the vendor installs with the product. */
  z.object({ ...common, kind: z.literal('run-vendor-script'), path: z.string() }),
  /** By a person, in the vendor's own window. */
  z.object({ ...common, kind: z.literal('guided') }),
]);
export type Action = z.infer<typeof actionSchema>;
export type ActionOf<Kind extends Action['kind']> = Extract<Action, { kind: Kind }>;

export const planSchema = z.object({
  actions: z.array(actionSchema),
  blockedBy: z.array(z.string()),
  /** Places in which something may be left that is set aside afterwards; present when that was asked for. */
  leftovers: z.array(leftoverItemSchema).optional(),
});
export type Plan = z.infer<typeof planSchema>;
