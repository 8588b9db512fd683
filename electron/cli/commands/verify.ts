import { Option } from 'commander';
import { lookOf } from '../../core/engine/conclude.ts';
import { leftoversSoFar } from '../../core/engine/leftover-stage.ts';
import { awaitingRestart, runFromJournal } from '../../core/engine/run-history.ts';
import { verifyAgain } from '../../core/engine/verify-again.ts';
import type { RunSoFar } from '../../core/engine/verify.ts';
import { exitCodeOfVerdict, exitCodes } from '../../core/model/exit-codes.ts';
import { sameComputer } from '../../core/engine/same-computer.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import { checkSeal } from '../../core/report/seal.ts';
import { reportToText } from '../../core/report/summary.ts';
import type { StoredRun } from '../../platform/shared/run-store.ts';
import type { Bench, Ending } from '../bench.ts';
import { lookHere } from '../bench.ts';
import type { Declare } from '../command.ts';
import { examples } from '../command.ts';
import { readIntactReport } from '../files.ts';
import { latestRunOf } from '../../platform/shared/latest-run.ts';
import { dropWhenOver } from '../reopen.ts';
import { identification } from './scan.ts';

interface VerifyOptions {
  readonly run?: string;
  readonly report?: string;
}

export const verify: Declare = (program, texts, start) => {
  const help = texts.cli.help;
  program
    .command('verify')
    .description(help.verify)
    .addOption(new Option('--run <RUN>', help.run).conflicts('report'))
    .option('--report <FILE>', help.checkReport)
    .addHelpText('after', examples(texts, ['verify', 'verify --report report.json']))
    .action(start(runVerify));
};

const runVerify = async (bench: Bench, options: VerifyOptions): Promise<Result<Ending>> => {
  if (options.report !== undefined) return checkReport(bench, options.report);
  const named = options.run === undefined ? ok(undefined) : await bench.runs.readRun(options.run);
  if (!named.ok) return named;
  const taken = await lookHere(bench);
  if (!taken.ok) return taken;
  const run =
    named.value === undefined
      ? await latestRunOf(bench.runs, taken.value.host)
      : sameComputer(named.value, taken.value.host);
  if (!run.ok) return run;
  const intact = run.value?.report === undefined ? ok(true) : checkSeal(run.value.report);
  if (!intact.ok) return intact;
  // A run that broke off before its first action changed nothing: there is nothing to compare either.
  const start = await bench.context.machine?.starts.read();
  const sofar = run.value === undefined ? undefined : runSoFar(bench, run.value, start);
  if (sofar === undefined) return ok(identification(bench, taken.value));
  const report = verifyAgain(bench.desk, sofar, taken.value, bench.context.clock.now());
  if (run.value !== undefined) await dropWhenOver(bench, run.value, report);
  return ok({
    json: report,
    text: reportToText(report, bench.texts),
    exit: exitCodeOfVerdict[report.verdict],
  });
};

const checkReport = async (bench: Bench, path: string): Promise<Result<Ending>> => {
  const report = await readIntactReport(path);
  if (!report.ok) return report;
  // Whoever asks wants proof of a real computer, so what is none must not look like it to a script either.
  if (report.value.host.example !== undefined) return fail('example-report');
  return ok({ json: report.value, text: `${bench.texts.cli.intact}\n`, exit: exitCodes.done });
};

/** The run as its report tells it; of one that was interrupted, as its journal does. What was planned, the journal knows. */
const runSoFar = (bench: Bench, stored: StoredRun, start: string | undefined): RunSoFar | undefined => {
  const { report, found, journal, before } = stored;
  const history = runFromJournal(journal.entries);
  if (history === undefined) return undefined;
  const first = { ...found, subject: { ...found.subject, ...bench.subject } };
  const run = report?.run ?? history.run;
  // What was put back since is not in quarantine any more.
  const leftovers = leftoversSoFar(history.leftovers) ?? run.leftovers;
  return {
    run: { ...run, ...(leftovers === undefined ? {} : { leftovers }) },
    planned: history.planned,
    first,
    before: lookOf(before, found),
    awaitingRestart: awaitingRestart(history, start),
  };
};
