import { checkChosen, conclude } from '../../core/engine/conclude.ts';
import type { Result } from '../../core/model/result.ts';
import { ok } from '../../core/model/result.ts';
import type { Bench, Ending } from '../bench.ts';
import { collect, examples } from '../command.ts';
import type { Declare } from '../command.ts';
import { look } from '../files.ts';
import { choicesOf, planEnding } from '../planning.ts';
import type { PlanningOptions } from '../planning.ts';

interface PlanOptions extends PlanningOptions {
  readonly from?: string;
}

export const plan: Declare = (program, texts, start) => {
  const help = texts.cli.help;
  program
    .command('plan')
    .description(help.plan)
    .option('--from <FILE>', help.from)
    .option('--product <ID>', help.product, collect)
    .option('--accept <HAZARD>', help.accept, collect)
    .addHelpText('after', examples(texts, ['plan', 'plan --product linux-kesl --accept managed-redeploy']))
    .action(start(runPlan));
};

const runPlan = async (bench: Bench, options: PlanOptions): Promise<Result<Ending>> => {
  const choices = choicesOf(bench, options);
  if (!choices.ok) return choices;
  const taken = await look(bench, options.from);
  if (!taken.ok) return taken;
  const report = conclude(bench.desk, taken.value, choices.value, bench.context.clock.now());
  const chosen = checkChosen(report, options.product);
  return chosen.ok ? ok(planEnding(bench, report)) : chosen;
};
