import type { AppState, SliceContext } from './app-state.ts';
import { stepAfter } from './restart.ts';

export interface WizardSlice {
  /** The ids of the steps, in order. */
  readonly route: readonly string[];
  /** The step that is shown. */
  readonly step: string;
  goTo(step: string): void;
  /** To the next step of the route. */
  advance(): void;
  /** Forgets plan, removal and what was saved: before a new look or another scan. */
  restart(): void;
  /** Whether the computer has to be restarted in between: a step that most people never see. */
  withRestart(isNeeded: boolean): void;
  /** To the step that follows a run that has ended. */
  showEnd(): void;
}

const restartStep = 'restart';

export const wizardSlice = ({ set, get }: SliceContext, route: readonly string[]): WizardSlice => {
  const first = route[0];
  if (first === undefined) throw new Error('A wizard needs a step');
  const goTo = (step: string): void => {
    if (!get().route.includes(step)) throw new Error(`No step is called "${step}"`);
    // What was saved or copied is news only where it happened.
    set({ step, saving: { kind: 'idle' }, copying: { kind: 'idle' }, mapOpen: false });
  };
  return {
    route: route.filter((step) => step !== restartStep),
    step: first,
    goTo,
    advance() {
      const now = get().route;
      const next = now[now.indexOf(get().step) + 1];
      if (next !== undefined) goTo(next);
    },
    withRestart: (isNeeded) => set({ route: route.filter((step) => step !== restartStep || isNeeded) }),
    showEnd() {
      const next = stepAfter(get());
      if (next === restartStep) get().withRestart(true);
      goTo(next);
    },
    restart() {
      get().dropPasswords();
      set({
        route: route.filter((step) => step !== restartStep),
        restarting: { kind: 'idle' },
        goingOn: undefined,
        plan: { kind: 'idle' },
        consent: { typed: '', hasRead: false },
        rights: { kind: 'idle' },
        removal: { kind: 'idle' },
        actions: [],
        opening: { kind: 'idle' },
        saving: { kind: 'idle' },
        copying: { kind: 'idle' },
        cleaning: { kind: 'idle' },
        kept: [],
        withLeftovers: false,
      });
    },
  };
};

/** While the program works, leaving would lose sight of it. */
export const isBusy = (state: AppState): boolean =>
  state.scan.kind === 'running' ||
  state.plan.kind === 'running' ||
  state.removal.kind === 'running' ||
  state.cleaning.kind === 'running' ||
  state.opening.kind === 'running' ||
  state.map.kind === 'reading';

/**
 * Whether an earlier step may be shown again. Once something was removed the earlier steps tell of a computer that is
 * no more; from there the only way is to look again.
 */
export const mayGoBackTo = (state: AppState, step: string): boolean => {
  // What came before is of another start of this computer, or was never shown here.
  if (state.step === restartStep) return false;
  const place = state.route.indexOf(step);
  if (place < 0 || place >= state.route.indexOf(state.step)) return false;
  return !isBusy(state) && state.removal.kind !== 'done' && state.removal.kind !== 'failed';
};
