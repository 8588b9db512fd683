import type { Problem } from '../../electron/core/model/result.ts';
import type { CallOutput } from '../bridge/bridge.ts';
import { ask } from '../bridge/bridge.ts';
import type { SliceContext } from './app-state.ts';
import { problemOf } from './app-state.ts';

export type About = CallOutput<'describe'>;

export type AboutState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly about: About }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface AboutSlice {
  readonly about: AboutState;
  /** Asks what computer this is. */
  describe(): Promise<void>;
}

export const aboutSlice = ({ bridge, set, get }: SliceContext): AboutSlice => ({
  about: { kind: 'idle' },
  async describe() {
    if (get().about.kind === 'running') return;
    set({ about: { kind: 'running' } });
    const answer = await ask(bridge, 'describe', {});
    set({
      about: answer.ok
        ? { kind: 'done', about: answer.value }
        : { kind: 'failed', problem: problemOf(answer) },
    });
  },
});
