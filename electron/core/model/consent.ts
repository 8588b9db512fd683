import { z } from 'zod';
import { hazardIdSchema, hazardLevelSchema } from './hazard.ts';

const productIds = z.array(z.string().regex(/^[a-z0-9-]{1,64}$/)).max(64);
/** Ids and targets hold names that the machine gives: of packages, of registry keys, of a vendor's script. */
const name = z.string().min(1).max(1_024);

const itemIds = z.array(z.string().min(1).max(4_200)).max(4_096).refine(isUnique, 'twice the same');

/** Leftovers that a person was shown, by id: those to be set aside, and those that were to stay. */
export const leftoverConsentSchema = z.strictObject({ agreed: itemIds, declined: itemIds });
export type LeftoverConsent = z.infer<typeof leftoverConsentSchema>;

/**
 * What a person agreed to, as the window showed it. It comes from a process without rights, so it is bounded, nothing
 * in it may stand twice, and it is only ever compared with: nothing of it is carried out.
 */
export const consentSchema = z.strictObject({
  productIds: productIds.min(1).refine(isUnique, 'twice the same'),
  actions: z
    .array(z.strictObject({ id: name, target: name }))
    .max(512)
    .refine((actions) => isUnique(actions.map(({ id }) => id)), 'twice the same'),
  /** Hazards that were shown and answered for, with the products that they were about then. */
  hazards: z
    .array(z.strictObject({ id: hazardIdSchema, level: hazardLevelSchema, productIds }))
    .max(64)
    .refine((hazards) => isUnique(hazards.map(({ id }) => id)), 'twice the same'),
  /** Absent: what is left is only told. */
  leftovers: leftoverConsentSchema.optional(),
});
export type Consent = z.infer<typeof consentSchema>;

/** How a fresh look goes beyond what was agreed to. At least one of the lists has something in it. */
export const changeSchema = z.strictObject({
  /** Ids of actions that nobody agreed to, in the order of the plan. */
  actions: z.array(z.string()),
  /** Hazards that were not shown and accepted, or are worse than those that were. */
  hazards: z.array(hazardIdSchema),
  /** Products that were chosen and are not here by that id any more. */
  products: z.array(z.string()),
  /** Ids of leftovers that were not shown; absent where none were to be set aside. */
  leftovers: z.array(z.string()).optional(),
});
export type Change = z.infer<typeof changeSchema>;

function isUnique(list: readonly string[]): boolean {
  return new Set(list).size === list.length;
}
