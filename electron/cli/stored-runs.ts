import { isOfComputer } from '../core/engine/same-computer.ts';
import type { Host } from '../core/model/host.ts';
import type { Result } from '../core/model/result.ts';
import { ok } from '../core/model/result.ts';
import type { StoredRun } from '../platform/shared/run-store.ts';
import type { Bench } from './bench.ts';

/** The newest run of this computer: on a stick lie the runs of many. Undefined: there is none. */
export const latestRunOf = async (
  { runs }: Pick<Bench, 'runs'>,
  now: Host,
): Promise<Result<StoredRun | undefined>> => {
  const all = await runs.listRuns();
  if (!all.ok) return all;
  for (const id of all.value) {
    const run = await runs.readRun(id);
    if (!run.ok || isOfComputer(run.value, now)) return run;
  }
  return ok(undefined);
};
