import { z } from 'zod';

export const directiveSchemaName = 'removal-assistant/directive/1';

/**
 * What a phase of a directive is measured by, in computers: `looked` at whole; `planned`, with a plan that nothing
 * stops; `begun`, with a removal that was started; `gone`, with no product left; `person`: no machine can tell.
 */
export const phaseMeasures = ['looked', 'planned', 'begun', 'gone', 'person'] as const;
export type PhaseMeasure = (typeof phaseMeasures)[number];

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'not a date like 2026-10-01');

export const phaseSchema = z.strictObject({
  id: z.string().min(1),
  /** Without it the phase is called by what it is measured by. */
  name: z.string().optional(),
  /** Calendar days after the start. */
  days: z.number().int().min(0).max(36_500),
  measure: z.enum(phaseMeasures),
});

/** An order with a clock. A file of one's own has the same shape as what is built in. */
export const directiveSchema = z.strictObject({
  schema: z.literal(directiveSchemaName),
  id: z.string().min(1),
  name: z.string().min(1),
  /** The day on which the clock starts, as YYYY-MM-DD. */
  start: day,
  /** Where the text can be read. */
  source: z.string().optional(),
  phases: z.array(phaseSchema).min(1).max(50),
});
export type Directive = z.infer<typeof directiveSchema>;
