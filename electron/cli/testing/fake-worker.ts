import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { countingComputer } from '../../core/testing/counting-computer.ts';
import { workerCommand } from '../../platform/shared/own-program.ts';
import { runWorker } from '../worker.ts';
import { seatAtPipes, workerSeats } from '../worker-seat.ts';
import { twoStops } from '../stops.ts';

/**
 * The real worker on a computer in memory, as a program of its own. Its first argument is a folder: what reaches an
 * executor and what is journalled is written there, and with a file `wait` in it each uninstaller waits for `go`. With
 * the word that every worker gets it speaks over its standard streams, with a folder in its place over named pipes there.
 */
const [folder = '', shared = workerCommand] = process.argv.slice(2);
const note = (name: string, line: string): void => appendFileSync(join(folder, name), `${line}\n`);

const main = async (): Promise<void> => {
  note('pid', String(process.pid));
  const pc = countingComputer();
  pc.onReach = async (target) => {
    note('reached', target);
    if (existsSync(join(folder, 'chatty')))
      for (let line = 0; line < 200; line += 1) pc.say('x'.repeat(100_000));
    while (existsSync(join(folder, 'wait')) && !existsSync(join(folder, 'go')))
      await new Promise((wake) => setTimeout(wake, 10));
  };
  const seat =
    shared === workerCommand
      ? await workerSeats[process.platform]?.([])
      : await seatAtPipes(shared, process.getuid?.() ?? -1);
  if (seat?.ok !== true) process.exit(64);
  const { stop, press } = twoStops(() => performance.now());
  process.on('SIGTERM', press).on('SIGTERM', () => note('heard', 'signal'));
  const { asker, channel } = seat.value;
  // A test has to know when something has arrived, not only when it was sent.
  const listen: typeof channel.listen = (onBytes, onEnd) =>
    channel.listen(
      (chunk) => {
        onBytes(chunk);
        note('heard', 'bytes');
      },
      () => {
        onEnd();
        note('heard', 'end');
      },
    );
  const own = { asker, channel: { ...channel, listen } };
  const code = await runWorker({ seat: own, version: '1.0.0', machine: pc.machine, stop });
  for (const entry of pc.journal) note('journal', entry.kind);
  note('ended', String(code));
  process.exit(code);
};

void main();
