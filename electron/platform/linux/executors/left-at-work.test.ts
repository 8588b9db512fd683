import { describe, expect, it } from 'vitest';
import type { ExecutionProgress } from '../../../core/ports.ts';
import { exec } from '../../exec.ts';
import { usualWaitTimings } from '../../shared/waiting.ts';
import { thisMachine } from '../machine.ts';
import { newMark, waitForLeftAtWork } from './left-at-work.ts';

/** Runs a script as a package tool is run, then waits; how long that took, in milliseconds. */
const waited = async (script: string, limitMs: number, leave = false): Promise<number> => {
  const mark = newMark();
  await exec({ command: 'sh', args: ['-c', script], environment: mark });
  const began = performance.now();
  const say = (_: ExecutionProgress): void => undefined;
  const timings = { ...usualWaitTimings, pollMs: 20 };
  await waitForLeftAtWork(thisMachine, mark, {
    timings,
    limitMs,
    say,
    cancellation: { aborted: leave, leave },
  });
  return performance.now() - began;
};

describe.runIf(process.platform === 'linux')('what a script leaves at work', () => {
  it('is waited for, also in a session of its own and when its parent is gone', async () => {
    const took = await waited('(setsid sh -c "sleep 1; true" > /dev/null 2>&1 &) &', 20_000);
    expect(took).toBeGreaterThan(700);
    expect(took).toBeLessThan(15_000);
  });

  it('is nothing when there is none', async () => {
    expect(await waited('sleep 0', 20_000)).toBeLessThan(5_000);
  });

  it('is not waited for longer than was said, nor by one who does not want to wait', async () => {
    const script = 'setsid sleep 3 > /dev/null 2>&1 &';
    expect(await waited(script, 300)).toBeLessThan(2_500);
    expect(await waited(script, 20_000, true)).toBeLessThan(2_500);
  });
});
