import { z } from 'zod';
import { problemSchema } from './problem-schema.ts';

/** Where and how this program was registered to open again once after a restart. */
export const registrationSchema = z.strictObject({
  /** Where the system keeps it: a file, or a key of the registry and the name of a value. */
  place: z.string(),
  opens: z.enum(['window', 'command-line']),
  /** The folder of the copy that is opened, where this program itself may be gone after the restart. */
  staged: z.string().optional(),
});
export type Registration = z.infer<typeof registrationSchema>;

/** How a change of that registration ended. A failed one loses nothing: the person opens the program by hand. */
export const reopenEndSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('registered'), registration: registrationSchema }),
  z.strictObject({ kind: z.literal('dropped') }),
  z.strictObject({ kind: z.literal('failed'), problem: problemSchema }),
]);
export type ReopenEnd = z.infer<typeof reopenEndSchema>;
