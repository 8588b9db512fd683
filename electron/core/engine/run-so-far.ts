import { lookOf } from './conclude.ts';
import { leftoversSoFar } from './leftover-stage.ts';
import type { LeftRun } from './resume.ts';
import { awaitingRestart, runFromJournal } from './run-history.ts';
import type { RunSoFar } from './verify.ts';

/** A run as its journal tells it, for a look at what became of it. Undefined: it never began. */
export const runSoFar = (
  { before, found, entries }: Omit<LeftRun, 'id'>,
  start: string | undefined,
): RunSoFar | undefined => {
  const history = runFromJournal(entries);
  if (history === undefined) return undefined;
  // What was put back since is not in quarantine any more.
  const leftovers = leftoversSoFar(history.leftovers);
  return {
    run: { ...history.run, ...(leftovers === undefined ? {} : { leftovers }) },
    planned: history.planned,
    first: found,
    before: lookOf(before, found),
    awaitingRestart: awaitingRestart(history, start),
  };
};
