import type { Report } from '../core/model/report.ts';
import { exitCodes } from '../core/model/exit-codes.ts';
import { problemText } from '../core/text/index.ts';
import type { Bench, Ending } from './bench.ts';

/**
 * After the final verdict, and once its proof lies elsewhere: takes this tool's own record of the run off the computer.
 * What the run set aside is the person's to undo, so then it stays, and how to end that is said.
 */
export const forgetWhenDone = async (bench: Bench, ending: Ending, report: Report): Promise<void> => {
  const { run } = report;
  if (run === undefined || ending.exit !== exitCodes.done) return;
  const { voice, texts, runs } = bench;
  if ((run.leftovers?.setAside ?? []).length > 0) return voice.warn(texts.cli.keptForUndo(run.id));
  const forgotten = await runs.forget(run.id);
  if (!forgotten.ok) voice.warn(problemText(texts, forgotten.problem));
};
