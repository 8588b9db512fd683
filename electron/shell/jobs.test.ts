import { describe, expect, it } from 'vitest';
import { fail, ok } from '../core/model/result.ts';
import { createJobs } from './jobs.ts';

describe('jobs', () => {
  it('run one at a time, and the next when the first has ended', async () => {
    const jobs = createJobs();
    const first = jobs.run('scan', async () => ok(1));
    expect(jobs.running).toBe('scan');
    expect(await jobs.run('remove', async () => ok(2))).toEqual(fail('already-running'));
    expect(await first).toEqual(ok(1));
    expect(jobs.running).toBeUndefined();
    expect(await jobs.run('remove', async () => ok(3))).toEqual(ok(3));
  });

  it('leave nothing running behind when their work throws at once', async () => {
    const jobs = createJobs();
    const failing = jobs.run('scan', () => {
      throw new Error('bug');
    });
    await jobs.idle();
    expect(jobs.running).toBeUndefined();
    await expect(failing).rejects.toThrow('bug');
  });
});
