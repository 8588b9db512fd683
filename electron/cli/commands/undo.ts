import { undo as putBack } from '../../core/engine/undo.ts';
import type { Refused, Undone } from '../../core/engine/undo.ts';
import { exitCodes } from '../../core/model/exit-codes.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import { printable, whyText } from '../../core/text/index.ts';
import type { Texts } from '../../core/text/index.ts';
import type { StoredRun } from '../../platform/shared/run-store.ts';
import type { Bench, Ending } from '../bench.ts';
import { dropWhenOver } from '../reopen.ts';
import type { Declare } from '../command.ts';
import { examples } from '../command.ts';
import { missingRights } from '../stored-runs.ts';
import { sameComputer } from '../../core/engine/same-computer.ts';

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
  const { machine, clock, stop } = bench.context;
  if (machine === undefined) return fail('unsupported-system');
  const host = await machine.inspector.host();
  const stored = await bench.runs.readRun(name);
  if (!stored.ok) return missingRights(bench, name, 'undo', host.elevated, stored);
  const run = sameComputer(stored.value, host);
  if (!run.ok) return run;
  if (!host.elevated) return fail('needs-administrator', { for: 'undo' });
  if (machine.quarantine === undefined) return fail('leftovers-unsupported');
  const { id, folder, journal }: StoredRun = run.value;
  const undone = await putBack(
    {
      quarantine: machine.quarantine(id, folder),
      clock,
      cancellation: stop,
      reopen: () => bench.runs.reopen(id),
      onRestore: (what, end) => {
        if (end.kind === 'restored') bench.voice.progress(bench.texts.cli.restoredOne(printable(what)));
      },
    },
    { id, entries: journal.entries },
  );
  await dropWhenOver(bench, run.value, run.value.report);
  return undone.ok ? ok(endingOf(bench.texts, id, undone.value)) : undone;
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
