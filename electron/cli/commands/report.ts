import { InvalidArgumentError, Option } from 'commander';
import { conclude } from '../../core/engine/conclude.ts';
import { exitCodes } from '../../core/model/exit-codes.ts';
import type { Report } from '../../core/model/report.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import { reportToCsv } from '../../core/report/csv.ts';
import { reportToHtml } from '../../core/report/html.ts';
import { jsonText } from '../../core/report/json-escape.ts';
import { handOut } from '../../core/report/redact.ts';
import { checkSeal } from '../../core/report/seal.ts';
import type { Bench, Ending } from '../bench.ts';
import type { WantedValue } from '../../core/model/usage.ts';
import type { Declare } from '../command.ts';
import { examples } from '../command.ts';
import { look, readIntactReport } from '../files.ts';
import { writeNamed } from '../report-files.ts';

const formats = ['html', 'json', 'csv', 'pdf'] as const;
type Format = (typeof formats)[number];

interface ReportOptions {
  readonly from?: string;
  readonly in?: string;
  readonly format: Format;
  readonly out: string;
  readonly raw?: boolean;
}

export const report: Declare = (program, texts, start) => {
  const help = texts.cli.help;
  const formatOf = (text: string): Format => {
    const known = formats.find((format) => format === text);
    if (known === undefined) throw new InvalidArgumentError('format' satisfies WantedValue);
    return known;
  };
  program
    .command('report')
    .description(help.report)
    .argument('[RUN]', help.reportRun)
    .addOption(new Option('--from <SNAPSHOT>', help.from).conflicts('in'))
    .option('--in <REPORT.json>', help.reportIn)
    .requiredOption('--format <FORMAT>', help.format, formatOf)
    .requiredOption('--out <FILE>', help.outFile)
    .option('--raw', help.raw)
    .addHelpText(
      'after',
      examples(texts, [
        'report --format html --out report.html',
        'report --in report.json --format csv --out report.csv',
        'report --from pc-17.json --format html --out pc-17.html',
        'report --raw --format json --out exact.json',
      ]),
    )
    .action(start(runReport));
};

const runReport = async (
  bench: Bench,
  options: ReportOptions,
  run: string | undefined,
): Promise<Result<Ending>> => {
  const { texts } = bench;
  if (run !== undefined && (options.from !== undefined || options.in !== undefined))
    return fail('usage', { fault: 'only-one', names: 'RUN, --from, --in' });
  const { format, out, raw } = options;
  if (format === 'pdf') return fail('pdf-needs-window');
  const source = await sourceOf(bench, options, run);
  if (!source.ok) return source;
  const handedOut = handOut(source.value, raw);
  const written = await writeNamed(bench, out, render(handedOut, format, bench));
  if (!written.ok) return written;
  return ok({ json: handedOut, text: `${texts.cli.saved(out)}\n`, exit: exitCodes.done });
};

const render = (source: Report, format: Exclude<Format, 'pdf'>, { texts }: Bench): string => {
  switch (format) {
    case 'html':
      return reportToHtml(source, texts);
    case 'json':
      return jsonText(source);
    case 'csv':
      return reportToCsv(source);
  }
};

const sourceOf = async (
  bench: Bench,
  options: ReportOptions,
  run: string | undefined,
): Promise<Result<Report>> => {
  if (options.in !== undefined) return readIntactReport(options.in);
  if (options.from === undefined) return reportOfRun(bench, run);
  const taken = await look(bench, options.from);
  if (!taken.ok) return taken;
  return ok(conclude(bench.desk, taken.value, { subject: bench.subject }, bench.context.clock.now()));
};

const reportOfRun = async ({ runs }: Bench, run: string | undefined): Promise<Result<Report>> => {
  const id = run === undefined ? await runs.latestRun() : ok(run);
  if (!id.ok) return id;
  const stored = await runs.readRun(id.value);
  if (!stored.ok) return stored;
  const finished = stored.value.report;
  if (finished === undefined) return fail('run-unfinished', { run: id.value });
  const intact = checkSeal(finished);
  return intact.ok ? ok(finished) : intact;
};
