import { linuxMachine } from './linux-machine.ts';
import { macosMachine } from './macos-machine.ts';
import { windowsMachine } from './windows-machine.ts';
import type { Machine, Output } from './context.ts';
import { systemClock } from '../platform/shared/clock.ts';
import { runStore } from '../platform/shared/run-store.ts';
import { askAtTerminal, askSecretAtTerminal } from './ask.ts';
import { twoStops } from './stops.ts';
import { runCli } from './program.ts';

/** What looks at each kind of computer. One line a system. */
const machines: { readonly [P in NodeJS.Platform]?: Machine } = {
  linux: linuxMachine,
  darwin: macosMachine,
  win32: windowsMachine,
};

/**
 * Whoever reads may go before the end: `| head`, a closed window. A removal that is under way must not die of it, so
 * what cannot be written any more is dropped and the work goes on.
 */
const outputTo = (stream: NodeJS.WriteStream): Output => {
  let open = true;
  stream.on('error', () => {
    open = false;
  });
  return {
    write: (text) => {
      if (open) stream.write(text);
    },
    isTTY: stream.isTTY,
    columns: stream.columns,
  };
};

/** `process.exit` throws away what a pipe has not taken yet. */
const drained = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    if (stream.destroyed || stream.writableLength === 0) resolve();
    else stream.write('', () => resolve());
  });

const readAll = async (stream: NodeJS.ReadableStream): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const whole = Buffer.concat(chunks);
  // What may be a password is kept in one place, so that it can be wiped there.
  for (const chunk of chunks) chunk.fill(0);
  return whole;
};

const main = async (): Promise<void> => {
  const { stop, leave, press } = twoStops(() => performance.now());
  // A hang-up too: a lost connection must not cut a removal in two.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, press);
  const code = await runCli({
    argv: process.argv.slice(2),
    version: __APP_VERSION__,
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    ask: process.stdin.isTTY ? askAtTerminal(stop) : undefined,
    askSecret: process.stdin.isTTY ? askSecretAtTerminal(stop, press) : undefined,
    readInput: () => readAll(process.stdin),
    machine: machines[process.platform],
    openRuns: (stateDir) => runStore({ stateDir }),
    clock: systemClock,
    stop,
    leave,
    debug: process.env['REMOVAL_ASSISTANT_DEBUG'] !== undefined,
  });
  await Promise.all([drained(process.stdout), drained(process.stderr)]);
  // A place that never answers would keep the process alive after a person stopped it.
  process.exit(code);
};

void main();
