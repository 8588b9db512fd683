import { isOfComputer } from '../core/engine/same-computer.ts';
import type { Host } from '../core/model/host.ts';
import type { Result } from '../core/model/result.ts';
import { fail, ok } from '../core/model/result.ts';
import { isRunId } from '../core/model/run.ts';
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

/** The runs of an administrator are closed to others: not to see a run there does not mean that there is none. */
export const missingRights = (
  { common }: Bench,
  name: string,
  task: 'undo' | 'forget',
  isElevated: boolean,
  unread: Extract<Result<never>, { ok: false }>,
): Result<never> => {
  const { code } = unread.problem;
  const isUsual = common.stateDir === undefined && common.portable !== true;
  const mayBeThere = code === 'file-unreadable' || (code === 'unknown-run' && isUsual);
  return isElevated || !isRunId(name) || !mayBeThere ? unread : fail('needs-administrator', { for: task });
};
