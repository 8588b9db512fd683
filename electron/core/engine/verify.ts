import type { Catalogue } from '../catalogue/index.ts';
import type { Report, UnsealedReport, Verdict } from '../model/report.ts';
import type { ActionResult, Run } from '../model/run.ts';
import { goodOutcomes } from '../model/run.ts';
import type { Action } from '../model/plan.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { seal } from '../report/seal.ts';
import type { Desk } from './conclude.ts';
import { concludeOpen, lookOf } from './conclude.ts';
import type { Findings } from './detect.ts';
import { targetOf, targetsHere } from './plan.ts';

/** What a run set out to do and how far it came. */
export interface RunSoFar {
  readonly run: Run;
  readonly planned: readonly Action[];
  /** The report as found, before the first change. */
  readonly first: UnsealedReport;
  readonly before: NonNullable<Report['before']>;
  /** Actions that asked for a restart which has not happened yet, by id. */
  readonly awaitingRestart: readonly string[];
}

/**
 * The second look: what is there now decides, not what an uninstaller said. The result keeps both looks, the plan as
 * it was carried out, and corrects an outcome that the look disproves.
 */
export const verifyRun = (desk: Desk, sofar: RunSoFar, snapshot: Snapshot, now: string): Report => {
  const open = concludeOpen(desk, snapshot, { subject: sofar.first.subject }, now);
  const findings: Findings = { detections: open.detections, unattributed: open.unattributed };
  const run = correctOutcomes(desk.catalogue, sofar, findings);
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

/** A later look corrects what an uninstaller said: still here in spite of it, or gone for good after the restart. */
const correctOutcomes = (catalogue: Catalogue, sofar: RunSoFar, { detections }: Findings): Run => {
  const here = targetsHere(catalogue, detections);
  const correct = (result: ActionResult): ActionResult => {
    const action = sofar.planned.find((candidate) => candidate.id === result.id);
    if (action === undefined || !goodOutcomes.includes(result.outcome) || awaits(sofar, result))
      return result;
    if (here.has(targetOf(action))) return { ...result, outcome: 'still-there' };
    return result.outcome === 'restart-needed' ? { ...result, outcome: 'removed' } : result;
  };
  return { ...sofar.run, actions: sofar.run.actions.map(correct) };
};

const awaits = ({ awaitingRestart }: RunSoFar, { id, outcome }: ActionResult): boolean =>
  outcome === 'restart-needed' && awaitingRestart.includes(id);

/** *removed* needs all of it: every action reached its goal, nothing of the chosen products works, all places seen. */
const verdictAfter = (sofar: RunSoFar, open: UnsealedReport): Verdict => {
  const resultOf = ({ id }: Action): ActionResult | undefined =>
    sofar.run.actions.find((result) => result.id === id);
  const results = sofar.planned.map(resultOf);
  const restartAhead = results.some((result) => result?.outcome === 'restart-needed');
  const reached = (result: ActionResult | undefined): boolean =>
    result !== undefined &&
    (goodOutcomes.includes(result.outcome) || (restartAhead && result.outcome === 'after-restart'));
  if (!results.every(reached)) return 'incomplete';
  if (open.unchecked.some((place) => place.required === true)) return 'incomplete';
  // Drivers and services of what waits for the restart work until then, and so does what comes after it.
  const waiting = new Set(
    sofar.planned
      .filter((action) => ['restart-needed', 'after-restart'].includes(resultOf(action)?.outcome ?? ''))
      .map((action) => action.productId),
  );
  const chosen = new Set(sofar.planned.map((action) => action.productId));
  const working = open.detections.filter((detection) => detection.status !== 'leftovers');
  if (working.some(({ productId }) => chosen.has(productId) && !waiting.has(productId))) return 'incomplete';
  if (waiting.size > 0) return 'restart-needed';
  // What was asked for beyond the products counts too: somebody has to go on with it.
  return sofar.run.leftovers?.finished === false ? 'incomplete' : 'removed';
};
