import type { Action } from '../model/plan.ts';
import type { Verdict } from '../model/report.ts';
import type { ActionResult } from '../model/run.ts';

/** One line of a run's journal, written before and after every change. */
export type JournalEntry =
  | {
      readonly kind: 'run-started';
      readonly at: string;
      readonly run: string;
      readonly actions: readonly Action[];
      readonly accepted: readonly string[];
      /** Tells one start of the computer from the next; absent where nothing tells it. */
      readonly start?: string;
    }
  /** The run goes on, perhaps after a restart. */
  | {
      readonly kind: 'run-resumed';
      readonly at: string;
      readonly accepted: readonly string[];
      readonly start?: string;
    }
  | { readonly kind: 'action-started'; readonly at: string; readonly id: string }
  | { readonly kind: 'action-ended'; readonly at: string; readonly result: ActionResult }
  | {
      readonly kind: 'run-ended';
      readonly at: string;
      readonly verdict: Verdict;
      readonly cancelled: boolean;
    };
