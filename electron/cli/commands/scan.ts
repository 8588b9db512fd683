import { Option } from 'commander';
import { conclude } from '../../core/engine/conclude.ts';
import { exitCodeOfVerdict } from '../../core/model/exit-codes.ts';
import type { Result } from '../../core/model/result.ts';
import { ok } from '../../core/model/result.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';
import { jsonText } from '../../core/report/json-escape.ts';
import { reportToText } from '../../core/report/summary.ts';
import type { Bench, Ending } from '../bench.ts';
import type { Declare } from '../command.ts';
import { examples } from '../command.ts';
import { look } from '../files.ts';
import { writeNamed } from '../report-files.ts';

interface ScanOptions {
  readonly save?: string;
  readonly from?: string;
}

export const scan: Declare = (program, texts, start) => {
  const help = texts.cli.help;
  program
    .command('scan')
    .description(help.scan)
    .option('--save <FILE>', help.save)
    .addOption(new Option('--from <FILE>', help.from).conflicts('save'))
    .addHelpText(
      'after',
      examples(texts, ['scan', 'scan --save pc-17.json', 'scan --from pc-17.json --json']),
    )
    .action(start(runScan));
};

const runScan = async (bench: Bench, { from, save }: ScanOptions): Promise<Result<Ending>> => {
  const taken = await look(bench, from);
  if (!taken.ok) return taken;
  if (save !== undefined) {
    const written = await writeNamed(bench, save, jsonText(taken.value));
    if (!written.ok) return written;
    bench.voice.note(bench.texts.cli.saved(save));
  }
  return ok(identification(bench, taken.value));
};

/** What a look says, with the exit code of its verdict. */
export const identification = (bench: Bench, snapshot: Snapshot): Ending => {
  const report = conclude(bench.desk, snapshot, { subject: bench.subject }, bench.context.clock.now());
  return { json: report, text: reportToText(report, bench.texts), exit: exitCodeOfVerdict[report.verdict] };
};
