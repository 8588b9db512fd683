import type { Action } from '../model/plan.ts';
import type { ActionResult, Outcome } from '../model/run.ts';
import { goodOutcomes } from '../model/run.ts';
import type { Secret } from '../model/secret.ts';
import type { Cancellation, Clock, ExecutionProgress, ExecutionResult, Executor, Journal } from '../ports.ts';

export type RemoveProgress =
  | { readonly kind: 'started'; readonly actionId: string; readonly at: string }
  | {
      readonly kind: 'progress';
      readonly actionId: string;
      readonly at: string;
      readonly progress: ExecutionProgress;
    }
  | { readonly kind: 'ended'; readonly result: ActionResult }
  | { readonly kind: 'looking-again' };

/** What actions are carried out with. */
export interface ActPorts {
  readonly executors: readonly Executor[];
  readonly clock: Clock;
  readonly cancellation: Cancellation;
  readonly onRemove: (progress: RemoveProgress) => void;
  /** What the person gave for the product of an action; undefined: nothing. */
  readonly passwordFor?: (action: Action) => Secret | undefined;
}

/** Where the actions of a run stand before more of them are carried out. */
export interface Standing {
  /** Every action of the run, in its order. */
  readonly planned: readonly Action[];
  /** Results that stand, by action id: those actions are not touched again. */
  readonly settled: ReadonlyMap<string, ActionResult>;
  /** How an action ends at once, because a fresh look has answered it already. */
  readonly answered: ReadonlyMap<string, Outcome>;
  /** Actions whose restart has not happened yet. */
  readonly awaitingRestart: ReadonlySet<string>;
  /**
   * Actions that were cut off and are begun again, and how they ended should their target go before that: what the cut
   * left running may only now have come to its end.
   */
  readonly cutOff: ReadonlyMap<string, Outcome>;
}

export const untouched = (planned: readonly Action[]): Standing => ({
  planned,
  settled: new Map(),
  answered: new Map(),
  awaitingRestart: new Set(),
  cutOff: new Map(),
});

/**
 * One action after the other, with a line in the journal before and after each. When a line cannot be written,
 * nothing more is begun.
 */
export const runActions = async (
  ports: ActPorts,
  journal: Journal,
  standing: Standing,
): Promise<ActionResult[]> => {
  const results: ActionResult[] = [];
  let journalled = true;
  for (const action of standing.planned) {
    const settled = standing.settled.get(action.id);
    if (settled !== undefined) {
      results.push(settled);
      continue;
    }
    const reason = journalled ? reasonNotToStart(ports, action, standing, results) : 'not-started';
    const startedAt = ports.clock.now();
    if (reason === undefined)
      journalled = (await journal.append({ kind: 'action-started', at: startedAt, id: action.id })).ok;
    const end =
      reason !== undefined || !journalled
        ? { outcome: reason ?? ('not-started' as const) }
        : endOfCutOff(standing, action, await execute(ports, action, standing.planned, startedAt));
    const result: ActionResult = { id: action.id, ...end, startedAt, endedAt: ports.clock.now() };
    results.push(result);
    const written = await journal.append({ kind: 'action-ended', at: result.endedAt, result });
    journalled = journalled && written.ok;
    ports.onRemove({ kind: 'ended', result });
  }
  return results;
};

const endOfCutOff = ({ cutOff }: Standing, { id }: Action, end: ExecutionResult): ExecutionResult =>
  end.outcome === 'already-gone' ? { ...end, outcome: cutOff.get(id) ?? end.outcome } : end;

/** Why an action is left alone: answered already, refused by the plan, stopped by the person, or barred by an earlier one. */
const reasonNotToStart = (
  ports: ActPorts,
  action: Action,
  standing: Standing,
  results: readonly ActionResult[],
): Outcome | undefined => {
  const answer = standing.answered.get(action.id);
  if (answer !== undefined) return answer;
  if (action.refusal === 'package-on-hold') return 'on-hold';
  if (action.refusal !== undefined) return 'not-started';
  if (ports.cancellation.aborted) return 'cancelled';
  const missed = results.filter((result) => !goodOutcomes.includes(result.outcome));
  // Somebody else's installer, or one that was left to itself, is at work: two at once is what nobody planned.
  if (missed.some(({ outcome }) => outcome === 'busy' || outcome === 'left-running')) return 'not-started';
  const ofSameProduct = missed.some(
    (result) => standing.planned.find((other) => other.id === result.id)?.productId === action.productId,
  );
  if (ofSameProduct) return 'not-started';
  return action.phase === 'agent' ? reasonForAgent(standing, results, missed) : undefined;
};

/**
 * The agent is how its owner still reaches a product that stayed: it goes only when all others have gone, and a
 * product that waits for a restart has gone when it came back from that.
 */
const reasonForAgent = (
  { settled, awaitingRestart }: Standing,
  results: readonly ActionResult[],
  missed: readonly ActionResult[],
): Outcome | undefined => {
  if (missed.length > 0) return 'not-started';
  const waits = results.some(
    ({ id, outcome }) => outcome === 'restart-needed' && (!settled.has(id) || awaitingRestart.has(id)),
  );
  return waits ? 'after-restart' : undefined;
};

const execute = async (
  ports: ActPorts,
  action: Action,
  planned: readonly Action[],
  startedAt: string,
): Promise<ExecutionResult> => {
  // A parent's account, an app from a store: nobody but a person may do that, and we never press the vendor's buttons.
  if (action.kind === 'guided') return { outcome: 'needs-person' };
  const executor = ports.executors.find((candidate) => candidate.kind === action.kind);
  if (executor === undefined) return { outcome: 'tool-missing' };
  ports.onRemove({ kind: 'started', actionId: action.id, at: startedAt });
  return executor.run(action, {
    agreed: planned.filter((other) => other.refusal === undefined),
    onProgress: (progress) =>
      ports.onRemove({ kind: 'progress', actionId: action.id, at: ports.clock.now(), progress }),
    cancellation: ports.cancellation,
    password: ports.passwordFor?.(action),
  });
};
