import { Option } from 'commander';
import type { Remainder } from '../../core/engine/resume.ts';
import { remainderOf, resume as resumeRun } from '../../core/engine/resume.ts';
import { isNothingToDo, mayRemove } from '../../core/engine/remove.ts';
import { runFromJournal } from '../../core/engine/run-history.ts';
import { sameComputer } from '../../core/engine/same-computer.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import { planToText, reportToText } from '../../core/report/summary.ts';
import { problemText } from '../../core/text/index.ts';
import type { StoredRun } from '../../platform/shared/run-store.ts';
import { atWork } from '../at-work.ts';
import type { Bench, Ending } from '../bench.ts';
import { lookHere, saidYes } from '../bench.ts';
import type { Declare } from '../command.ts';
import { collect, examples, secondsOf } from '../command.ts';
import type { Machine } from '../context.ts';
import { reopenedWord } from '../../platform/shared/reopen/own-program.ts';
import { leftoverPorts } from '../leftovers.ts';
import { gatherPasswords } from '../passwords.ts';
import { choicesOf } from '../planning.ts';
import { reopenerOf, sayReopening } from '../reopen.ts';
import { exitOfRemoval } from '../removal-exit.ts';
import { checkPlaces, finish } from '../report-files.ts';
import { latestRunOf } from '../../platform/shared/latest-run.ts';

interface ResumeOptions {
  readonly run?: string;
  readonly yes?: boolean;
  readonly reopened?: boolean;
  readonly accept?: readonly string[];
  readonly out?: string;
  readonly leaveNothing?: boolean;
  readonly passwordStdin?: boolean;
  readonly lockWait: number;
}

export const resume: Declare = (program, texts, start) => {
  const help = texts.cli.help;
  program
    .command('resume')
    .description(help.resume)
    .option('--run <RUN>', help.run)
    .option('--yes', help.yes)
    .option('--accept <HAZARD>', help.accept, collect)
    .option('--out <DIR>', help.out)
    .option('--raw', help.raw)
    .option('--leave-nothing', help.leaveNothing)
    .option('--password-stdin', help.passwordStdin)
    .option('--lock-wait <SECONDS>', help.lockWait, secondsOf, 600)
    // Said by what was registered for after the restart: the terminal that it opened stays until somebody has read.
    .addOption(new Option(reopenedWord).hideHelp())
    .addHelpText('after', examples(texts, ['resume', 'resume --yes --out /media/stick/reports']))
    .action(start(runResume));
};

const runResume = async (bench: Bench, options: ResumeOptions): Promise<Result<Ending>> => {
  const choices = choicesOf(bench, options);
  if (!choices.ok) return choices;
  const { machine } = bench.context;
  if (machine === undefined) return fail('unsupported-system');
  const ready = await checkPlaces(bench, options);
  if (!ready.ok) return ready;
  const run = await runToResume(bench, machine, options.run);
  if (!run.ok) return run;
  // Windows takes the registration away when it opens us: a terminal that is closed now opens again.
  const reopener = reopenerOf(bench, machine);
  if (options.reopened === true && reopener?.isOnce === true) await reopener.register(run.value.id);
  const left = await whatIsLeft(bench, machine, run.value, choices.value.accepted ?? []);
  if (!left.ok) return left;
  const allowed = mayRemove(left.value.report, {});
  if (!allowed.ok) return allowed;
  const agreed = await agree(bench, options, left.value);
  if (!agreed.ok) return agreed;

  const { toDo, standing, report: shown } = left.value;
  const asks = options.yes !== true && toDo.length > 0;
  const passwords = await gatherPasswords(bench, options.passwordStdin === true, shown, asks);
  if (!passwords.ok) return passwords;
  const { id, before, found, journal } = run.value;
  const stored = { id, before, found, entries: journal.entries };
  const done = await atWork(bench, machine, options, standing.planned, passwords.value, (ports) =>
    resumeRun(bench.desk, ports, stored, choices.value),
  );
  if (!done.ok) return done;
  const { report, unsaved, reopening } = done.value;
  if (unsaved !== undefined) bench.voice.warn(problemText(bench.texts, unsaved));
  sayReopening(bench, reopening);
  if (isNothingToDo(shown)) bench.voice.note(bench.texts.cli.nothingOpen);
  const ending = { json: report, text: reportToText(report, bench.texts), exit: exitOfRemoval(report, {}) };
  return finish(bench, options, ending, report);
};

const runToResume = async (
  bench: Bench,
  machine: Machine,
  name: string | undefined,
): Promise<Result<StoredRun>> => {
  const host = await machine.inspector.host();
  if (name !== undefined) {
    const named = await bench.runs.readRun(name);
    return named.ok ? sameComputer(named.value, host) : named;
  }
  const latest = await latestRunOf(bench.runs, host);
  if (!latest.ok) return latest;
  return latest.value === undefined ? fail('no-run-yet', { folder: bench.runs.folder }) : ok(latest.value);
};

/** A first look, to show what would be done before anybody agrees to it; the run itself looks again. */
const whatIsLeft = async (
  bench: Bench,
  machine: Machine,
  { id, journal }: StoredRun,
  accepted: readonly string[],
): Promise<Result<Remainder>> => {
  const history = runFromJournal(journal.entries);
  if (history === undefined) return fail('run-never-began', { run: id });
  const taken = await lookHere(bench);
  if (!taken.ok) return taken;
  const start = await machine.starts.read();
  const now = bench.context.clock.now();
  const own = leftoverPorts(bench, machine)?.own ?? [];
  return ok(remainderOf(bench.desk, history, taken.value, start, { accepted, own }, now));
};

const agree = async (bench: Bench, options: ResumeOptions, left: Remainder): Promise<Result<true>> => {
  const { context, common, texts } = bench;
  const willAct = left.toDo.filter((action) => action.refusal === undefined);
  if (!isNothingToDo(left.report)) {
    const text = `${planToText({ ...left.report, sha256: '' }, texts)}\n`;
    if (common.json !== true) context.stdout.write(text);
    else if (options.yes !== true) context.stderr.write(text);
  }
  const withLeftovers = (left.report.plan.leftovers ?? []).length > 0;
  if (options.yes === true || (willAct.length === 0 && !withLeftovers)) return ok(true);
  if (context.ask === undefined) return fail('no-terminal');
  return (await saidYes(bench, willAct.length, withLeftovers)) ? ok(true) : fail('cancelled');
};
