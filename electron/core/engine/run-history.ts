import type { Action } from '../model/plan.ts';
import type { ActionResult, Run } from '../model/run.ts';
import type { JournalEntry } from './journal.ts';

/** A run as its journal tells it. */
export interface RunHistory {
  /** `actions` holds the last result of each action that has one, in the order of the plan. */
  readonly run: Run;
  readonly planned: readonly Action[];
  /** Begun and never ended, so how they ended is not known; with the start of the computer in which they were begun. */
  readonly interrupted: ReadonlyMap<string, string | undefined>;
  /** The start of the computer in which an action asked for a restart; undefined where nothing told it. */
  readonly askedIn: ReadonlyMap<string, string | undefined>;
}

/** Undefined: the journal breaks off before the run began, so nothing was changed. */
export const runFromJournal = (entries: readonly JournalEntry[]): RunHistory | undefined => {
  const begun = entries.find((entry) => entry.kind === 'run-started');
  if (begun === undefined) return undefined;
  let start = begun.start;
  let ended: Extract<JournalEntry, { kind: 'run-ended' }> | undefined;
  const accepted = new Set(begun.accepted);
  const results = new Map<string, ActionResult>();
  const interrupted = new Map<string, string | undefined>();
  const askedIn = new Map<string, string | undefined>();
  for (const entry of entries) {
    switch (entry.kind) {
      case 'run-started':
        break;
      case 'run-resumed':
        start = entry.start;
        ended = undefined;
        for (const hazard of entry.accepted) accepted.add(hazard);
        break;
      case 'action-started':
        interrupted.set(entry.id, start);
        break;
      case 'action-ended':
        interrupted.delete(entry.result.id);
        results.set(entry.result.id, entry.result);
        if (entry.result.outcome === 'restart-needed') askedIn.set(entry.result.id, start);
        break;
      case 'run-ended':
        ended = entry;
        break;
    }
  }
  return {
    planned: begun.actions,
    interrupted,
    askedIn,
    run: {
      id: begun.run,
      startedAt: begun.at,
      ...(ended === undefined ? {} : { endedAt: ended.at }),
      actions: begun.actions.flatMap(({ id }) => results.get(id) ?? []),
      accepted: [...accepted],
      ...(ended?.cancelled === true ? { cancelled: true } : {}),
    },
  };
};

/**
 * The actions whose restart has not happened yet. Only another name of the present start shows that it did; where a
 * start cannot be told, it counts as the same one.
 */
export const awaitingRestart = (
  { askedIn }: Pick<RunHistory, 'askedIn'>,
  current: string | undefined,
): readonly string[] =>
  [...askedIn].flatMap(([id, start]) =>
    start === undefined || current === undefined || start === current ? [id] : [],
  );
