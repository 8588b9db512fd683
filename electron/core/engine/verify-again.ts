import type { Report, Verdict } from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { seal } from '../report/seal.ts';
import { workingProducts } from '../text/sentences.ts';
import type { Desk } from './conclude.ts';
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
 * gone since, is no reason to call the computer unfinished. A restart that has not happened yet is the exception.
 */
export const verdictAgain = (report: Report): Verdict => {
  if (report.verdict === 'restart-needed') return 'restart-needed';
  const chosen = new Set(report.plan.actions.map((action) => action.productId));
  if (workingProducts(report).some((detection) => chosen.has(detection.productId))) return 'incomplete';
  if (report.run?.actions.some((result) => result.outcome === 'restart-needed') === true)
    return 'restart-needed';
  const now = verdictOf(report, report.unchecked);
  return now === 'clean' ? 'removed' : now;
};
