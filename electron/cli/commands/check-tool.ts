import { resolve } from 'node:path';
import { exitCodes } from '../../core/model/exit-codes.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import type { Texts } from '../../core/text/index.ts';
import { printable, whyText } from '../../core/text/index.ts';
import type { VendorTool } from '../../platform/windows/executors/vendor-tool.ts';
import type { Bench, Ending } from '../bench.ts';
import type { Declare } from '../command.ts';
import { examples } from '../command.ts';

export const checkTool: Declare = (program, texts, start) => {
  const help = texts.cli.help;
  program
    .command('check-tool')
    .description(help.checkTool)
    .argument('<FILE>', help.toolFile)
    .addHelpText('after', examples(texts, ['check-tool Downloads\\kavremvr.exe']))
    .action(start((bench: Bench, _options: object, file) => runCheckTool(bench, file ?? '')));
};

const runCheckTool = async ({ context, texts }: Bench, file: string): Promise<Result<Ending>> => {
  const check = context.machine?.checkTool;
  if (check === undefined) return fail('only-on-windows');
  const path = resolve(file);
  const tool = check(path);
  return ok({
    json: { schema: 'removal-assistant/tool-check/1', file: path, ...tool },
    text: `${printable(sentenceOf(texts, tool))}\n`,
    exit: tool.kind === 'genuine' ? exitCodes.done : exitCodes.badInput,
  });
};

const sentenceOf = (texts: Texts, tool: VendorTool): string => {
  const t = texts.toolCheck;
  switch (tool.kind) {
    case 'genuine':
    case 'not-trusted':
    case 'other-signer':
      return t[tool.kind](tool.signer);
    case 'missing':
    case 'not-signed':
      return t[tool.kind];
    case 'unknown':
      return t.unknown(whyText(texts, tool.why));
  }
};
