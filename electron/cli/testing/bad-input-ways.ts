import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { exec } from '../../platform/exec.ts';
import { linuxQuarantine } from '../../platform/linux/quarantine/index.ts';
import type { Spoken } from './cli.ts';
import { cli } from './cli.ts';

const root = resolve(import.meta.dirname, '../../..');
const { ensureCliBundle } = createRequire(import.meta.url)(join(root, 'build/scripts/cli-bundle.cjs')) as {
  readonly ensureCliBundle: () => string;
};

/** How a command line is run; `state` is where its runs are kept unless it says so itself. */
export type Way = (state: string, argv: readonly string[]) => Promise<Ended>;

export interface Ended extends Spoken {
  /** The most memory that it had at one time, in bytes; 0 where that says nothing. */
  readonly peak: number;
}

export const inThisProcess: Way = async (state, argv) => ({
  ...(await cli(state, { quarantine: linuxQuarantine, computer: { host: { name: hostname() } } }, ...argv)),
  peak: 0,
});

/** The command line as it is shipped, in a process of its own. `before` is put in front of it: a shell, say. */
export const asShipped =
  (before: readonly string[] = []): Way =>
  async (_state, argv) => {
    const [command = '', ...args] = [...before, process.execPath, ensureCliBundle(), ...argv];
    let peak = 0;
    let look: NodeJS.Timeout | undefined;
    const ended = await exec({
      command,
      args,
      timeoutMs: 60_000,
      onStarted: (pid) => (look = setInterval(() => (peak = Math.max(peak, peakOf(pid))), 50)),
    });
    clearInterval(look);
    if (ended.kind !== 'exited') throw new Error(`${argv.join(' ')}: ${ended.kind}`);
    return { code: ended.code, out: ended.stdout.text, err: ended.stderr.text, peak };
  };

const peakOf = (pid: number): number => {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
};
