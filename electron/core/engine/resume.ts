import type { Action } from '../model/plan.ts';
import type { Report, UnsealedReport } from '../model/report.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import type { ActionResult, Outcome } from '../model/run.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { acceptancesIn, acceptedBy } from './acceptances.ts';
import { blockers } from './guard.ts';
import type { Standing } from './carry-out.ts';
import type { Choices, Desk } from './conclude.ts';
import { concludeOpen, foreseen } from './conclude.ts';
import type { JournalEntry, LeftoverWish } from './journal.ts';
import { checkCutOff, settleCutOff } from './leftover-stage.ts';
import { targetOf, targetsHere } from './plan.ts';
import type { Removed, RemovePorts } from './remove.ts';
import { goOn, mayRemove } from './remove.ts';
import type { RunHistory } from './run-history.ts';
import { awaitingRestart, runFromJournal } from './run-history.ts';
import { takeSnapshot } from './scan.ts';

/** A run as it was left: what it saw at first, and its journal. */
export interface LeftRun {
  readonly id: string;
  readonly before: Snapshot;
  readonly found: Report;
  readonly entries: readonly JournalEntry[];
}

/** What the person adds when a run goes on. `own`: this tool's own folders and files. */
export type Additions = Pick<Choices, 'accepted' | 'subject'> & {
  readonly own?: readonly string[];
  /** What is left is to be set aside from now on. */
  readonly wish?: LeftoverWish;
};

/** Ends that another try may change: not begun, not waited for, or wanting for something that can be had now. */
const openOutcomes: ReadonlySet<Outcome> = new Set<Outcome>([
  'not-started',
  'cancelled',
  'after-restart',
  'left-running',
  'busy',
  'on-hold',
  'wrong-password-or-rights',
  'needs-person',
]);

/** What is left of a run on this computer as it is now. */
export interface Remainder {
  readonly standing: Standing;
  /** What would be begun. Empty: there is nothing to do but to look. */
  readonly toDo: readonly Action[];
  /** The fresh look, with what stands in the way of `toDo`. */
  readonly report: UnsealedReport;
}

/**
 * What is left of a run, from its journal and a fresh look alone. An action that has ended is never begun again; one
 * that was cut off is begun again only when its target is still there.
 */
export const remainderOf = (
  desk: Desk,
  history: RunHistory,
  fresh: Snapshot,
  start: string | undefined,
  additions: Additions,
  now: string,
): Remainder => {
  const open = concludeOpen(desk, fresh, { subject: additions.subject }, now);
  const here = targetsHere(desk.catalogue, open.detections, history.leftovers.wish !== undefined);
  const waiting = new Set(awaitingRestart(history, start));
  const settled = new Map<string, ActionResult>();
  const answered = new Map<string, Outcome>();
  for (const result of history.run.actions)
    if (!openOutcomes.has(result.outcome) && !history.interrupted.has(result.id))
      settled.set(result.id, result);
  const planned = history.planned.map((action) => asItIsNow(action, here.get(targetOf(action))));
  for (const action of planned.filter(({ id }) => !settled.has(id))) {
    const waits = waiting.size > 0 || [...answered.values()].includes('restart-needed');
    if (!here.has(targetOf(action))) answered.set(action.id, endOfGone(action, history, fresh, start));
    else if (action.phase === 'agent' && waits) answered.set(action.id, 'after-restart');
  }
  const toDo = planned.filter(({ id }) => !settled.has(id) && !answered.has(id));
  const begunBefore = toDo.filter(({ id }) => history.interrupted.has(id));
  const cutOff = new Map(begunBefore.map((action) => [action.id, endOfGone(action, history, fresh, start)]));
  const standing = { planned, settled, answered, awaitingRestart: waiting, cutOff };
  const accepted = [...history.run.accepted, ...(additions.accepted ?? [])];
  const blockedBy = toDo.length === 0 ? [] : blockers(open.hazards, toDo, [], accepted);
  const { wish, isClosed } = history.leftovers;
  const leftovers = wish === undefined || isClosed ? undefined : { ...wish, own: additions.own ?? [] };
  const plan = {
    actions: toDo.slice(),
    blockedBy: [...blockedBy],
    ...foreseen(desk, fresh, open, { leftovers, accepted }, toDo),
  };
  return { standing, toDo, report: { ...open, plan } };
};

