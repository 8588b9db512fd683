import type { Change, LeftoverConsent } from '../model/consent.ts';
import type { Report } from '../model/report.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import { notShown } from './agreed-leftovers.ts';
import type { Desk } from './conclude.ts';
import type { Looked, Removed, RemovePorts } from './remove.ts';
import { withRemaining } from './remaining.ts';
import type { LeftRun, MayResume } from './resume.ts';
import { resume } from './resume.ts';
import { sameComputer } from './same-computer.ts';
import { runSoFar } from './run-so-far.ts';
import { verifyAgain } from './verify-again.ts';

export type CleanedUp =
  | { readonly kind: 'done'; readonly removed: Removed }
  /** Nothing was changed: there is more than the person was shown. `report` tells it. */
  | { readonly kind: 'changed'; readonly change: Change; readonly report: Report };

/**
 * Sets aside what a finished run left, as far as a person agreed to it. A fresh look decides what there is; when it
 * shows more than they were shown, nothing is touched. Problems: `run-unfinished` {run}, and those of `resume`.
 */
export const cleanUp = async (
  desk: Desk,
  ports: RemovePorts,
  left: LeftRun,
  consent: LeftoverConsent,
): Promise<Result<CleanedUp>> => {
  if (ports.leftovers === undefined) return fail('leftovers-unsupported');
  const own = sameComputer(left, await ports.inspector.host());
  if (!own.ok) return own;
  let more: { readonly change: Change; readonly looked: Looked } | undefined;
  const mayGoOn: MayResume = (snapshot, fresh, start) => {
    if (fresh.plan.actions.length > 0) return fail('run-unfinished', { run: left.id });
    const unknown = notShown(snapshot.host.os, fresh.plan.leftovers ?? [], consent);
    const sofar = unknown.length === 0 ? undefined : runSoFar(left, start);
    if (sofar === undefined) return ok(true);
    more = {
      change: { actions: [], hazards: [], products: [], leftovers: [...unknown] },
      looked: { snapshot, report: verifyAgain(desk, sofar, snapshot, ports.clock.now()) },
    };
    return fail('plan-changed');
  };
  const done = await resume(desk, ports, left, { wish: { consent } }, mayGoOn);
  if (more !== undefined) {
    const report = await withRemaining(desk, ports.leftovers, more.looked);
    return ok({ kind: 'changed', change: more.change, report });
  }
  return done.ok ? ok({ kind: 'done', removed: done.value }) : done;
};
