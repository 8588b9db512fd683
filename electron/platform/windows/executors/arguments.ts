/**
 * How Windows programs write a list of arguments as one line and read it back: "Parsing C command-line arguments"
 * and CommandLineToArgvW, learn.microsoft.com. It is for what follows the program's own name.
 *
 * A backslash is only special before a quote: 2n of them stand for n, 2n+1 for n and a quote that is meant. Within
 * quotes a doubled one is a quote that is meant, and ends the quoted part.
 */
export const parseArguments = (line: string): readonly string[] => {
  const found: string[] = [];
  let current: string | undefined;
  let quoted = false;
  for (const [piece, slashes = '', quotes = '', blanks = ''] of line.matchAll(pieces)) {
    if (blanks !== '' && !quoted) {
      if (current !== undefined) found.push(current);
      current = undefined;
      continue;
    }
    current ??= '';
    if (quotes === '') {
      current += piece;
      continue;
    }
    current += '\\'.repeat(slashes.length >> 1);
    const meant: number = slashes.length % 2;
    if (meant === 1) current += '"';
    // What is left of a run of quotes: one opens or closes, and within quotes two more are one that is meant.
    const count: number = quotes.length - meant + (quoted ? 1 : 0);
    current += '"'.repeat(Math.floor(count / 3));
    quoted = count % 3 === 1;
  }
  if (current !== undefined) found.push(current);
  return found;
};

const pieces = /(\\*)("+)|(?:[^\s"\\]|[^\S \t])+|\\+|([ \t]+)/g;

/** The line that `parseArguments`, and every program that reads as it does, turns into these arguments again. */
export const quoteArguments = (args: readonly string[]): string => args.map(quoted).join(' ');

const quoted = (argument: string): string => {
  if (argument !== '' && !/[ \t"]/.test(argument)) return argument;
  return `"${argument.replace(/(\\*)("|$)/g, (_, slashes: string, quote: string) => `${slashes}${slashes}${quote === '' ? '' : '\\"'}`)}"`;
};
