import type { Step } from '../step.ts';
import { PrepareView } from './prepare-view.tsx';

export const prepareStep: Step = {
  id: 'prepare',
  name: (texts) => texts.window.prepare.name,
  note: (state) => (state.removal.kind === 'idle' ? '' : state.texts.window.prepare.note),
  View: PrepareView,
};
