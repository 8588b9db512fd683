import { exitCodes } from '../../core/model/exit-codes.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import { problemText } from '../../core/text/index.ts';
import type { Bench, Ending } from '../bench.ts';
import { saidWord } from '../bench.ts';
import type { Declare } from '../command.ts';
import { examples } from '../command.ts';
import { missingRights } from '../stored-runs.ts';

const forgetSchemaName = 'removal-assistant/forget/1';

interface ForgetOptions {
  readonly yes?: boolean;
}

export const forget: Declare = (program, texts, start) => {
  const help = texts.cli.help;
  program
    .command('forget')
    .description(help.forget)
    .argument('<RUN>', help.undoRun)
    .option('--yes', help.yes)
    .addHelpText('after', examples(texts, ['forget 20261126-101500-4f3a9c --yes']))
    .action(start((bench: Bench, options: ForgetOptions, run) => runForget(bench, options, run ?? '')));
};

/** Also for a run that can no longer be read: whoever names it wants it gone. What it set aside goes with it. */
const runForget = async (bench: Bench, { yes }: ForgetOptions, id: string): Promise<Result<Ending>> => {
  const { machine, ask } = bench.context;
  if (machine === undefined) return fail('unsupported-system');
  if (yes !== true) {
    if (ask === undefined) return fail('no-terminal');
    if (!(await saidWord(bench, bench.texts.cli.askForget(id)))) return fail('cancelled');
  }
  const forgotten = await bench.runs.forget(id);
  if (!forgotten.ok)
    return missingRights(bench, id, 'forget', (await machine.inspector.host()).elevated, forgotten);
  // Nothing is left to open again for.
  const dropped = await machine.reopener?.drop(id);
  if (dropped?.ok === false) bench.voice.warn(problemText(bench.texts, dropped.problem));
  return ok({
    json: { schema: forgetSchemaName, run: id, forgotten: true },
    text: `${bench.texts.cli.forgotten(id)}\n`,
    exit: exitCodes.done,
  });
};
