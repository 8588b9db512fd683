import type { Problem } from '../../electron/core/model/result.ts';
import { ask } from '../bridge/bridge.ts';
import type { Answer } from '../bridge/bridge.ts';
import type { AppState, SliceContext } from './app-state.ts';
import { problemOf } from './app-state.ts';

export type SwitchState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface ExampleSlice {
  /** Changing over to another computer. */
  readonly switching: SwitchState;
  /** Plays a recorded computer in the place of this one. */
  openExample(name: string): Promise<void>;
  leaveExample(): Promise<void>;
}

export const exampleSlice = ({ bridge, set, get }: SliceContext): ExampleSlice => {
  const change = async (answer: Promise<Answer<'openExample' | 'leaveExample'>>): Promise<void> => {
    set({ switching: { kind: 'running' } });
    const changed = await answer;
    if (!changed.ok) {
      set({ switching: { kind: 'failed', problem: problemOf(changed) } });
      return;
    }
    // What was seen was seen on the other computer.
    const { restart, goTo, route, describe } = get();
    restart();
    set({ switching: { kind: 'idle' }, scan: { kind: 'idle' }, chosen: [] });
    goTo(route[0] ?? '');
    await describe();
  };
  return {
    switching: { kind: 'idle' },
    async openExample(name) {
      if (get().switching.kind !== 'running') await change(ask(bridge, 'openExample', { name }));
    },
    async leaveExample() {
      if (get().switching.kind !== 'running') await change(ask(bridge, 'leaveExample', {}));
    },
  };
};

/** Whether what is shown is about a recorded example: the computer that is played, or a saved scan of one. */
export const isExample = ({ about, scan }: Pick<AppState, 'about' | 'scan'>): boolean =>
  (about.kind === 'done' && about.about.host.example !== undefined) ||
  (scan.kind === 'done' && scan.report.host.example !== undefined);

/** Whether there is an example to leave. */
export const isPlayed = ({ about }: Pick<AppState, 'about'>): boolean =>
  about.kind === 'done' && about.about.host.example !== undefined;
