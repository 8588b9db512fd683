import type { Report, UnsealedReport } from '../model/report.ts';
import type { ReopenEnd } from '../model/reopen.ts';
import type { Problem, Result } from '../model/result.ts';
import type { Leftovers } from '../model/leftover.ts';
import { fail, ok } from '../model/result.ts';
import type { ActionResult, Run } from '../model/run.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Journal, Reopener, RunStore, StartIdentity } from '../ports.ts';
import { seal } from '../report/seal.ts';
import { acceptancesIn, acceptedBy } from './acceptances.ts';
import type { ActPorts, Standing } from './carry-out.ts';
import { runActions, untouched } from './carry-out.ts';
import type { Choices, Desk } from './conclude.ts';
import { checkChosen, concludeOpen, lookOf } from './conclude.ts';
import type { JournalEntry, LeftoverWish } from './journal.ts';
import { leftoversSoFar, leftoverStage } from './leftover-stage.ts';
import type { Reopening } from './reopen.ts';
import { settleReopening } from './reopen.ts';
import type { LeftoverHistory } from './run-history.ts';
import { noLeftoversYet } from './run-history.ts';
import type { ScanPorts } from './scan.ts';
import { takeSnapshot } from './scan.ts';
import type { LeftoverPorts } from './set-aside.ts';
import { withRemaining } from './remaining.ts';
import type { RunSoFar } from './verify.ts';
import { verifyRun } from './verify.ts';

export type { RemoveProgress } from './carry-out.ts';

export interface RemovePorts extends ScanPorts, ActPorts {
  readonly store: RunStore;
  readonly starts: StartIdentity;
  /** For whom this process works, as the system knows them: a name, a user id or a SID. */
  readonly account?: string | undefined;
  /** Undefined where nothing can set leftovers aside yet. */
  readonly leftovers?: LeftoverPorts;
  readonly reopener?: Reopener | undefined;
}

export interface Removed {
  /** Absent when there was nothing to do. */
  readonly runId?: string;
  readonly report: Report;
  /** What was done is done; when its report or last journal line could not be written, this says why. */
  readonly unsaved?: Problem;
  /** How it was arranged that this program opens again after a restart, or need not any more; absent: neither was needed. */
  readonly reopening?: ReopenEnd;
}

/** Is asked about the fresh look and its plan before anything is written or changed; a Problem ends it there. */
export type MayGoOn = (snapshot: Snapshot, plan: UnsealedReport) => Result<true>;

/**
 * The whole road: look, plan, ask the guard, put the first look on disk, carry out one action after the other with a
 * journal line before and after each, look again, conclude. Every refusal happens before the first change.
 */
export const remove = async (
  desk: Desk,
  ports: RemovePorts,
  choices: Choices,
  mayGoOn: MayGoOn = () => ok(true),
): Promise<Result<Removed>> => {
  if (choices.leftovers !== undefined && ports.leftovers === undefined) return fail('leftovers-unsupported');
  const taken = await takeSnapshot(ports, desk.catalogue);
  if (!taken.ok) return taken;
  const first = concludeOpen(desk, taken.value, choices, ports.clock.now());
  const wanted = mayGoOn(taken.value, first);
  if (!wanted.ok) return wanted;
  const allowed = mayRemove(first, choices);
  if (!allowed.ok) return allowed;
  if (isNothingToDo(first)) return ok({ report: seal(first) });
  return begin(desk, ports, choices, taken.value, seal(first));
};

export const isNothingToDo = ({ plan }: Pick<UnsealedReport, 'plan'>): boolean =>
  plan.actions.length === 0 && (plan.leftovers ?? []).length === 0;

/** Every reason to stop before anything changes, the ones without a way round first. */
export const mayRemove = (report: Omit<Report, 'sha256'>, choices: Choices): Result<true> => {
  const chosen = checkChosen(report, choices.productIds);
  if (!chosen.ok) return chosen;
  const { blockedBy } = report.plan;
  const blocked = fail('blocked-by-hazard', { hazards: blockedBy.join(', ') });
  const stops = report.hazards.filter((hazard) => hazard.level === 'stop' && blockedBy.includes(hazard.id));
  if (stops.length > 0) return blocked;
  const willAct =
    (report.plan.leftovers ?? []).length > 0 ||
    report.plan.actions.some((action) => action.refusal === undefined && action.kind !== 'guided');
  if (willAct && !report.host.elevated) return fail('needs-administrator');
  return blockedBy.length > 0 ? blocked : ok(true);
};

