import { z } from 'zod';

/** A part of a table that could not be read: one hive, one browser, one package manager, one folder. */
export const gapSchema = z.object({
  source: z.string(),
  kind: z.enum(['denied', 'failed']),
  why: z.string(),
});
export type Gap = z.infer<typeof gapSchema>;

/**
 * The answer of a probe. "Could not look" is never "not there": only `ok` says anything about presence,
 * and `gaps` name what even an `ok` answer leaves open.
 */
export const readingSchema = <Row extends z.ZodType>(row: Row) =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ok'), rows: z.array(row), gaps: z.array(gapSchema).optional() }),
    z.object({ kind: z.literal('not-applicable'), why: z.string() }),
    z.object({ kind: z.literal('unavailable'), why: z.string() }),
    z.object({ kind: z.literal('denied'), why: z.string() }),
    z.object({ kind: z.literal('failed'), why: z.string() }),
  ]);

export type Reading<Row = Readonly<Record<string, unknown>>> =
  | { readonly kind: 'ok'; readonly rows: readonly Row[]; readonly gaps?: readonly Gap[] | undefined }
  | { readonly kind: 'not-applicable' | 'unavailable' | 'denied' | 'failed'; readonly why: string };

export type ReadingKind = Reading['kind'];

export const okReading = <Row>(rows: readonly Row[], gaps: readonly Gap[] = []): Reading<Row> =>
  gaps.length === 0 ? { kind: 'ok', rows } : { kind: 'ok', rows, gaps };
