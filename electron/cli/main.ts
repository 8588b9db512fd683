import { dirname, join, resolve } from 'node:path';
import { exitCodes } from '../core/model/exit-codes.ts';
import { linuxMachine } from './linux-machine.ts';
import { macosMachine } from './macos-machine.ts';
import { windowsMachine } from './windows-machine.ts';
import type { Machine, Output } from './context.ts';
import { systemClock } from '../platform/shared/clock.ts';
import { environmentLanguages } from '../platform/shared/environment-languages.ts';
import { seenFolder, workerCommand } from '../platform/shared/own-program.ts';
import { ownFolders } from '../platform/own-folders.ts';
import { runStore } from '../platform/shared/run-store.ts';
import { canBeOurs } from '../platform/shared/state-folder.ts';
import { ownPlaces } from './leftovers.ts';
import { askAtTerminal, askSecretAtTerminal } from './ask.ts';
import { twoStops } from './stops.ts';
import { runCli } from './program.ts';
import { runWorker } from './worker.ts';
import { workerSeats } from './worker-seat.ts';

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
  new Promise((done) => {
    if (stream.destroyed || stream.writableLength === 0) done();
    else stream.write('', () => done());
  });

const readAll = async (stream: NodeJS.ReadableStream): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const whole = Buffer.concat(chunks);
  // What may be a password is kept in one place, so that it can be wiped there.
  for (const chunk of chunks) chunk.fill(0);
  return whole;
};

/** How long the worker waits for another program that is installing, as the command line does unless told otherwise. */
const lockWaitSeconds = 600;

/** Its standard streams belong to the window, so it says nothing: a worker that cannot begin tells so by its exit code. */
const work = async (words: readonly string[], stop: AbortSignal): Promise<number> => {
  // Files of uninstallers that run from here are made with it, and this process was started by an ordinary user.
  process.umask(0o022);
  const machine = machines[process.platform];
  const seat = await workerSeats[process.platform]?.(words);
  if (machine === undefined || seat?.ok !== true) return exitCodes.usage;
  const { inspector, executors, starts, quarantine, reopener } = machine;
  const runs = runStore();
  return runWorker({
    seat: seat.value,
    version: __APP_VERSION__,
    machine: {
      inspector,
      executors: executors({ lockWaitSeconds }),
      starts,
      store: runs,
      clock: systemClock,
      ...(quarantine === undefined
        ? {}
        : {
            leftovers: {
              quarantineOf: (run: string) => quarantine(run, runs.folderOf(run)),
              own: ownPlaces(runs),
            },
          }),
      ...(reopener === undefined ? {} : { reopener }),
    },
    stop,
  });
};

const main = async (): Promise<void> => {
  const { stop, leave, press } = twoStops(() => performance.now());
  // A hang-up too: a lost connection must not cut a removal in two.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, press);
  const [command, ...words] = process.argv.slice(2);
  if (command === workerCommand) process.exit(await work(words, stop));
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
    canBeOurs: (path) => canBeOurs(ownFolders(), path),
    beside: (name) => join(seenFolder(dirname(resolve(process.argv[1] ?? process.execPath))), name),
    clock: systemClock,
    languages: machines[process.platform]?.languages ?? (() => environmentLanguages(process.env)),
    stop,
    leave,
    debug: process.env['REMOVAL_ASSISTANT_DEBUG'] !== undefined,
  });
  await Promise.all([drained(process.stdout), drained(process.stderr)]);
  // A place that never answers would keep the process alive after a person stopped it.
  process.exit(code);
};

void main();
