import type { CallInput } from '../../core/contract/contract.ts';
import type { Choices } from '../../core/engine/conclude.ts';
import { consentTo } from '../../core/engine/consent.ts';
import { isHazardId } from '../../core/model/hazard.ts';
import type { Report } from '../../core/model/report.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import type { KeptScan } from '../memory.ts';
import type { Services } from '../services.ts';

export interface Chosen {
  readonly scan: KeptScan;
  readonly choices: Choices;
}

/** What the window chose, tied to a scan of this computer. What was accepted goes into the report: only real names. */
export const chosenFrom = (
  { memory, machine }: Pick<Services, 'memory' | 'machine'>,
  input: Omit<CallInput<'remove'>, 'passwords'>,
): Result<Chosen> => {
  const scan = memory.scanOfThisComputer(input.scanId);
  if (!scan.ok) return scan;
  const unknown = input.accepted.find((id) => !isHazardId(id));
  if (unknown !== undefined) return fail('unknown-hazard', { id: unknown });
  if (input.leftovers === true && machine?.quarantine === undefined) return fail('leftovers-unsupported');
  const { productIds, accepted } = input;
  const leftovers = input.leftovers === true ? { own: machine?.own ?? [] } : undefined;
  return ok({ scan: scan.value, choices: { productIds, accepted, subject: scan.value.subject, leftovers } });
};

/** Of what is left only what was shown is meant, also where this very program has the rights. */
export const removalConsent = (choices: Choices, shown: Report): Choices => {
  if (choices.leftovers === undefined) return choices;
  const { leftovers: consent } = consentTo(shown, choices.productIds ?? [], choices.accepted ?? []);
  return { ...choices, leftovers: { ...choices.leftovers, consent } };
};
