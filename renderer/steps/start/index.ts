import type { Step } from '../step.ts';
import { StartView } from './start-view.tsx';

export const startStep: Step = {
  id: 'start',
  name: (texts) => texts.window.start.name,
  note: (state) => state.texts.window.start.whoChoices[state.who].note,
  View: StartView,
};
