import { z } from 'zod';
import { actionSchema } from '../model/plan.ts';
import { leftoverConsentSchema } from '../model/consent.ts';
import { verdicts } from '../model/report.ts';
import {
  keptReasons,
  leftBehindSchema,
  leftoverItemSchema,
  leftReasons,
  setAsideSchema,
} from '../model/leftover.ts';
import { reopenEndSchema } from '../model/reopen.ts';
import { acceptanceSchema, actionResultSchema } from '../model/run.ts';

/** What the person asked for beyond the removal itself. */
const leftoverWishSchema = z.object({
  /** Undefined: of every product that is gone. */
  productIds: z.array(z.string()).readonly().optional(),
  /** What the person was shown of them; undefined: they agreed to all that there may be. */
  consent: leftoverConsentSchema.optional(),
});
export type LeftoverWish = z.infer<typeof leftoverWishSchema>;

/** Who answers for what is accepted. */
const acceptedBySchema = acceptanceSchema.pick({ operator: true, account: true });
export type AcceptedBy = z.infer<typeof acceptedBySchema>;

/** How setting one thing aside ended. */
const leftoverEndSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set-aside'), done: setAsideSchema }),
  z.object({ kind: z.literal('left'), why: z.enum(leftReasons), detail: z.string().optional() }),
]);
export type LeftoverEnd = z.infer<typeof leftoverEndSchema>;

/** How putting one thing back ended. */
const restoreEndSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('restored') }),
  z.object({ kind: z.literal('kept'), why: z.enum(keptReasons), detail: z.string().optional() }),
]);
export type RestoreEnd = z.infer<typeof restoreEndSchema>;

const line = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), at: z.string(), ...shape });

/** One line of a run's journal, written before and after every change. */
export const journalEntrySchema = z.discriminatedUnion('kind', [
  line('run-started', {
    run: z.string(),
    actions: z.array(actionSchema).readonly(),
    accepted: z.array(z.string()).readonly(),
    by: acceptedBySchema.optional(),
    /** Tells one start of the computer from the next; absent where nothing tells it. */
    start: z.string().optional(),
    /** What is left of the products is to be set aside. */
    leftovers: leftoverWishSchema.optional(),
  }),
  /** The run goes on, perhaps after a restart. */
  line('run-resumed', {
    accepted: z.array(z.string()).readonly(),
    by: acceptedBySchema.optional(),
    start: z.string().optional(),
    /** From here on what is left is to be set aside, also what was put back before. */
    leftovers: leftoverWishSchema.optional(),
  }),
  line('action-started', { id: z.string() }),
  line('action-ended', { result: actionResultSchema }),
  /** `number` names the item's place in the quarantine, `sha256` what was written down of it there. */
  line('leftover-started', { item: leftoverItemSchema, number: z.int(), sha256: z.string() }),
  line('leftover-ended', { number: z.int(), end: leftoverEndSchema }),
  /** Every leftover was come to; `left` stays where it is. */
  line('leftovers-ended', { left: z.array(leftBehindSchema).readonly() }),
  /** From here on the leftovers of this run are left alone: a person wanted them back. */
  line('undo-started', {}),
  line('restore-started', { number: z.int() }),
  line('restore-ended', { number: z.int(), end: restoreEndSchema }),
  line('undo-ended', { restored: z.int(), refused: z.int() }),
  /** This program is registered to open again after a restart, or that is taken back. */
  line('reopen-started', { wanted: z.boolean() }),
  line('reopen-ended', { end: reopenEndSchema }),
  line('run-ended', { verdict: z.enum(verdicts), cancelled: z.boolean() }),
]);
export type JournalEntry = z.infer<typeof journalEntrySchema>;

/**
 * The number of the first line, from 1, that no run of this name can have written there: another run's journal, lines
 * in another order, or about things that the run never had. Undefined: there is none.
 */
export const strayLine = (entries: readonly JournalEntry[], run: string): number | undefined => {
  const [begun] = entries;
  if (begun === undefined) return undefined;
  if (begun.kind !== 'run-started' || begun.run !== run) return 1;
  const actions = new Set(begun.actions.map(({ id }) => id));
  const numbers = new Set<number>();
  const fits = (entry: JournalEntry): boolean => {
    switch (entry.kind) {
      case 'run-started':
        return false;
      case 'action-started':
        return actions.has(entry.id);
      case 'action-ended':
        return actions.has(entry.result.id);
      case 'leftover-started':
        numbers.add(entry.number);
        return true;
      case 'leftover-ended':
      case 'restore-started':
      case 'restore-ended':
        return numbers.has(entry.number);
      case 'run-resumed':
      case 'leftovers-ended':
      case 'undo-started':
      case 'undo-ended':
      case 'reopen-started':
      case 'reopen-ended':
      case 'run-ended':
        return true;
    }
  };
  const at = entries.findIndex((entry, index) => index > 0 && !fits(entry));
  return at === -1 ? undefined : at + 1;
};
