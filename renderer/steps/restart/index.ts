import type { Step } from '../step.ts';
import { RestartView } from './restart-view.tsx';

export const restartStep: Step = {
  id: 'restart',
  name: (texts) => texts.window.restart.name,
  note: () => '',
  View: RestartView,
};
