import type { Choices } from '../core/engine/conclude.ts';
import { exitCodeOfVerdict, exitCodes } from '../core/model/exit-codes.ts';
import type { Report } from '../core/model/report.ts';

/** The exit code of a removal that was not refused. */
export const exitOfRemoval = (report: Report, choices: Choices): number => {
  if (report.run === undefined)
    return nothingWasThereToDo(report, choices) ? exitCodes.done : exitCodes.incomplete;
  if (report.run.cancelled === true && report.verdict !== 'removed') return exitCodes.cancelled;
  return exitCodeOfVerdict[report.verdict];
};

/** No run: either nothing is installed, or something is that cannot be removed, or that could not be looked for. */
export const nothingWasThereToDo = (report: Report, { productIds }: Choices): boolean => {
  if (productIds === undefined) return report.verdict === 'clean' || report.verdict === 'leftovers';
  return !report.detections.some(
    (detection) => productIds.includes(detection.productId) && detection.status === 'installed',
  );
};
