import { z } from 'zod';
import { isProblemCode } from './exit-codes.ts';
import type { ProblemCode } from './result.ts';

/** A Problem that comes from outside: only known codes have a sentence. */
export const problemSchema = z.strictObject({
  code: z.custom<ProblemCode>((value) => typeof value === 'string' && isProblemCode(value)),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
