import { productsAskingPassword } from '../../../electron/core/model/asking-password.ts';
import type { Report } from '../../../electron/core/model/report.ts';
import type { CommandStep } from '../../../electron/core/text/command-line.ts';
import { acceptedIds } from '../../store/plan.ts';

/** The removal of these products as a step of the command line, with every hazard on the way accepted. */
export const removalStep = (
  report: Report,
  productIds: readonly string[],
  leftovers: boolean,
): Extract<CommandStep, { kind: 'remove' }> => ({
  kind: 'remove',
  productIds,
  accepted: acceptedIds(report, productIds),
  leftovers,
  asksPassword: productsAskingPassword(report).some((id) => productIds.includes(id)),
});
