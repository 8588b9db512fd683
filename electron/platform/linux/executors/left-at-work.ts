import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Cancellation, ExecutionProgress } from '../../../core/ports.ts';
import type { WaitTimings } from '../../shared/waiting.ts';
import { quietWatch } from '../../shared/waiting.ts';
import type { Machine } from '../machine.ts';
import { pathIn } from '../machine.ts';
import { listPids } from '../proc.ts';

/** A variable that everything inherits that a tool starts, whatever becomes of its parents, sessions and groups. */
export type Mark = Readonly<Record<string, string>>;

export const newMark = (): Mark => ({ REMOVAL_ASSISTANT_STARTED: randomBytes(12).toString('hex') });

/**
 * Waits for what a package's script has left at work behind its back: a package is gone from the database when its last
 * script has returned, and a child of that may go on removing, or install it again. No longer than `limitMs`, since a
 * script may also start what is to stay; what is here then is for the next look to say.
 */
export const waitForLeftAtWork = async (
  machine: Machine,
  mark: Mark,
  options: {
    readonly timings: WaitTimings;
    readonly limitMs: number;
    readonly say: (progress: ExecutionProgress) => void;
    readonly cancellation: Cancellation;
  },
): Promise<void> => {
  const { timings, limitMs, cancellation } = options;
  const watch = quietWatch(timings, options.say);
  const until = timings.now() + limitMs;
  for (;;) {
    const working = await markedBy(machine, mark);
    if (working.length === 0 || timings.now() >= until || cancellation.leave === true) return;
    watch.look(working.join(' '));
    await timings.sleep(timings.pollMs);
  }
};

/** The numbers of the processes that carry a mark. None where there is no /proc to tell it. */
const markedBy = async (machine: Machine, mark: Mark): Promise<readonly number[]> => {
  const words = Object.entries(mark).map(([name, value]) => `${name}=${value}`);
  const pids = await listPids(machine).catch(() => []);
  const marked = await Promise.all(
    pids.map(async (pid) => {
      const path = pathIn(machine, `/proc/${String(pid)}/environ`);
      const environment = await readFile(path, 'utf8').catch(() => '');
      return words.every((word) => environment.split('\0').includes(word)) ? [pid] : [];
    }),
  );
  return marked.flat();
};
