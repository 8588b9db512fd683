import { describe, expect, it, vi } from 'vitest';
import { ok } from '../core/model/result.ts';
import type { ClosingAnswer } from './closing.ts';
import { guardClosing } from './closing.ts';
import { createJobs } from './jobs.ts';

/** A window that closes unless its listener prevents it, and a removal that ends when the test says so. */
const setUp = (answer: ClosingAnswer) => {
  const jobs = createJobs();
  let listener = (_event: { preventDefault(): void }): void => undefined;
  let open = true;
  const window = {
    on: (_name: 'close', given: typeof listener) => (listener = given),
    isDestroyed: () => !open,
    close: () => {
      let prevented = false;
      listener({ preventDefault: () => (prevented = true) });
      open = prevented;
    },
  };
  const ask = vi.fn<() => Promise<ClosingAnswer>>(() => Promise.resolve(answer));
  guardClosing(window, jobs, ask);
  return { jobs, window, ask };
};

const runUntilTold = (jobs: ReturnType<typeof createJobs>, kind: 'scan' | 'remove') => {
  let end = (): void => undefined;
  const signals: AbortSignal[] = [];
  const ended = jobs.run(kind, async (signal) => {
    signals.push(signal);
    await new Promise<void>((resolve) => (end = resolve));
    return ok(true);
  });
  return { ended, end: () => end(), aborted: () => signals[0]?.aborted };
};

describe('closing the window', () => {
  it('asks nothing when nothing runs', () => {
    const { window, ask } = setUp('keep-open');
    window.close();
    expect(window.isDestroyed()).toBe(true);
    expect(ask).not.toHaveBeenCalled();
  });

  it('drops a scan', async () => {
    const { jobs, window, ask } = setUp('keep-open');
    const scan = runUntilTold(jobs, 'scan');
    await expect.poll(() => scan.aborted()).toBe(false);
    window.close();
    expect(window.isDestroyed()).toBe(true);
    expect(scan.aborted()).toBe(true);
    expect(ask).not.toHaveBeenCalled();
  });

  it('leaves a removal alone when the person keeps the window open', async () => {
    const { jobs, window, ask } = setUp('keep-open');
    const removal = runUntilTold(jobs, 'remove');
    await expect.poll(() => removal.aborted()).toBe(false);
    window.close();
    window.close();
    await expect.poll(() => ask.mock.calls.length).toBe(1);
    expect(window.isDestroyed()).toBe(false);
    expect(removal.aborted()).toBe(false);
  });

  it('stops a removal at its next safe point and closes only after its end', async () => {
    const { jobs, window, ask } = setUp('stop-and-close');
    const removal = runUntilTold(jobs, 'remove');
    await expect.poll(() => removal.aborted()).toBe(false);
    window.close();
    await expect.poll(() => removal.aborted()).toBe(true);
    window.close();
    expect(window.isDestroyed()).toBe(false);
    removal.end();
    await removal.ended;
    await expect.poll(() => window.isDestroyed()).toBe(true);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
