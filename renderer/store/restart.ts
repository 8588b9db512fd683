import type { Problem } from '../../electron/core/model/result.ts';
import { waitsForRestart } from '../../electron/core/model/run.ts';
import { ask } from '../bridge/bridge.ts';
import type { AppState, SliceContext } from './app-state.ts';
import { problemOf } from './app-state.ts';
import { keptIn } from './clean-up.ts';
import { startOf } from './removal-progress.ts';
import { whoFrom } from './subject.ts';

export type RestartingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface RestartSlice {
  /** The person wants the computer restarted. Nothing follows a good answer but the end of this window. */
  readonly restarting: RestartingState;
  /** The run that goes on, or may, in this window without a scan of its own. */
  readonly goingOn: string | undefined;
  restartNow(): Promise<void>;
  /** Goes on with the run that main knows to be unfinished, straight to its end. */
  goOn(): Promise<void>;
  /** After `describe`: when this window was opened to go on, that is what it shows first. */
  comeBack(): void;
}

export const restartSlice = ({ bridge, set, get }: SliceContext): RestartSlice => ({
  restarting: { kind: 'idle' },
  goingOn: undefined,

  async restartNow() {
    if (get().restarting.kind === 'running') return;
    set({ restarting: { kind: 'running' } });
    const answer = await ask(bridge, 'restart', {});
    if (!answer.ok) set({ restarting: { kind: 'failed', problem: problemOf(answer) } });
  },

  comeBack() {
    const { about, withRestart, goTo } = get();
    if (about.kind !== 'done' || about.about.openRun?.asked !== true) return;
    withRestart(true);
    set({ goingOn: about.about.openRun.runId });
    goTo('restart');
    // Where nobody has to be asked for rights, nobody has to press anything either.
    if (about.about.elevation === 'not-needed') void get().goOn();
  },

  async goOn() {
    const { about, removal, withRestart, goTo } = get();
    const runId = about.kind === 'done' ? about.about.openRun?.runId : undefined;
    if (runId === undefined || removal.kind === 'running') return;
    const begun = { kind: 'running', progress: startOf([]), stopping: false } as const;
    withRestart(true);
    set({ removal: begun, actions: [], goingOn: runId });
    goTo('restart');
    const answer = await ask(bridge, 'resume', { runId });
    const now = get().removal;
    const progress = now.kind === 'running' ? now.progress : begun.progress;
    if (!answer.ok) return set({ removal: { kind: 'failed', progress, problem: problemOf(answer) } });
    set({
      removal: { kind: 'done', progress, ...answer.value },
      kept: keptIn(answer.value.report, undefined, []),
      goingOn: undefined,
      ...whoFrom(answer.value.report.subject),
    });
    get().showEnd();
  },
});

/** The step that follows a run that has ended. */
export const stepAfter = ({ removal }: AppState): 'restart' | 'confirm' =>
  removal.kind === 'done' && waitsForRestart(removal.report) ? 'restart' : 'confirm';
