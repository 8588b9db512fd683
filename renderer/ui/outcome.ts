import { goodOutcomes } from '../../electron/core/model/run.ts';
import type { Outcome } from '../../electron/core/model/run.ts';
import type { Tone } from './icons.tsx';

export const outcomeTone = (outcome: Outcome): Tone => {
  if (outcome === 'restart-needed') return 'warn';
  if (goodOutcomes.includes(outcome)) return 'ok';
  return outcome === 'cancelled' || outcome === 'not-started' ? 'idle' : 'stop';
};
