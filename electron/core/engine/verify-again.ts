import type { Action } from '../model/plan.ts';
import type { Report, Verdict } from '../model/report.ts';
import type { ActionResult, Run } from '../model/run.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { seal } from '../report/seal.ts';
import { workingProducts } from '../text/sentences.ts';
import type { Desk } from './conclude.ts';
import type { JournalEntry } from './journal.ts';
import { verdictOf } from './verdict.ts';
import { verifyRun } from './verify.ts';
import type { RunSoFar } from './verify.ts';

/** Looks at a run once more, at any later time: its report, with what is there now and the verdict of now. */
export const verifyAgain = (desk: Desk, sofar: RunSoFar, snapshot: Snapshot, now: string): Report => {
  const report = verifyRun(desk, sofar, snapshot, now);
  return seal({ ...report, verdict: verdictAgain(report) });
};

/**
 * What a later look says of a run. Only what is there now counts: an action that failed then, and whose product has
 * gone since, is no reason to call the computer unfinished. A needed restart is the exception: nothing here can see
 * that it happened.
 */
export const verdictAgain = (report: Report): Verdict => {
  const chosen = new Set(report.plan.actions.map((action) => action.productId));
  if (workingProducts(report).some((detection) => chosen.has(detection.productId))) return 'incomplete';
  if (report.run?.actions.some((result) => result.outcome === 'restart-needed') === true)
    return 'restart-needed';
  const now = verdictOf(report, report.unchecked);
  return now === 'clean' ? 'removed' : now;
};

/** A run as its journal tells it. */
export interface JournalledRun {
  readonly run: Run;
  readonly planned: readonly Action[];
}

/**
 * A run that was interrupted has no report; its journal says how far it came. An action that was started and has no
 * end gets no result: how it ended is not known. Undefined: the journal breaks off before the run began.
 */
export const runFromJournal = (entries: readonly JournalEntry[]): JournalledRun | undefined => {
  let started: Extract<JournalEntry, { kind: 'run-started' }> | undefined;
  let ended: Extract<JournalEntry, { kind: 'run-ended' }> | undefined;
  const actions: ActionResult[] = [];
  for (const entry of entries) {
    if (entry.kind === 'run-started') started = entry;
    else if (entry.kind === 'action-ended') actions.push(entry.result);
    else if (entry.kind === 'run-ended') ended = entry;
  }
  if (started === undefined) return undefined;
  return {
    planned: started.actions,
    run: {
      id: started.run,
      startedAt: started.at,
      ...(ended === undefined ? {} : { endedAt: ended.at }),
      actions,
      accepted: [...started.accepted],
      ...(ended?.cancelled === true ? { cancelled: true } : {}),
    },
  };
};
