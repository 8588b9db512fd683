import { isRunId } from '../core/model/run.ts';

/**
 * What follows a word on the command line, as `--word value` or `--word=value`. Chromium's own reading knows the second
 * form only.
 */
export const argumentOf = (argv: readonly string[], word: string): string | undefined => {
  const at = argv.findIndex((each) => each === word || each.startsWith(`${word}=`));
  const found = argv[at];
  if (found === undefined) return undefined;
  return found === word ? (argv[at + 1] ?? '') : found.slice(word.length + 1);
};

/** How fast an example is played; what is no positive number is as if nothing had been said. */
export const speedOf = (text: string | undefined): number => {
  const speed = Number(text ?? 1);
  return Number.isFinite(speed) && speed > 0 ? speed : 1;
};

/** The run that a registration for after the restart names; what is no name of a run is as if nothing had been said. */
export const runAfterRestart = (argv: readonly string[]): string | undefined => {
  const run = argumentOf(argv, '--after-restart');
  return run !== undefined && isRunId(run) ? run : undefined;
};
