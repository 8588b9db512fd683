import { createInterface } from 'node:readline';
import type { Secret } from '../core/model/secret.ts';
import { secretOf } from '../core/model/secret.ts';
import { typedSecret } from './typed-secret.ts';

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

/**
 * Asks for a password; nothing of it is shown. The terminal tells every key by itself for that long, so Ctrl-C comes as
 * a key too and is passed on to `press`.
 */
export const askSecretAtTerminal =
  (stop: AbortSignal, press: () => void) =>
  (question: string): Promise<Secret | undefined> =>
    new Promise((resolve) => {
      const { stdin, stderr } = process;
      const typed = typedSecret();
      const end = (secret: Secret | undefined): void => {
        stdin.off('data', onData).pause();
        stdin.setRawMode(false);
        stop.removeEventListener('abort', onStop);
        stderr.write('\n');
        resolve(secret);
      };
      const onStop = (): void => {
        typed.wipe();
        end(undefined);
      };
      const onData = (chunk: Buffer): void => {
        const said = typed.take(chunk);
        chunk.fill(0);
        if (said === 'stop') press();
        if (said === 'stop' && !stop.aborted) onStop();
        if (said === 'done') end(typed.length() === 0 ? undefined : secretOf(typed.bytes()));
      };
      stderr.write(question);
      stdin.setRawMode(true);
      stop.addEventListener('abort', onStop, { once: true });
      stdin.on('data', onData).resume();
    });
