import type { Report, UnsealedReport, Verdict } from '../model/report.ts';
import type { ActionResult, Run } from '../model/run.ts';
import { goodOutcomes } from '../model/run.ts';
import type { Action } from '../model/plan.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { seal } from '../report/seal.ts';
import type { Desk } from './conclude.ts';
import { concludeOpen, lookOf } from './conclude.ts';
import type { Findings } from './detect.ts';

/** What a run set out to do and how far it came. */
export interface RunSoFar {
  readonly run: Run;
  readonly planned: readonly Action[];
  /** The report as found, before the first change. */
  readonly first: UnsealedReport;
  readonly before: NonNullable<Report['before']>;
}

/**
 * The second look: what is there now decides, not what an uninstaller said. The result keeps both looks, the plan as
 * it was carried out, and corrects an outcome that the look disproves.
 */
export const verifyRun = (desk: Desk, sofar: RunSoFar, snapshot: Snapshot, now: string): Report => {
  const open = concludeOpen(desk, snapshot, { subject: sofar.first.subject }, now);
  const findings: Findings = { detections: open.detections, unattributed: open.unattributed };
  const run = correctOutcomes(sofar, findings);
  return seal({
    ...open,
    verdict: verdictAfter({ ...sofar, run }, open),
    hazards: sofar.first.hazards,
    plan: { actions: [...sofar.planned], blockedBy: [] },
    run,
    before: sofar.before,
    after: lookOf(snapshot, findings),
  });
};

const packagesStillHere = (findings: Findings): ReadonlySet<string> =>
  new Set(
    findings.detections
      .filter((detection) => detection.status !== 'leftovers')
      .flatMap((detection) => detection.evidence)
      .filter((evidence) => evidence.table === 'packages' && evidence.row['state'] !== 'config-files')
      .map((evidence) => `${String(evidence.row['manager'])}:${String(evidence.row['name'])}`),
  );

const correctOutcomes = (sofar: RunSoFar, findings: Findings): Run => {
  const here = packagesStillHere(findings);
  const correct = (result: ActionResult): ActionResult => {
    const action = sofar.planned.find((candidate) => candidate.id === result.id);
    const there = action?.kind === 'remove-package' && here.has(`${action.manager}:${action.package}`);
    return there && goodOutcomes.includes(result.outcome) ? { ...result, outcome: 'still-there' } : result;
  };
  return { ...sofar.run, actions: sofar.run.actions.map(correct) };
};

/** *removed* needs all of it: every action reached its goal, nothing of the chosen products works, all places seen. */
const verdictAfter = (sofar: RunSoFar, open: UnsealedReport): Verdict => {
  const chosen = new Set(sofar.planned.map((action) => action.productId));
  const working = open.detections.filter((detection) => detection.status !== 'leftovers');
  if (working.some((detection) => chosen.has(detection.productId))) return 'incomplete';
  if (open.unchecked.some((place) => place.required === true)) return 'incomplete';
  const outcomes = sofar.run.actions.map((result) => result.outcome);
  if (sofar.planned.some((action) => !sofar.run.actions.some((result) => result.id === action.id)))
    return 'incomplete';
  if (!outcomes.every((outcome) => goodOutcomes.includes(outcome))) return 'incomplete';
  return outcomes.includes('restart-needed') ? 'restart-needed' : 'removed';
};
