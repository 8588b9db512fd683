import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExecutionProgress } from '../../../core/ports.ts';
import { exec } from '../../exec.ts';
import { usualWaitTimings } from '../../shared/waiting.ts';
import { thisMachine } from '../machine.ts';
import { newMark, waitForLeftAtWork } from './left-at-work.ts';

/** Longer than a test may take. In milliseconds. */
const forever = 3_600_000;
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'left-'))));
afterEach(() => {
  writeFileSync(join(folder, 'go'), '');
  rmSync(folder, { recursive: true, maxRetries: 10 });
});

/** A child in a session of its own that works until the test lets it go, and leaves a mark at its end. */
const child = (): string =>
  `(setsid sh -c 'until [ -e "$0/go" ] || [ ! -e "$0" ]; do sleep 0.05; done; : > "$0/done"' ${folder} > /dev/null 2>&1 &) &`;

/** Runs a script as a package tool is run, then waits for what it left at work, for at most `limitMs`. */
const wait = async (script: string, limitMs: number, leave = false): Promise<void> => {
  const mark = newMark();
  await exec({ command: 'sh', args: ['-c', script], environment: mark });
  const say = (_: ExecutionProgress): void => undefined;
  const timings = { ...usualWaitTimings, pollMs: 20 };
  await waitForLeftAtWork(thisMachine, mark, {
    timings,
    limitMs,
    say,
    cancellation: { aborted: leave, leave },
  });
};

describe.runIf(process.platform === 'linux')('what a script leaves at work', () => {
  it('is waited for, also in a session of its own and when its parent is gone', async () => {
    let isOver = false;
    const waiting = wait(child(), forever).then(() => (isOver = true));
    // Many looks of the wait, which has nothing else to do meanwhile.
    await new Promise((wake) => setTimeout(wake, 500));
    expect(isOver).toBe(false);
    writeFileSync(join(folder, 'go'), '');
    await waiting;
    expect(existsSync(join(folder, 'done'))).toBe(true);
  });

  it('is nothing when there is none', async () => {
    await wait('sleep 0', forever);
  });

  it('is not waited for longer than was said, nor by one who does not want to wait', async () => {
    // Each of these ends although the child does not.
    await wait(child(), 300);
    await wait(child(), forever, true);
    expect(existsSync(join(folder, 'done'))).toBe(false);
  });
});