/**
 * How an action ended whose target has gone. One that was cut off may have asked for a restart, and nobody heard it:
 * while Windows notes one to come, or cannot tell, it did.
 */
const endOfGone = (
  { id, kind }: Action,
  { interrupted }: RunHistory,
  { readings }: Snapshot,
  start: string | undefined,
): Outcome => {
  if (!interrupted.has(id)) return 'already-gone';
  const byWindows = kind === 'run-msi' || kind === 'run-uninstaller';
  const pending = readings.restartPending;
  const restarted = start !== undefined && interrupted.get(id) !== start;
  const noneNoted = pending?.kind === 'ok' && pending.rows.length === 0;
  return byWindows && !restarted && !noneNoted ? 'restart-needed' : 'removed';
};

/** What was agreed to stays as it was; only what stands in its way (a hold, say) is what the fresh look says. */
const asItIsNow = (agreed: Action, now: Action | undefined): Action => {
  const { refusal: _then, ...rest } = agreed;
  return now?.refusal === undefined ? rest : { ...rest, refusal: now.refusal };
};

/** Is asked about the fresh look and what would be done; a Problem ends it before anything is written or changed. */
export type MayResume = (
  snapshot: Snapshot,
  report: UnsealedReport,
  start: string | undefined,
) => Result<true>;

const withWish = (history: RunHistory, wish: LeftoverWish | undefined): RunHistory =>
  wish === undefined
    ? history
    : { ...history, leftovers: { ...history.leftovers, wish, isClosed: false, isUndone: false, left: [] } };

/**
 * Goes on with a run that was interrupted or waits for a restart, never from memory: its journal says what was done,
 * a fresh look what is here. Problems: `run-never-began`, and those of `remove`.
 */
export const resume = async (
  desk: Desk,
  ports: RemovePorts,
  left: LeftRun,
  additions: Additions,
  mayGoOn: MayResume = () => ok(true),
): Promise<Result<Removed>> => {
  const told = runFromJournal(left.entries);
  if (told === undefined) return fail('run-never-began', { run: left.id });
  const history = withWish(told, additions.wish);
  const taken = await takeSnapshot(ports, desk.catalogue);
  if (!taken.ok) return taken;
  const now = ports.clock.now();
  const known = await ports.starts.read();
  const added = { ...additions, own: ports.leftovers?.own ?? [] };
  const { standing, report } = remainderOf(desk, history, taken.value, known, added, now);
  const wanted = mayGoOn(taken.value, report, known);
  if (!wanted.ok) return wanted;
  const allowed = mayRemove(report, {});
  if (!allowed.ok) return allowed;

  const whole = await checkCutOff(ports.leftovers, left.id, history.leftovers);
  if (!whole.ok) return whole;
  const opened = await ports.store.reopen(left.id);
  if (!opened.ok) return opened;
  const start = report.host.elevated ? await ports.starts.ensure() : known;
  const accepted = [...(additions.accepted ?? [])];
  const subject = { ...left.found.subject, ...additions.subject };
  const entry: JournalEntry = {
    kind: 'run-resumed',
    at: now,
    accepted,
    ...acceptedBy(subject, ports.account),
    ...(start === undefined ? {} : { start }),
    ...(additions.wish === undefined ? {} : { leftovers: additions.wish }),
  };
  const begun = await opened.value.append(entry);
  if (!begun.ok) return begun;
  const { id, startedAt } = history.run;
  const run = {
    id,
    startedAt,
    accepted: [...new Set([...history.run.accepted, ...accepted])],
    acceptances: acceptancesIn([...left.entries, entry]),
  };
  const first = { ...left.found, subject };
  const settled = await settleCutOff(
    ports,
    opened.value,
    { id, entries: [...left.entries, entry] },
    history.leftovers,
  );
  if (!settled.ok) return settled;
  return goOn(desk, ports, opened.value, {
    run,
    first,
    before: left.before,
    standing,
    leftovers: settled.value,
    reopening: history.reopening,
  });
};
