import type { Action } from '../model/plan.ts';
import type { LeftoverConsent } from '../model/consent.ts';
import type { Verdict } from '../model/report.ts';
import type { KeptReason, LeftBehind, LeftReason, LeftoverItem, SetAside } from '../model/leftover.ts';
import type { Acceptance, ActionResult } from '../model/run.ts';

/** What the person asked for beyond the removal itself. */
export interface LeftoverWish {
  /** Undefined: of every product that is gone. */
  readonly productIds?: readonly string[];
  /** What the person was shown of them; undefined: they agreed to all that there may be. */
  readonly consent?: LeftoverConsent;
}

/** Who answers for what is accepted. */
export type AcceptedBy = Pick<Acceptance, 'operator' | 'account'>;

/** How setting one thing aside ended. */
export type LeftoverEnd =
  | { readonly kind: 'set-aside'; readonly done: SetAside }
  | { readonly kind: 'left'; readonly why: LeftReason; readonly detail?: string };

/** How putting one thing back ended. */
export type RestoreEnd =
  | { readonly kind: 'restored' }
  | { readonly kind: 'kept'; readonly why: KeptReason; readonly detail?: string };

/** One line of a run's journal, written before and after every change. */
export type JournalEntry =
  | {
      readonly kind: 'run-started';
      readonly at: string;
      readonly run: string;
      readonly actions: readonly Action[];
      readonly accepted: readonly string[];
      readonly by?: AcceptedBy;
      /** Tells one start of the computer from the next; absent where nothing tells it. */
      readonly start?: string;
      /** What is left of the products is to be set aside. */
      readonly leftovers?: LeftoverWish;
    }
  /** The run goes on, perhaps after a restart. */
  | {
      readonly kind: 'run-resumed';
      readonly at: string;
      readonly accepted: readonly string[];
      readonly by?: AcceptedBy;
      readonly start?: string;
      /** From here on what is left is to be set aside, also what was put back before. */
      readonly leftovers?: LeftoverWish;
    }
  | { readonly kind: 'action-started'; readonly at: string; readonly id: string }
  | { readonly kind: 'action-ended'; readonly at: string; readonly result: ActionResult }
  /** `number` names the item's place in the quarantine, `sha256` what was written down of it there. */
  | {
      readonly kind: 'leftover-started';
      readonly at: string;
      readonly item: LeftoverItem;
      readonly number: number;
      readonly sha256: string;
    }
  | {
      readonly kind: 'leftover-ended';
      readonly at: string;
      readonly number: number;
      readonly end: LeftoverEnd;
    }
  /** Every leftover was come to; `left` stays where it is. */
  | { readonly kind: 'leftovers-ended'; readonly at: string; readonly left: readonly LeftBehind[] }
  /** From here on the leftovers of this run are left alone: a person wanted them back. */
  | { readonly kind: 'undo-started'; readonly at: string }
  | { readonly kind: 'restore-started'; readonly at: string; readonly number: number }
  | {
      readonly kind: 'restore-ended';
      readonly at: string;
      readonly number: number;
      readonly end: RestoreEnd;
    }
  | { readonly kind: 'undo-ended'; readonly at: string; readonly restored: number; readonly refused: number }
  | {
      readonly kind: 'run-ended';
      readonly at: string;
      readonly verdict: Verdict;
      readonly cancelled: boolean;
    };
