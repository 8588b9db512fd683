import { goodOutcomes } from '../../../electron/core/model/run.ts';
import type { AppState } from '../../store/app-state.ts';
import type { Step } from '../step.ts';
import { RemoveView } from './remove-view.tsx';

export const removeStep: Step = {
  id: 'remove',
  name: (texts) => texts.window.remove.name,
  note: (state) => noteOf(state),
  View: RemoveView,
};

const noteOf = ({ removal, texts }: AppState): string => {
  if (removal.kind !== 'done') return '';
  const results = removal.report.run?.actions ?? [];
  const good = results.filter((result) => goodOutcomes.includes(result.outcome)).length;
  return results.length === 0 ? '' : texts.window.remove.note(good, results.length);
};
