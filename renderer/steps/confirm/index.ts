import type { Step } from '../step.ts';
import { ConfirmView } from './confirm-view.tsx';

export const confirmStep: Step = {
  id: 'confirm',
  name: (texts) => texts.window.confirm.name,
  note: () => '',
  View: ConfirmView,
};
