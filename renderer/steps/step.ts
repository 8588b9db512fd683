import type { ComponentType } from 'react';
import type { Texts } from '../../electron/core/text/index.ts';
import type { AppState } from '../store/app-state.ts';

/** One step of the wizard. A new one is a folder and a line in `steps/index.ts`. */
export interface Step {
  readonly id: string;
  name(texts: Texts): string;
  /** What was decided or found here, for the rail; empty when there is nothing to say yet. */
  note(state: AppState): string;
  readonly View: ComponentType;
}
