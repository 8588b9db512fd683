import type { Action } from '../../electron/core/model/plan.ts';
import type { ReopenEnd } from '../../electron/core/model/reopen.ts';
import type { Report } from '../../electron/core/model/report.ts';
import type { Problem, ProblemCode } from '../../electron/core/model/result.ts';
import type { EventPayload } from '../bridge/bridge.ts';
import { ask } from '../bridge/bridge.ts';
import type { SliceContext } from './app-state.ts';
import { problemOf } from './app-state.ts';
import type { Progress } from './removal-progress.ts';
import { startOf, withEvents, withLeftover } from './removal-progress.ts';
import { keptIn } from './clean-up.ts';
import { acceptedIds, prepareGate } from './plan.ts';

export type RemovalState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly progress: Progress;
      readonly stopping: boolean;
      /** What runs is not waited for any longer. */
      readonly leaving?: boolean;
    }
  | {
      readonly kind: 'done';
      readonly progress: Progress;
      readonly runId: string;
      readonly report: Report;
      /** The removal is done, its record could not be written: the report has to be saved by hand. */
      readonly unsaved?: Problem | undefined;
      /** How it was arranged that this program opens again after a restart. */
      readonly reopening?: ReopenEnd | undefined;
    }
  | { readonly kind: 'failed'; readonly progress: Progress; readonly problem: Problem };

export interface RemovalSlice {
  readonly removal: RemovalState;
  /** What is being removed, in order: the plan that the person agreed to. */
  readonly actions: readonly Action[];
  remove(): Promise<void>;
  stopRemoving(): Promise<void>;
  /** Also leaves what is running to itself. */
  stopWaiting(): Promise<void>;
}

/** A chatty uninstaller writes hundreds of lines a second; nobody reads more than some pictures of them. */
const pause = 100;

export const removalSlice = ({ bridge, set, get }: SliceContext): RemovalSlice => {
  let pending: EventPayload<'removeProgress'>[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const events = pending;
    pending = [];
    const { removal } = get();
    if (removal.kind === 'running' && events.length > 0)
      set({ removal: { ...removal, progress: withEvents(removal.progress, events) } });
  };
  bridge.on('removeProgress', (event) => {
    if (get().removal.kind !== 'running') return;
    pending.push(event);
    if (event.kind === 'output') timer ??= setTimeout(flush, pause);
    else flush();
  });

  bridge.on('leftoverProgress', (event) => {
    flush();
    const { removal } = get();
    if (removal.kind === 'running')
      set({ removal: { ...removal, progress: withLeftover(removal.progress, event) } });
  });

  return {
    removal: { kind: 'idle' },
    actions: [],

    async remove() {
      const { scan, plan, chosen, withLeftovers, advance } = get();
      if (scan.kind !== 'done' || scan.source !== 'computer' || plan.kind !== 'done') return;
      if (prepareGate(get()) !== 'open') return;
      const { actions } = plan.report.plan;
      set({
        removal: { kind: 'running', progress: startOf(actions), stopping: false },
        actions,
        rights: { kind: 'idle' },
      });
      advance();
      const passwords = get().takePasswords();
      const answer = await ask(bridge, 'remove', {
        scanId: scan.scanId,
        productIds: [...chosen],
        accepted: acceptedIds(plan.report),
        ...(withLeftovers ? { leftovers: true } : {}),
        ...(passwords.length === 0 ? {} : { passwords }),
      });
      for (const { utf8 } of passwords) utf8.fill(0);
      flush();
      const { removal } = get();
      const progress = removal.kind === 'running' ? removal.progress : startOf(actions);
      if (!answer.ok) {
        const problem = problemOf(answer);
        if (!neverBegan(progress, problem)) {
          set({ removal: { kind: 'failed', progress, problem } });
          return;
        }
        set({ removal: { kind: 'idle' }, actions: [] });
        get().rightsNotGiven(problem);
        return;
      }
      if ('changed' in answer.value) {
        set({ removal: { kind: 'idle' }, actions: [] });
        get().planChanged(answer.value.changed, answer.value.report);
        return;
      }
      const { runId, report, unsaved, reopening } = answer.value;
      set({
        removal: { kind: 'done', progress, runId, report, unsaved, reopening },
        kept: keptIn(report, undefined, []),
      });
      get().showEnd();
    },

    async stopWaiting() {
      const { removal } = get();
      if (removal.kind !== 'running' || removal.leaving === true) return;
      set({ removal: { ...removal, stopping: true, leaving: true } });
      await ask(bridge, 'stopWaiting', {});
    },

    async stopRemoving() {
      const { removal } = get();
      if (removal.kind !== 'running' || removal.stopping) return;
      set({ removal: { ...removal, stopping: true } });
      await ask(bridge, 'cancel', {});
    },
  };
};

const beforeRights: readonly ProblemCode[] = [
  'elevation-cancelled',
  'elevation-refused',
  'elevation-unavailable',
  'elevation-untrusted',
  'worker-not-started',
];

/** The rights were never given, so the plan stands as it was: there is nothing that another look could tell. */
const neverBegan = ({ isAsking }: Progress, { code }: Problem): boolean =>
  beforeRights.includes(code) || (isAsking && code === 'cancelled');
