import { Command, CommanderError, Option } from 'commander';
import { exitCodeOfProblem, exitCodes } from '../core/model/exit-codes.ts';
import type { Problem, Result } from '../core/model/result.ts';
import { fail } from '../core/model/result.ts';
import { jsonText } from '../core/report/json-escape.ts';
import { languages, printable, problemText, textsFor } from '../core/text/index.ts';
import type { Texts } from '../core/text/index.ts';
import { reopenedWord } from '../platform/shared/reopen/own-program.ts';
import { setUpBench } from './bench.ts';
import type { CommonOptions, Ending } from './bench.ts';
import type { Start } from './command.ts';
import { examples } from './command.ts';
import { commands } from './commands/index.ts';
import type { CliContext } from './context.ts';
import type { ExampleChoice } from './example.ts';
import { beforeExample, exampleNames, speedOf } from './example.ts';
import { helpWords } from './help-words.ts';
import { askedLanguage, languageOf } from './language.ts';
import { usageProblem } from './usage.ts';

/** Runs one command line to its end and returns the exit code. Nothing is thrown: a bug ends as one sentence too. */
export const runCli = async (context: CliContext): Promise<number> => {
  const texts = textsFor(languageOf(context));
  let ending: Result<Ending> | undefined;
  let words = '';
  const program = buildProgram(context, texts, {
    done: (value) => {
      ending = value;
    },
    say: (text) => {
      words += text;
    },
  });
  try {
    await program.parseAsync([...context.argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      context.stdout.write(wantsJson(context) ? jsonText(wordsDocument(words)) : words);
      return exitCodes.done;
    }
    ending = error instanceof CommanderError ? usageProblem(error) : bug(context, error);
  }
  const code = conclude(context, texts, ending ?? bug(context, new Error('no ending')));
  if (context.argv.includes(reopenedWord)) await context.ask?.(texts.cli.pressEnter);
  return code;
};

interface Listener {
  readonly done: (ending: Result<Ending>) => void;
  /** Takes help and version, which the parser says by itself. */
  readonly say: (text: string) => void;
}

const buildProgram = (context: CliContext, texts: Texts, { done, say }: Listener): Command => {
  // What becomes a document says the same wherever it was made.
  const said = wantsJson(context) ? textsFor('en') : texts;
  const help = said.cli.help;
  const program = new Command('removal-assistant');
  const start: Start =
    (work) =>
    async (...parsed) => {
      const command = parsed.at(-1) as Command;
      const common = program.opts<CommonOptions & ExampleChoice>();
      const seat = beforeExample(context, common);
      if (!seat.ok) return done(seat);
      const bench = await setUpBench(seat.value, common, texts);
      try {
        done(await work(bench, command.opts() as Parameters<typeof work>[1], command.args[0]));
      } finally {
        bench.voice.clear();
      }
    };
  program
    .description(help.summary)
    .option('--json', help.json)
    .option('--asset-tag <TAG>', help.assetTag)
    .option('--ticket <TICKET>', help.ticket)
    .option('--operator <NAME>', help.operator)
    .option('--reason <TEXT>', help.reason)
    .addOption(new Option('--state-dir <DIR>', help.stateDir).conflicts('portable'))
    .option('--portable', help.portable)
    .option('--quiet', help.quiet)
    .option('--lang <LANGUAGE>', help.lang(Object.keys(languages).join(', ')), askedLanguage)
    .option('--example <NAME>', help.example(exampleNames))
    .option('--example-speed <NUMBER>', help.exampleSpeed, speedOf)
    .version(context.version, '--version', help.version)
    .addHelpText('after', mainHelp(said));
  configure(program, context, said, say);
  for (const declare of commands) declare(program, said, start);
  for (const command of program.commands) configure(command, context, said, say);
  return program;
};

/** Every word goes through the context, no command ends the process, and each names the common options in its help. */
const configure = (command: Command, context: CliContext, texts: Texts, say: Listener['say']): void => {
  const width = (columns: number | undefined) => () => columns ?? 100;
  command
    .exitOverride()
    .helpCommand(false)
    .helpOption('-h, --help', texts.cli.help.help)
    .allowExcessArguments(false)
    .configureHelp({ showGlobalOptions: true, subcommandTerm: (shown) => shown.name(), ...helpWords(texts) })
    .configureOutput({
      writeOut: say,
      // What is wrong is said once, at the end, as a Problem.
      writeErr: () => undefined,
      getOutHelpWidth: width(context.stdout.columns),
      getErrHelpWidth: width(context.stderr.columns),
    });
};

const mainHelp = (texts: Texts): string => {
  const { exitCodesHeading, exitCodes: lines } = texts.cli.help;
  const codes = ['', exitCodesHeading, ...lines.map((line) => `  ${line}`)];
  const shown = ['scan', 'plan', 'remove', 'verify', 'report --format html --out report.html'];
  return [...codes, examples(texts, shown)].join('\n');
};

const bug = (context: CliContext, error: unknown): Result<never> => {
  if (context.debug && error instanceof Error) context.stderr.write(`${error.stack ?? ''}\n`);
  return fail('bug', { message: error instanceof Error ? error.message : String(error) });
};

/** Also when the command line could not be understood: who asked for JSON parses what comes. */
const wantsJson = ({ argv }: CliContext): boolean => argv.includes('--json');

/** Standard output gets the text, or exactly one JSON document, also for a Problem. */
const conclude = (context: CliContext, texts: Texts, ending: Result<Ending>): number => {
  const asJson = wantsJson(context);
  if (ending.ok) {
    const { json, jsonPieces, text } = ending.value;
    for (const piece of asJson ? (jsonPieces?.() ?? [jsonText(json)]) : [text]) context.stdout.write(piece);
    return ending.value.exit;
  }
  const { problem } = ending;
  const exit = exitCodeOfProblem(problem);
  // JSON says the same wherever it was made.
  const neutral = printable(problemText(textsFor('en'), problem));
  if (asJson) context.stdout.write(jsonText(problemDocument(problem, neutral, exit)));
  context.stderr.write(`${printable(problemText(texts, problem))}\n`);
  return exit;
};

/** Help and version are for people; with --json their words are one document like everything else. */
const wordsDocument = (text: string): object => ({ schema: 'removal-assistant/words/1', text });

const problemDocument = (problem: Problem, message: string, exit: number): object => ({
  schema: 'removal-assistant/problem/1',
  problem,
  message,
  exit,
});
