import { z } from 'zod';
import { detectionSchema } from './detection.ts';
import { unattributedSchema, uncheckedSchema } from './evidence.ts';
import { hazardFindingSchema } from './hazard.ts';
import { hostSchema } from './host.ts';
import { remainingSchema } from './leftover.ts';
import { planSchema } from './plan.ts';
import { protectionSchema } from './protection.ts';
import type { Result } from './result.ts';
import { fail, ok } from './result.ts';
import { runSchema } from './run.ts';
import { checkSchemaName, faultOf } from './schema-name.ts';

export const reportSchemaName = 'removal-assistant/report/1';

export const verdicts = [
  'found',
  'leftovers',
  'unknown',
  'clean',
  'removed',
  'restart-needed',
  'incomplete',
] as const;
export type Verdict = (typeof verdicts)[number];

/** Which PC of whose job this is: filled in by a person, printed on the report. */
export const subjectSchema = z.object({
  assetTag: z.string().optional(),
  ticket: z.string().optional(),
  operator: z.string().optional(),
  /** The directive, the order or the wish that it follows. */
  reason: z.string().optional(),
});
export type Subject = z.infer<typeof subjectSchema>;

/** One surface at one look: how the reading ended, how many rows were looked at, how many are signs of Kaspersky. */
export const surfaceSchema = z.object({
  table: z.string(),
  kind: z.enum(['ok', 'not-applicable', 'unavailable', 'denied', 'failed']),
  looked: z.number(),
  signs: z.number(),
  gaps: z.number(),
});
export type Surface = z.infer<typeof surfaceSchema>;

export const lookSchema = z.object({
  takenAt: z.string(),
  surfaces: z.array(surfaceSchema),
  detections: z.array(detectionSchema),
  unattributed: z.array(unattributedSchema),
});
export type Look = z.infer<typeof lookSchema>;

/**
 * The evidence. Of an identification alone, or of a run: then `before` and `after` hold both looks and the top level
 * says what is there now.
 */
export const reportSchema = z.object({
  schema: z.literal(reportSchemaName),
  createdAt: z.string(),
  /** When the computer was looked at: for a saved scan long before the report was written. */
  takenAt: z.string().optional(),
  tool: z.object({ name: z.string(), version: z.string(), catalogue: z.string() }),
  host: hostSchema,
  subject: subjectSchema.optional(),
  verdict: z.enum(verdicts),
  detections: z.array(detectionSchema),
  unattributed: z.array(unattributedSchema),
  hazards: z.array(hazardFindingSchema),
  unchecked: z.array(uncheckedSchema),
  surfaces: z.array(surfaceSchema),
  plan: planSchema,
  run: runSchema.optional(),
  before: lookSchema.optional(),
  after: lookSchema.optional(),
  /** Of a run whose products are gone, where somebody may still set leftovers aside. */
  remaining: remainingSchema.optional(),
  /** What else guards this computer now. */
  protection: protectionSchema.optional(),
  /** Whether names of people and serial numbers were replaced. Absent: nobody asked yet, so they stand as they are. */
  redacted: z.boolean().optional(),
  /** Over the RFC 8785 canonical JSON of everything else. It shows an alteration; it proves no author. */
  sha256: z.string(),
});
export type Report = z.infer<typeof reportSchema>;
export type UnsealedReport = Omit<Report, 'sha256'>;

/**
 * Reads a report back. The value handed out is the input itself, not a trimmed copy: a digest covers every field,
 * also those that this version does not know.
 */
export const parseReport = (input: unknown): Result<Report> => {
  const name = checkSchemaName(input, reportSchemaName);
  if (!name.ok) return name;
  const parsed = reportSchema.safeParse(input);
  return parsed.success ? ok(input as Report) : fail('bad-report', faultOf(parsed.error));
};
