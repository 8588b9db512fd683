import { en } from '../../electron/core/text/en.ts';
import type { Problem, ProblemCode } from '../../electron/core/model/result.ts';
import type { Report } from '../../electron/core/model/report.ts';
import type { About } from '../store/about.ts';
import { steps } from '../steps/index.ts';
import type { AppState, AppStore } from '../store/app-state.ts';
import { createAppStore } from '../store/create-app-store.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';
import { foundReport, host, planReport, report } from './reports.ts';

export const problem = (
  code: ProblemCode,
): { readonly ok: false; readonly problem: { readonly code: ProblemCode } } => ({
  ok: false,
  problem: { code },
});

/** A window's store with the real steps on a made-up computer, and the ways through it that many tests take. */
export interface Walk {
  readonly bridge: FakeBridge;
  readonly store: AppStore;
  state(): AppState;
  /** The input of the newest call of that name. */
  lastInput(name: string): unknown;
  timesAsked(name: string): number;
  scanned(found?: Report): Promise<void>;
  prepared(planned?: Report): Promise<void>;
  /** Prepared, and everything done that lets the removal begin. */
  agreed(): Promise<void>;
  removed(after?: Report, unsaved?: Problem): Promise<void>;
}

export const startWalk = async (about: Partial<About> = {}): Promise<Walk> => {
  const bridge = fakeBridge();
  const store = createAppStore(
    bridge,
    en,
    steps.map((step) => step.id),
  );
  const state = (): AppState => store.getState();
  void state().describe();
  await bridge.answer('describe', {
    ok: true,
    value: {
      host,
      version: '0.1.0',
      places: ['packages', 'files'],
      runtimeWarnings: [],
      mayCleanUp: true,
      program: ['removal-assistant'],
      elevation: 'not-needed',
      examples: [],
      ...about,
    },
  });
  const scanned = async (found = foundReport()): Promise<void> => {
    void state().look();
    await bridge.answer('scan', { ok: true, value: { scanId: 'scan-1', report: found } });
  };
  const prepared = async (planned = planReport()): Promise<void> => {
    await scanned();
    void state().prepare();
    await bridge.answer('plan', { ok: true, value: { report: planned } });
  };
  const agreed = async (): Promise<void> => {
    await prepared();
    state().typeWord(' Remove ');
    state().markRead(true);
  };
  const removed = async (after = report({ verdict: 'removed' }), unsaved?: Problem): Promise<void> => {
    await agreed();
    void state().remove();
    await bridge.answer('remove', { ok: true, value: { runId: 'run-1', report: after, unsaved } });
  };
  const asked = (name: string) => bridge.asked.filter((call) => call.name === name);
  return {
    bridge,
    store,
    state,
    lastInput: (name) => asked(name).at(-1)?.input,
    timesAsked: (name) => asked(name).length,
    scanned,
    prepared,
    agreed,
    removed,
  };
};
