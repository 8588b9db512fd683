import type { Action } from '../../electron/core/model/plan.ts';
import type { Outcome } from '../../electron/core/model/run.ts';
import type { EventPayload } from '../bridge/bridge.ts';

export type RemoveEvent = EventPayload<'removeProgress'>;

/** What one action is doing. `startedAt` and `endedAt` are ISO 8601, as main says them. */
export type ActionProgress =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'working';
      readonly startedAt: string | undefined;
      readonly line: string | undefined;
      /** Nothing was heard for so long. */
      readonly quietSeconds?: number;
      /** The vendor's own window is about to open, or open. */
      readonly hasWindow?: boolean;
    }
  | {
      readonly kind: 'held';
      readonly startedAt: string | undefined;
      readonly holder: string;
      readonly seconds: number;
    }
  | {
      readonly kind: 'ended';
      readonly startedAt: string | undefined;
      readonly endedAt: string;
      readonly outcome: Outcome;
      readonly exitCode: number | undefined;
      readonly detail: string | undefined;
    };

export interface LogLine {
  readonly number: number;
  readonly at: string;
  readonly text: string;
}

export interface Progress {
  readonly byAction: Readonly<Record<string, ActionProgress>>;
  /** The newest lines, at most `logLimit`. */
  readonly log: readonly LogLine[];
  /** How many earlier lines are no longer in `log`. */
  readonly dropped: number;
  /** All actions are done and the second look is under way. */
  readonly lookingAgain: boolean;
  /** The system asks the person for administrator rights. */
  readonly isAsking: boolean;
  /** What is left is set aside now; how many of them were come to. */
  readonly leftoversDone?: number;
}

export const logLimit = 2000;

/** Refused actions are not carried out, so they wait for nothing. */
export const startOf = (actions: readonly Action[]): Progress => ({
  byAction: Object.fromEntries(
    actions
      .filter((action) => action.refusal === undefined)
      .map((action) => [action.id, { kind: 'waiting' } as const]),
  ),
  log: [],
  dropped: 0,
  lookingAgain: false,
  isAsking: false,
});

export const withEvents = (progress: Progress, events: readonly RemoveEvent[]): Progress =>
  events.reduce(withEvent, progress);

/** An action that ended stays ended, whatever arrives late. */
const withEvent = (progress: Progress, event: RemoveEvent): Progress => {
  if (event.kind === 'looking-again') return { ...progress, lookingAgain: true };
  if (event.kind === 'asking-rights' || event.kind === 'rights-given')
    return { ...progress, isAsking: event.kind === 'asking-rights' };
  const logged = event.kind === 'output' ? withLine(progress, event.at, event.line) : progress;
  const before = progress.byAction[event.actionId];
  if (before?.kind === 'ended') return logged;
  return { ...logged, byAction: { ...logged.byAction, [event.actionId]: next(before, event) } };
};

const next = (
  before: Exclude<ActionProgress, { kind: 'ended' }> | undefined,
  event: Extract<RemoveEvent, { actionId: string }>,
): ActionProgress => {
  const startedAt = before === undefined || before.kind === 'waiting' ? undefined : before.startedAt;
  const window = before?.kind === 'working' && before.hasWindow === true ? { hasWindow: true } : {};
  switch (event.kind) {
    case 'started':
      // Output that overtook the start is kept.
      return before?.kind === 'working'
        ? { ...before, startedAt: event.at }
        : { kind: 'working', startedAt: event.at, line: undefined };
    case 'output':
      return { kind: 'working', startedAt: startedAt ?? event.at, line: event.line, ...window };
    case 'window':
      return { kind: 'working', startedAt, line: undefined, hasWindow: true };
    case 'quiet':
      return { kind: 'working', startedAt, line: undefined, quietSeconds: event.seconds, ...window };
    case 'waiting':
      return { kind: 'held', startedAt, holder: event.holder, seconds: event.seconds };
    case 'ended':
      return {
        kind: 'ended',
        startedAt,
        endedAt: event.at,
        outcome: event.outcome,
        exitCode: event.exitCode,
        detail: event.detail,
      };
  }
};

const withLine = (progress: Progress, at: string, text: string): Progress => {
  const log = [...progress.log, { number: progress.dropped + progress.log.length, at, text }];
  const over = Math.max(0, log.length - logLimit);
  return { ...progress, log: over === 0 ? log : log.slice(over), dropped: progress.dropped + over };
};

/** The products are gone; one leftover after the other goes now. */
export const withLeftover = (progress: Progress, { kind }: EventPayload<'leftoverProgress'>): Progress => ({
  ...progress,
  lookingAgain: false,
  leftoversDone: kind === 'looking-closer' ? 0 : (progress.leftoversDone ?? 0) + 1,
});
