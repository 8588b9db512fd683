import type { LeftoverEnd } from '../../../core/engine/journal.ts';
import { leftReasonOf } from '../../shared/quarantine/trouble.ts';
import { codeOf } from '../../shared/why.ts';

/** Whatever was thrown, told as why it stays. */
export const guarded = async (work: () => LeftoverEnd | Promise<LeftoverEnd>): Promise<LeftoverEnd> => {
  try {
    return await work();
  } catch (error) {
    return codeOf(error) === 'ENOTEMPTY'
      ? { kind: 'left', why: 'not-empty' }
      : { kind: 'left', ...leftReasonOf(error) };
  }
};
