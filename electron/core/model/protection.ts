import { z } from 'zod';

/** An antivirus that is not Kaspersky's, as the system's own list names it. */
export const guardianSchema = z.object({
  name: z.string(),
  /** In the words of that list: `on`, `off`, `snoozed`, `expired`; absent where it does not say. */
  state: z.string().optional(),
});

/**
 * What else protects a computer. `active`: another antivirus is on. `none`: the whole list was read and none is.
 * `unknown`: it could not be read. `not-listed`: this kind of system keeps no such list.
 */
export const protectionSchema = z.object({
  state: z.enum(['active', 'none', 'unknown', 'not-listed']),
  others: z.array(guardianSchema),
});
export type Protection = z.infer<typeof protectionSchema>;

/** Whether such a state means that it is guarding. */
export const isOn = (state: string | undefined): boolean =>
  ['on', 'active', 'enabled', 'running'].includes((state ?? '').trim().toLowerCase());
