import { undoRun } from '../../core/engine/undo-run.ts';
import type { Refused, Undone } from '../../core/engine/undo.ts';
import { exitCodes } from '../../core/model/exit-codes.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import { printable, problemText, whyText } from '../../core/text/index.ts';
import type { Texts } from '../../core/text/index.ts';
import type { Bench, Ending } from '../bench.ts';
import { scanPorts } from '../bench.ts';
import { leftoverPorts } from '../leftovers.ts';
import { sayReopening } from '../reopen.ts';
import type { Declare } from '../command.ts';
import { examples } from '../command.ts';
import { missingRights } from '../stored-runs.ts';

const undoSchemaName = 'removal-assistant/undo/1';

export const undo: Declare = (program, texts, start) => {
  const help = texts.cli.help;
  program
    .command('undo')
    .description(help.undo)
    .argument('<RUN>', help.undoRun)
    .addHelpText('after', examples(texts, ['undo 20261126-101500-4f3a9c']))
    .action(start((bench: Bench, _options: object, run) => runUndo(bench, run ?? '')));
};

const runUndo = async (bench: Bench, name: string): Promise<Result<Ending>> => {
  const { machine, stop } = bench.context;
  if (machine === undefined) return fail('unsupported-system');
  const left = await bench.runs.read(name);
  if (!left.ok) {
    const { elevated } = await machine.inspector.host();
    return missingRights(bench, name, 'undo', elevated, left);
  }
  const leftovers = leftoverPorts(bench, machine);
  if (leftovers === undefined) return fail('leftovers-unsupported');
  const undone = await undoRun(
    bench.desk,
    {
      ...scanPorts(bench, machine),
      cancellation: stop,
      store: bench.runs,
      starts: machine.starts,
      reopener: machine.reopener,
      leftovers,
      onRemove: () => undefined,
      onRestore: (what, end) => {
        if (end.kind === 'restored') bench.voice.progress(bench.texts.cli.restoredOne(printable(what)));
      },
    },
    left.value,
  );
  if (!undone.ok) return undone;
  const { unsaved, reopening } = undone.value;
  if (unsaved !== undefined) bench.voice.warn(problemText(bench.texts, unsaved));
  sayReopening(bench, reopening);
  return ok(endingOf(bench.texts, left.value.id, undone.value));
};

const endingOf = (texts: Texts, run: string, { restored, refused }: Undone): Ending => {
  const document = {
    schema: undoSchemaName,
    run,
    restored,
    refused: refused.map(({ what, why, detail }) => ({
      what,
      why: texts.keptReasons[why],
      code: why,
      ...(detail === undefined ? {} : { detail }),
    })),
  };
  return { json: document, text: textOf(texts, { restored, refused }), exit: exitOf(refused) };
};

const exitOf = (refused: readonly Refused[]): number => {
  if (refused.length === 0) return exitCodes.done;
  return refused.some(({ why }) => why === 'cancelled') ? exitCodes.cancelled : exitCodes.incomplete;
};

const textOf = (texts: Texts, { restored, refused }: Undone): string => {
  const t = texts.cli;
  const lines = restored === 0 && refused.length === 0 ? [t.nothingToUndo] : [t.restored(restored)];
  if (refused.length > 0) lines.push('', t.refused);
  for (const { what, why, detail } of refused)
    lines.push(
      `  ${printable(what)}: ${texts.keptReasons[why]}${detail === undefined ? '' : ` (${printable(whyText(texts, detail))})`}`,
    );
  return `${lines.join('\n')}\n`;
};
