import type { LeftBehind, SetAside } from '../model/leftover.ts';
import type { Action } from '../model/plan.ts';
import type { ActionResult, Run } from '../model/run.ts';
import type { QuarantineRecord } from '../ports.ts';
import { acceptancesIn } from './acceptances.ts';
import type { JournalEntry, LeftoverWish } from './journal.ts';
import type { Reopening } from './reopen.ts';

/** A run as its journal tells it. */
export interface RunHistory {
  /** `actions` holds the last result of each action that has one, in the order of the plan. */
  readonly run: Run;
  readonly planned: readonly Action[];
  /** Begun and never ended, so how they ended is not known; with the start of the computer in which they were begun. */
  readonly interrupted: ReadonlyMap<string, string | undefined>;
  /** The start of the computer in which an action asked for a restart; undefined where nothing told it. */
  readonly askedIn: ReadonlyMap<string, string | undefined>;
  readonly leftovers: LeftoverHistory;
  readonly reopening: Reopening;
}

/** What a journal says of the leftovers. */
export interface LeftoverHistory {
  /** Undefined: nobody asked for them. */
  readonly wish: LeftoverWish | undefined;
  /** Nothing more is set aside in this run: every one was come to, or a person wanted them back. */
  readonly isClosed: boolean;
  readonly isUndone: boolean;
  /** What was set aside and not put back, in its order. */
  readonly kept: readonly QuarantineRecord[];
  /** What was put back. */
  readonly back: readonly QuarantineRecord[];
  /** An undo was cut off before its end. */
  readonly isUndoOpen: boolean;
  /** Begun and never ended, so where it is is not known. */
  readonly cutOff: QuarantineRecord | undefined;
  /** How many places of the quarantine are taken. */
  readonly numbers: number;
  readonly setAside: readonly SetAside[];
  /** What stays, once every one was come to. */
  readonly left: readonly LeftBehind[];
}

/** Before the first line about them. */
export const noLeftoversYet = (wish: LeftoverWish | undefined): LeftoverHistory => leftoversFrom([], wish);

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
      case 'leftover-started':
      case 'leftover-ended':
      case 'leftovers-ended':
      case 'undo-started':
      case 'restore-started':
      case 'restore-ended':
      case 'undo-ended':
      case 'reopen-started':
      case 'reopen-ended':
        break;
    }
  }
  return {
    leftovers: leftoversFrom(entries, begun.leftovers),
    reopening: { runId: begun.run, wasBegun: entries.some(({ kind }) => kind === 'reopen-started') },
    planned: begun.actions,
    interrupted,
    askedIn,
    run: {
      id: begun.run,
      startedAt: begun.at,
      ...(ended === undefined ? {} : { endedAt: ended.at }),
      actions: begun.actions.flatMap(({ id }) => results.get(id) ?? []),
      accepted: [...accepted],
      acceptances: acceptancesIn(entries),
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

const leftoversFrom = (
  entries: readonly JournalEntry[],
  wanted: LeftoverWish | undefined,
): LeftoverHistory => {
  let wish = wanted;
  const begun = new Map<number, QuarantineRecord>();
  const kept = new Map<number, { readonly record: QuarantineRecord; readonly done: SetAside }>();
  let left: readonly LeftBehind[] = [];
  let cutOff: QuarantineRecord | undefined;
  let isClosed = false;
  let isUndone = false;
  let isUndoOpen = false;
  const back: QuarantineRecord[] = [];
  for (const entry of entries) {
    if (entry.kind === 'run-resumed' && entry.leftovers !== undefined) {
      [isClosed, isUndone, left] = [false, false, []];
      wish = entry.leftovers;
    }
    if (entry.kind === 'undo-started') [isUndone, isUndoOpen] = [true, true];
    if (entry.kind === 'undo-ended') isUndoOpen = false;
    if (entry.kind === 'leftovers-ended') [isClosed, left] = [true, entry.left];
    if (entry.kind === 'leftover-started') {
      const { number, sha256, item } = entry;
      cutOff = { number, sha256, item };
      begun.set(number, cutOff);
    }
    if (entry.kind === 'leftover-ended') {
      const record = begun.get(entry.number);
      if (cutOff?.number === entry.number) cutOff = undefined;
      if (record !== undefined && entry.end.kind === 'set-aside')
        kept.set(entry.number, { record, done: entry.end.done });
    }
    if (entry.kind === 'restore-ended' && entry.end.kind === 'restored') {
      const record = begun.get(entry.number);
      if (record !== undefined) back.push(record);
      kept.delete(entry.number);
    }
  }
  return {
    wish,
    isClosed: isClosed || isUndone,
    isUndone,
    kept: [...kept.values()].map(({ record }) => record),
    setAside: [...kept.values()].map(({ done }) => done),
    back,
    isUndoOpen,
    cutOff,
    numbers: Math.max(0, ...begun.keys()),
    left,
  };
};
