import { z } from 'zod';

/** Why an action cannot be carried out although its product is here. */
export const refusals = ['package-on-hold', 'no-route'] as const;
export type Refusal = (typeof refusals)[number];

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

/**
 * One step of a plan. The engine derives it from its own catalogue and readings; nobody hands one in.
 * `title` is the plain English line of a report; windows build their own from the fields.
 */
export const actionSchema = z.object({
  id: z.string(),
  productId: z.string(),
  kind: z.literal('remove-package'),
  phase: z.enum(removalPhases),
  title: z.string(),
  needsElevation: z.boolean(),
  undo: z.string().optional(),
  manager: z.enum(packageManagers),
  package: z.string(),
  version: z.string().optional(),
  refusal: z.enum(refusals).optional(),
});
export type Action = z.infer<typeof actionSchema>;

export const planSchema = z.object({
  actions: z.array(actionSchema),
  blockedBy: z.array(z.string()),
});
export type Plan = z.infer<typeof planSchema>;
