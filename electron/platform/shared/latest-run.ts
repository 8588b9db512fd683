import { isUnfinished } from '../../core/engine/reopen.ts';
import { isOfComputer } from '../../core/engine/same-computer.ts';
import type { Host } from '../../core/model/host.ts';
import type { Result } from '../../core/model/result.ts';
import { ok } from '../../core/model/result.ts';
import type { FileRunStore, StoredRun } from './run-store.ts';

/** The newest run of this computer: on a stick lie the runs of many. Undefined: there is none. */
export const latestRunOf = async (
  runs: Pick<FileRunStore, 'listRuns' | 'readRun'>,
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

/** The newest run of this computer, when it was interrupted or waits for a restart and this account may read it. */
export const unfinishedRunOf = async (
  runs: Pick<FileRunStore, 'listRuns' | 'readRun'>,
  now: Host,
): Promise<string | undefined> => {
  const latest = await latestRunOf(runs, now);
  if (!latest.ok || latest.value === undefined) return undefined;
  const { id, journal, report } = latest.value;
  return isUnfinished(journal.entries, report) ? id : undefined;
};
