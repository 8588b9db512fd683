import { createInterface } from 'node:readline';

/**
 * Asks on standard error, so that the question is seen also when standard output goes to a file. The terminal stays in
 * its line mode: Ctrl-C is a signal like any other. The end of input is an empty answer.
 */
export const askAtTerminal =
  (stop: AbortSignal) =>
  (question: string): Promise<string> =>
    new Promise((resolve) => {
      const lines = createInterface({ input: process.stdin, terminal: false });
      let answer: string | undefined;
      lines.once('line', (line) => {
        answer = line;
        lines.close();
      });
      lines.once('close', () => {
        // Without an answer the cursor still stands behind the question.
        if (answer === undefined) process.stderr.write('\n');
        resolve(answer ?? '');
      });
      stop.addEventListener('abort', () => lines.close(), { once: true });
      process.stderr.write(question);
    });
