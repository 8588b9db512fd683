import type { AppState } from '../../store/app-state.ts';
import { productsHere } from '../../store/scan-summary.ts';
import type { Step } from '../step.ts';
import { IdentifyView } from './identify-view.tsx';

export const identifyStep: Step = {
  id: 'identify',
  name: (texts) => texts.window.identify.name,
  note: (state) => noteOf(state),
  View: IdentifyView,
};

const noteOf = ({ scan, texts }: AppState): string => {
  if (scan.kind !== 'done') return '';
  const words = texts.window.identify;
  const products = productsHere(scan.report).length;
  if (products > 0) return words.noteFound(products);
  return scan.report.verdict === 'leftovers' ? words.noteLeftovers : words.noteNothing;
};
