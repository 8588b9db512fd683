import type { CallInput } from '../../core/contract/contract.ts';
import type { Choices } from '../../core/engine/conclude.ts';
import { isHazardId } from '../../core/model/hazard.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import type { KeptScan, Memory } from '../memory.ts';

export interface Chosen {
  readonly scan: KeptScan;
  readonly choices: Choices;
}

/** What the window chose, tied to a scan of this computer. What was accepted goes into the report: only real names. */
export const chosenFrom = (memory: Memory, input: CallInput<'plan' | 'remove'>): Result<Chosen> => {
  const scan = memory.scanOfThisComputer(input.scanId);
  if (!scan.ok) return scan;
  const unknown = input.accepted.find((id) => !isHazardId(id));
  if (unknown !== undefined) return fail('unknown-hazard', { id: unknown });
  const { productIds, accepted } = input;
  return ok({ scan: scan.value, choices: { productIds, accepted, subject: scan.value.subject } });
};
