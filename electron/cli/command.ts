import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { Result } from '../core/model/result.ts';
import type { WantedValue } from '../core/model/usage.ts';
import type { Texts } from '../core/text/index.ts';
import type { Bench, Ending } from './bench.ts';

/** The work of one command. `argument` is its positional argument, when it takes one. */
export type Work<Options> = (
  bench: Bench,
  options: Options,
  argument: string | undefined,
) => Promise<Result<Ending>>;

/** Turns the work of a command into what the parser calls. */
export type Start = <Options>(work: Work<Options>) => (...parsed: unknown[]) => Promise<void>;

/** Adds one command to the program. */
export type Declare = (program: Command, texts: Texts, start: Start) => void;

/** For an option that may be given more than once. */
export const collect = (value: string, sofar: readonly string[] | undefined): readonly string[] => [
  ...(sofar ?? []),
  value,
];

/** For an option that takes whole seconds. */
export const secondsOf = (text: string): number => {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('seconds' satisfies WantedValue);
  return Number(text);
};

/** Examples below the help of a command; each line is typed as it stands. */
export const examples = (texts: Texts, lines: readonly string[]): string =>
  ['', texts.cli.help.examples, ...lines.map((line) => `  removal-assistant ${line}`)].join('\n');
