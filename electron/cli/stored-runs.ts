import type { Host } from '../core/model/host.ts';
import type { Result } from '../core/model/result.ts';
import { fail, ok } from '../core/model/result.ts';
import type { StoredRun } from '../platform/shared/run-store.ts';
import type { Bench } from './bench.ts';

const isOf = (run: StoredRun, host: Host): boolean =>
  run.before.host.name === host.name && run.before.host.os === host.os;

/** Two looks at two computers prove nothing. */
export const sameComputer = (run: StoredRun, now: Host): Result<StoredRun> =>
  isOf(run, now)
    ? ok(run)
    : fail('run-of-other-computer', {
        run: run.id,
        there: run.before.host.name ?? '?',
        here: now.name ?? '?',
      });

/** The newest run of this computer: on a stick lie the runs of many. Undefined: there is none. */
export const latestRunOf = async (
  { runs }: Pick<Bench, 'runs'>,
  now: Host,
): Promise<Result<StoredRun | undefined>> => {
  const all = await runs.listRuns();
  if (!all.ok) return all;
  for (const id of all.value) {
    const run = await runs.readRun(id);
    if (!run.ok || isOf(run.value, now)) return run;
  }
  return ok(undefined);
};
