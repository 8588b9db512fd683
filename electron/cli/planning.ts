import type { Choices } from '../core/engine/conclude.ts';
import { exitCodes } from '../core/model/exit-codes.ts';
import { isHazardId } from '../core/model/hazard.ts';
import type { Report } from '../core/model/report.ts';
import type { Result } from '../core/model/result.ts';
import { fail, ok } from '../core/model/result.ts';
import { planToText } from '../core/report/summary.ts';
import { printable } from '../core/text/index.ts';
import { verdictSentence } from '../core/text/sentences.ts';
import type { Bench, Ending } from './bench.ts';

/** Options of everything that plans. */
export interface PlanningOptions {
  readonly product?: readonly string[];
  readonly accept?: readonly string[];
}

/** What the person chose, once every hazard they name is one that exists. */
export const choicesOf = (bench: Bench, { product, accept }: PlanningOptions): Result<Choices> => {
  const unknown = accept?.find((id) => !isHazardId(id));
  if (unknown !== undefined) return fail('unknown-hazard', { id: unknown });
  return ok({ productIds: product, accepted: [...new Set(accept)], subject: bench.subject });
};

/** The plan in words, headed by what the computer looks like: "nothing to remove" alone could be taken for *clean*. */
export const planText = (bench: Bench, report: Report): string =>
  `${printable(verdictSentence(bench.texts, report))}\n\n${planToText(report, bench.texts)}`;

export const planEnding = (bench: Bench, report: Report): Ending => ({
  json: report,
  text: planText(bench, report),
  exit: report.plan.blockedBy.length > 0 ? exitCodes.blocked : exitCodes.done,
});
