import type { Action } from '../model/plan.ts';
import type { Report } from '../model/report.ts';
import type { Problem, Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import type { ActionResult, Outcome, Run } from '../model/run.ts';
import { goodOutcomes } from '../model/run.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { ExecutionProgress, ExecutionResult, Executor, Journal, RunStore } from '../ports.ts';
import { seal } from '../report/seal.ts';
import type { Choices, Desk } from './conclude.ts';
import { checkChosen, concludeOpen, lookOf } from './conclude.ts';
import type { ScanPorts } from './scan.ts';
import { takeSnapshot } from './scan.ts';
import { verifyRun } from './verify.ts';

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

export interface RemovePorts extends ScanPorts {
  readonly executors: readonly Executor[];
  readonly store: RunStore;
  readonly onRemove: (progress: RemoveProgress) => void;
}

export interface Removed {
  /** Absent when there was nothing to do. */
  readonly runId?: string;
  readonly report: Report;
  /** What was done is done; when its report or last journal line could not be written, this says why. */
  readonly unsaved?: Problem;
}

/**
 * The whole road: look, plan, ask the guard, put the first look on disk, carry out one action after the other with a
 * journal line before and after each, look again, conclude. Every refusal happens before the first change.
 */
export const remove = async (desk: Desk, ports: RemovePorts, choices: Choices): Promise<Result<Removed>> => {
  const taken = await takeSnapshot(ports, desk.catalogue);
  if (!taken.ok) return taken;
  const first = concludeOpen(desk, taken.value, choices, ports.clock.now());
  const allowed = mayRemove(first, choices);
  if (!allowed.ok) return allowed;
  if (first.plan.actions.length === 0) return ok({ report: seal(first) });
  return carryOut(desk, ports, choices, taken.value, seal(first));
};

/** Every reason to stop before anything changes, the ones without a way round first. */
export const mayRemove = (report: Omit<Report, 'sha256'>, choices: Choices): Result<true> => {
  const chosen = checkChosen(report, choices.productIds);
  if (!chosen.ok) return chosen;
  const { blockedBy } = report.plan;
  const blocked = fail('blocked-by-hazard', { hazards: blockedBy.join(', ') });
  const stops = report.hazards.filter((hazard) => hazard.level === 'stop' && blockedBy.includes(hazard.id));
  if (stops.length > 0) return blocked;
  const willAct = report.plan.actions.some((action) => action.refusal === undefined);
  if (willAct && !report.host.elevated) return fail('needs-administrator');
  return blockedBy.length > 0 ? blocked : ok(true);
};

const carryOut = async (
  desk: Desk,
  ports: RemovePorts,
  choices: Choices,
  snapshot: Snapshot,
  first: Report,
): Promise<Result<Removed>> => {
  const { clock, store } = ports;
  const runId = store.newRunId();
  const opened = await store.create(runId, snapshot, first);
  if (!opened.ok) return opened;
  const journal = opened.value;
  const actions = first.plan.actions;
  const accepted = [...(choices.accepted ?? [])];
  const run = { id: runId, startedAt: clock.now(), accepted };
  const started = await journal.append({
    kind: 'run-started',
    at: run.startedAt,
    run: runId,
    actions,
    accepted,
  });
  if (!started.ok) return started;

  const results = await runActions(ports, journal, actions);
  ports.onRemove({ kind: 'looking-again' });
  const after = await takeSnapshot({ ...ports, cancellation: { aborted: false } }, desk.catalogue);
  if (!after.ok) return after;
  const cancelled = results.some((result) => result.outcome === 'cancelled');
  const ended: Run = { ...run, endedAt: clock.now(), actions: results, ...(cancelled ? { cancelled } : {}) };
  const before = lookOf(snapshot, first);
  const report = verifyRun(desk, { run: ended, planned: actions, first, before }, after.value, clock.now());

  const saved = await store.saveReport(runId, report);
  const closed = await journal.append({
    kind: 'run-ended',
    at: clock.now(),
    verdict: report.verdict,
    cancelled,
  });
  await journal.close();
  const unsaved = !saved.ok ? saved.problem : !closed.ok ? closed.problem : undefined;
  return ok({ runId, report, ...(unsaved === undefined ? {} : { unsaved }) });
};

const runActions = async (
  ports: RemovePorts,
  journal: Journal,
  actions: readonly Action[],
): Promise<ActionResult[]> => {
  const results: ActionResult[] = [];
  let journalled = true;
  for (const action of actions) {
    const reason = journalled ? reasonNotToStart(ports, action, actions, results) : 'not-started';
    const startedAt = ports.clock.now();
    if (reason === undefined)
      journalled = (await journal.append({ kind: 'action-started', at: startedAt, id: action.id })).ok;
    const end =
      reason !== undefined || !journalled
        ? { outcome: reason ?? ('not-started' as const) }
        : await execute(ports, action, actions, startedAt);
    const result: ActionResult = { id: action.id, ...end, startedAt, endedAt: ports.clock.now() };
    results.push(result);
    const written = await journal.append({ kind: 'action-ended', at: result.endedAt, result });
    journalled = journalled && written.ok;
    ports.onRemove({ kind: 'ended', result });
  }
  return results;
};

/** Why an action is left alone: refused by the plan, stopped by the person, or its way is barred by an earlier one. */
const reasonNotToStart = (
  ports: RemovePorts,
  action: Action,
  actions: readonly Action[],
  results: readonly ActionResult[],
): Outcome | undefined => {
  if (action.refusal === 'package-on-hold') return 'on-hold';
  if (action.refusal !== undefined) return 'not-started';
  if (ports.cancellation.aborted) return 'cancelled';
  const missed = results.filter((result) => !goodOutcomes.includes(result.outcome));
  if (missed.some((result) => result.outcome === 'busy')) return 'not-started';
  const ofSameProduct = missed.some(
    (result) => actions.find((other) => other.id === result.id)?.productId === action.productId,
  );
  // The agent is how its owner still reaches a product that stayed: it goes only when all others have gone.
  return ofSameProduct || (action.phase === 'agent' && missed.length > 0) ? 'not-started' : undefined;
};

const execute = async (
  ports: RemovePorts,
  action: Action,
  actions: readonly Action[],
  startedAt: string,
): Promise<ExecutionResult> => {
  // A parent's account, an app from a store: nobody but a person may do that, and we never press the vendor's buttons.
  if (action.kind === 'guided') return { outcome: 'needs-person' };
  const executor = ports.executors.find((candidate) => candidate.kind === action.kind);
  if (executor === undefined) return { outcome: 'tool-missing' };
  ports.onRemove({ kind: 'started', actionId: action.id, at: startedAt });
  const agreed = actions.filter((other) => other.refusal === undefined);
  const onProgress = (progress: ExecutionProgress): void =>
    ports.onRemove({ kind: 'progress', actionId: action.id, at: ports.clock.now(), progress });
  return executor.run(action, agreed, onProgress, ports.cancellation);
};
