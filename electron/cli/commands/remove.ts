import type { Choices } from '../../core/engine/conclude.ts';
import { conclude } from '../../core/engine/conclude.ts';
import { isNothingToDo, mayRemove, remove as removeAll } from '../../core/engine/remove.ts';
import type { Removed } from '../../core/engine/remove.ts';
import type { Report } from '../../core/model/report.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import { reportToText } from '../../core/report/summary.ts';
import { printable, problemText } from '../../core/text/index.ts';
import type { Bench, Ending } from '../bench.ts';
import { lookHere, saidYes } from '../bench.ts';
import { collect, examples, secondsOf } from '../command.ts';
import type { Declare } from '../command.ts';
import type { Machine } from '../context.ts';
import { atWork } from '../at-work.ts';
import { leftoverChoice } from '../leftovers.ts';
import { gatherPasswords } from '../passwords.ts';
import { checkPlaces, finish } from '../report-files.ts';
import { choicesOf, planEnding, planText } from '../planning.ts';
import type { PlanningOptions } from '../planning.ts';
import { sayReopening } from '../reopen.ts';
import { exitOfRemoval, nothingWasThereToDo } from '../removal-exit.ts';

interface RemoveOptions extends PlanningOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly out?: string;
  readonly leaveNothing?: boolean;
  readonly passwordStdin?: boolean;
  readonly leftovers?: boolean;
  readonly lockWait: number;
}

export const remove: Declare = (program, texts, start) => {
  const help = texts.cli.help;
  program
    .command('remove')
    .description(help.remove)
    .option('--product <ID>', help.product, collect)
    .option('--yes', help.yes)
    .option('--dry-run', help.dryRun)
    .option('--accept <HAZARD>', help.accept, collect)
    .option('--out <DIR>', help.out)
    .option('--raw', help.raw)
    .option('--leave-nothing', help.leaveNothing)
    .option('--password-stdin', help.passwordStdin)
    .option('--leftovers', help.leftovers)
    .option('--lock-wait <SECONDS>', help.lockWait, secondsOf, 600)
    .addHelpText(
      'after',
      examples(texts, [
        'remove --dry-run',
        'remove --yes --accept managed-redeploy --asset-tag PC-17 --out /media/stick/reports',
        'remove --yes --password-stdin < password.txt',
        'remove --yes --leftovers',
        'remove --yes --portable --leave-nothing --asset-tag PC-17',
      ]),
    )
    .action(start(runRemove));
};

const runRemove = async (bench: Bench, options: RemoveOptions): Promise<Result<Ending>> => {
  const chosen = removalChoices(bench, options);
  if (!chosen.ok) return chosen;
  const asks = options.yes !== true && options.dryRun !== true;
  if (asks && bench.context.ask === undefined) return fail('no-terminal');
  const ready = await checkPlaces(bench, options);
  if (!ready.ok) return ready;

  const taken = await lookHere(bench);
  if (!taken.ok) return taken;
  const report = conclude(bench.desk, taken.value, chosen.value, bench.context.clock.now());
  const { machine } = bench.context;
  if (machine === undefined) return fail('unsupported-system');
  const allowed = mayRemove(report, chosen.value);
  // An unknown product is refused in a dry run too; what would merely block it is what a dry run shows.
  if (options.dryRun === true && (allowed.ok || allowed.problem.code !== 'unknown-product'))
    return finish(bench, options, planEnding(bench, report), report);
  if (!isNothingToDo(report)) showPlan(bench, report, asks && allowed.ok);
  if (!allowed.ok) return allowed;
  if (isNothingToDo(report))
    return finish(bench, options, removalEnding(bench, report, chosen.value), report);

  const agreed = asks ? await agree(bench, report, chosen.value) : ok(chosen.value);
  if (!agreed.ok) return agreed;
  sayPlace(bench);
  const removed = await carryOut(bench, machine, options, report, agreed.value);
  if (!removed.ok) return removed;
  const { report: after, unsaved, reopening } = removed.value;
  if (unsaved !== undefined) bench.voice.warn(problemText(bench.texts, unsaved));
  sayReopening(bench, reopening);
  return finish(bench, options, removalEnding(bench, after, chosen.value), after);
};

/** Who asked for everything on the stick learns what is not there. */
const sayPlace = ({ common, isUsualFolder, runs, voice, texts }: Bench): void => {
  if (common.portable === true && isUsualFolder) voice.note(texts.cli.runsStayHere(printable(runs.folder)));
};

const removalChoices = (bench: Bench, options: RemoveOptions): Result<Choices> => {
  const choices = choicesOf(bench, options);
  if (!choices.ok) return choices;
  const leftovers = leftoverChoice(bench, options);
  return leftovers.ok ? ok({ ...choices.value, ...leftovers.value }) : leftovers;
};

/** With --json standard output is kept for the document; who is asked has to see what for. */
const showPlan = (bench: Bench, report: Report, asked: boolean): void => {
  const text = `${planText(bench, report)}\n`;
  if (bench.common.json !== true) bench.context.stdout.write(text);
  else if (asked) bench.context.stderr.write(text);
};

/** The word is given for what was shown: what turns up later is not removed with it. */
const agree = async (bench: Bench, report: Report, choices: Choices): Promise<Result<Choices>> => {
  const willAct = report.plan.actions.filter((action) => action.refusal === undefined);
  const withLeftovers = (report.plan.leftovers ?? []).length > 0;
  if (willAct.length === 0 && !withLeftovers) return ok(choices);
  if (!(await saidYes(bench, willAct.length, withLeftovers))) return fail('cancelled');
  return ok({ ...choices, productIds: [...new Set(report.plan.actions.map((action) => action.productId))] });
};

const carryOut = async (
  bench: Bench,
  machine: Machine,
  options: RemoveOptions,
  shown: Report,
  choices: Choices,
): Promise<Result<Removed>> => {
  const passwords = await gatherPasswords(bench, options.passwordStdin === true, shown, options.yes !== true);
  if (!passwords.ok) return passwords;
  return atWork(bench, machine, options, shown.plan.actions, passwords.value, (ports) =>
    removeAll(bench.desk, ports, choices),
  );
};

const removalEnding = (bench: Bench, report: Report, choices: Choices): Ending => {
  const stuck = report.run === undefined && !nothingWasThereToDo(report, choices);
  const nothing = stuck ? bench.texts.cli.nothingRemovable : bench.texts.cli.planEmpty;
  const text = reportToText(report, bench.texts);
  return {
    json: report,
    text: report.run === undefined ? `${text}\n${nothing}\n` : text,
    exit: exitOfRemoval(report, choices),
  };
};