const begin = async (
  desk: Desk,
  ports: RemovePorts,
  choices: Choices,
  snapshot: Snapshot,
  first: Report,
): Promise<Result<Removed>> => {
  const { clock, store, starts } = ports;
  const id = store.newRunId();
  const opened = await store.create(id, snapshot, first);
  if (!opened.ok) return opened;
  const actions = first.plan.actions;
  const accepted = [...(choices.accepted ?? [])];
  const startedAt = clock.now();
  const wish = wishOf(choices);
  const start = await starts.ensure();
  const entry: JournalEntry = {
    kind: 'run-started',
    at: startedAt,
    run: id,
    actions,
    accepted,
    ...acceptedBy(choices.subject, ports.account),
    ...(start === undefined ? {} : { start }),
    ...(wish === undefined ? {} : { leftovers: wish }),
  };
  const started = await opened.value.append(entry);
  if (!started.ok) return started;
  const run = { id, startedAt, accepted, acceptances: acceptancesIn([entry]) };
  const leftovers = noLeftoversYet(wish);
  return goOn(desk, ports, opened.value, {
    run,
    first,
    before: snapshot,
    standing: untouched(actions),
    leftovers,
    reopening: { runId: id, wasBegun: false },
  });
};

const wishOf = ({ leftovers }: Choices): LeftoverWish | undefined =>
  leftovers === undefined
    ? undefined
    : {
        ...(leftovers.productIds === undefined ? {} : { productIds: [...leftovers.productIds] }),
        ...(leftovers.consent === undefined ? {} : { consent: leftovers.consent }),
      };

/** A run from here on: what it began with, and where it stands. */
export interface OpenRun {
  readonly run: Omit<Run, 'actions' | 'endedAt' | 'cancelled' | 'leftovers'>;
  readonly first: Report;
  readonly before: Snapshot;
  readonly standing: Standing;
  readonly leftovers: LeftoverHistory;
  readonly reopening: Reopening;
}

/** Carries out what is open, looks again, sets aside what is left if that was wanted, and writes down how it ended. */
export const goOn = async (
  desk: Desk,
  ports: RemovePorts,
  journal: Journal,
  open: OpenRun,
): Promise<Result<Removed>> => {
  const { clock } = ports;
  const results = await runActions(ports, journal, open.standing);
  const look = async (leftovers: Leftovers | undefined): Promise<Result<Looked>> => {
    ports.onRemove({ kind: 'looking-again' });
    const taken = await takeSnapshot({ ...ports, cancellation: { aborted: false } }, desk.catalogue);
    if (!taken.ok) return taken;
    const run = endedRun(open, results, leftovers, clock.now());
    return ok({ snapshot: taken.value, report: verifyRun(desk, soFar(open, run), taken.value, clock.now()) });
  };
  const seen = await look(leftoversSoFar(open.leftovers));
  if (!seen.ok) return seen;
  const more = await leftoverStage(desk, ports, journal, open, seen.value);
  const last = more === undefined ? seen : await look(more);
  if (!last.ok) return last;
  const told = await withRemaining(desk, ports.leftovers, last.value);
  const reopening = await settleReopening(ports, journal, open.reopening, told);
  return ended(ports, journal, told, reopening);
};

/** One of the looks after the removal, and what it says of the run. */
export interface Looked {
  readonly snapshot: Snapshot;
  readonly report: Report;
}

const endedRun = (
  { run }: OpenRun,
  results: readonly ActionResult[],
  leftovers: Leftovers | undefined,
  endedAt: string,
): Run => {
  const isCancelled =
    results.some(({ outcome }) => outcome === 'cancelled' || outcome === 'left-running') ||
    leftovers?.left.some(({ why }) => why === 'cancelled') === true;
  return {
    ...run,
    endedAt,
    actions: [...results],
    ...(isCancelled ? { cancelled: true } : {}),
    ...(leftovers === undefined ? {} : { leftovers }),
  };
};

const soFar = ({ standing, first, before }: OpenRun, run: Run): RunSoFar => {
  const settledBefore = (id: string): boolean =>
    standing.settled.has(id) && !standing.awaitingRestart.has(id);
  return {
    run,
    planned: standing.planned,
    first,
    before: lookOf(before, first),
    awaitingRestart: run.actions.flatMap(({ id }) => (settledBefore(id) ? [] : [id])),
  };
};

const ended = async (
  { store, clock }: RemovePorts,
  journal: Journal,
  report: Report,
  reopening: ReopenEnd | undefined,
): Promise<Result<Removed>> => {
  const runId = report.run?.id ?? '';
  const saved = await store.saveReport(runId, report);
  const closed = await journal.append({
    kind: 'run-ended',
    at: clock.now(),
    verdict: report.verdict,
    cancelled: report.run?.cancelled === true,
  });
  await journal.close();
  const unsaved = !saved.ok ? saved.problem : !closed.ok ? closed.problem : undefined;
  return ok({
    runId,
    report,
    ...(unsaved === undefined ? {} : { unsaved }),
    ...(reopening === undefined ? {} : { reopening }),
  });
};
