import { z } from 'zod';
import { leftoversSchema } from './leftover.ts';

/** How one action ended. */
export const outcomes = [
  'removed',
  'already-gone',
  'restart-needed',
  'still-there',
  'failed',
  'busy',
  'on-hold',
  'would-remove-others',
  'wrong-password-or-rights',
  'cancelled',
  'not-started',
  'tool-missing',
  'needs-person',
  /** Waits for the restart that an earlier action asked for. */
  'after-restart',
  /** Nobody waited for its uninstaller to the end; it may still be at work. */
  'left-running',
  'blocked-by-policy',
  'source-missing',
  'untrusted-program',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Outcomes after which the action's goal is reached, some once the computer has been restarted. */
export const goodOutcomes: readonly Outcome[] = ['removed', 'already-gone', 'restart-needed'];

export const actionResultSchema = z.object({
  id: z.string(),
  outcome: z.enum(outcomes),
  /** The vendor's or the package manager's own exit code. */
  exitCode: z.number().optional(),
  /** The last lines that the package manager wrote when it did not reach the goal. */
  detail: z.string().optional(),
  startedAt: z.string(),
  endedAt: z.string(),
});
export type ActionResult = z.infer<typeof actionResultSchema>;

/** `20261123-210512-4f3a9c`-like: UTC date and time, and a random part. The strict shape keeps `..` and `/` out of paths. */
export const runIdShape = /^\d{8}-\d{6}-[0-9a-f]{6}$/;

export const isRunId = (text: string): boolean => runIdShape.test(text);
/** One hazard that somebody answered for. */
export const acceptanceSchema = z.object({
  hazard: z.string(),
  /** When the run began, or went on, with that answer. */
  at: z.string(),
  /** Who says to have done it. */
  operator: z.string().optional(),
  /** Whose account it was, as the system knows it: a name, a user id or a SID. */
  account: z.string().optional(),
});
export type Acceptance = z.infer<typeof acceptanceSchema>;

export const runSchema = z.object({
  id: z.string(),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  actions: z.array(actionResultSchema),
  accepted: z.array(z.string()),
  /** Who accepted each of them, and when. */
  acceptances: z.array(acceptanceSchema).optional(),
  cancelled: z.boolean().optional(),
  /** Present when they were to be set aside and the products were gone. */
  leftovers: leftoversSchema.optional(),
});
export type Run = z.infer<typeof runSchema>;

/** Something of a report's run goes for good, or is begun, only when the computer was started anew. */
export const waitsForRestart = ({ run }: { readonly run?: Pick<Run, 'actions'> | undefined }): boolean =>
  run?.actions.some(({ outcome }) => outcome === 'restart-needed' || outcome === 'after-restart') === true;
