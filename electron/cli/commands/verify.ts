import { Option } from 'commander';
import { lookOf } from '../../core/engine/conclude.ts';
import { runFromJournal, verifyAgain } from '../../core/engine/verify-again.ts';
import type { RunSoFar } from '../../core/engine/verify.ts';
import { exitCodeOfVerdict, exitCodes } from '../../core/model/exit-codes.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';
import { reportToText } from '../../core/report/summary.ts';
import type { StoredRun } from '../../platform/shared/run-store.ts';
import type { Bench, Ending } from '../bench.ts';
import { lookHere } from '../bench.ts';
import type { Declare } from '../command.ts';
import { examples } from '../command.ts';
import { readIntactReport } from '../files.ts';
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
      ? await latestRunOf(bench, taken.value)
      : sameComputer(named.value, taken.value);
  if (!run.ok) return run;
  // A run that broke off before its first action changed nothing: there is nothing to compare either.
  const sofar = run.value === undefined ? undefined : runSoFar(bench, run.value);
  if (sofar === undefined) return ok(identification(bench, taken.value));
  const report = verifyAgain(bench.desk, sofar, taken.value, bench.context.clock.now());
  return ok({
    json: report,
    text: reportToText(report, bench.texts),
    exit: exitCodeOfVerdict[report.verdict],
  });
};

const checkReport = async (bench: Bench, path: string): Promise<Result<Ending>> => {
  const report = await readIntactReport(path);
  if (!report.ok) return report;
  return ok({ json: report.value, text: `${bench.texts.cli.intact}\n`, exit: exitCodes.done });
};

const isOf = (run: StoredRun, { host }: Snapshot): boolean =>
  run.before.host.name === host.name && run.before.host.os === host.os;

/** Two looks at two computers prove nothing. */
const sameComputer = (run: StoredRun, now: Snapshot): Result<StoredRun> =>
  isOf(run, now)
    ? ok(run)
    : fail('run-of-other-computer', {
        run: run.id,
        there: run.before.host.name ?? '?',
        here: now.host.name ?? '?',
      });

/** The newest run of this computer: on a stick lie the runs of many. Undefined: there is none. */
const latestRunOf = async ({ runs }: Bench, now: Snapshot): Promise<Result<StoredRun | undefined>> => {
  const all = await runs.listRuns();
  if (!all.ok) return all;
  for (const id of all.value) {
    const run = await runs.readRun(id);
    if (!run.ok || isOf(run.value, now)) return run;
  }
  return ok(undefined);
};

/** The run as its report tells it; of one that was interrupted, as its journal does. */
const runSoFar = (bench: Bench, stored: StoredRun): RunSoFar | undefined => {
  const { report, found, journal, before } = stored;
  const told =
    report?.run === undefined
      ? runFromJournal(journal.entries)
      : { run: report.run, planned: report.plan.actions };
  if (told === undefined) return undefined;
  const first = { ...found, subject: { ...found.subject, ...bench.subject } };
  return { ...told, first, before: lookOf(before, found) };
};
