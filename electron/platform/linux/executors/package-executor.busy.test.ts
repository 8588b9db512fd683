import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exited, recorded } from '../fixtures/recorded.ts';
import { play as playIn, stageFolder, stageOf } from '../fixtures/stage.ts';
import type { Stage } from '../fixtures/stage.ts';

let root: string;
beforeEach(() => (root = stageFolder()));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const play = (stage: Stage, name: string, options?: Parameters<typeof playIn>[3]) =>
  playIn(root, stage, name, options);

describe('a package manager that is busy', () => {
  const locked = () => exited(100, '', recorded('apt-lock-frontend.txt'));

  it('is waited for, and the world is looked at again before the next try', async () => {
    const stage = stageOf();
    let tries = 0;
    stage.purge = () => {
      tries += 1;
      if (tries < 3) return locked();
      stage.installed = [];
      return exited(0, 'done\n');
    };
    const { result, progress } = await play(stage, 'kesl-gui');
    expect(result).toEqual({ outcome: 'removed', exitCode: 0 });
    expect(progress).toEqual([
      { kind: 'waiting', holder: 'perl (468)', seconds: 0 },
      { kind: 'waiting', holder: 'perl (468)', seconds: 2 },
      { kind: 'output', line: 'done' },
    ]);
  });

  it('that removed the package itself leaves nothing to do', async () => {
    const stage = stageOf();
    stage.purge = () => {
      stage.installed = [];
      return locked();
    };
    const { result, changing } = await play(stage, 'kesl-gui');
    expect([result, changing.length]).toEqual([{ outcome: 'already-gone' }, 1]);
  });

  it('is given up after the limit', async () => {
    const { result, seconds } = await play(stageOf({ purge: locked }), 'kesl-gui', { lockWaitSeconds: 7 });
    expect([result, seconds]).toEqual([{ outcome: 'busy', detail: 'perl (468)' }, 7]);
  });

  it('is not waited for any longer once the person cancels', async () => {
    let asked = 0;
    const { result, seconds } = await play(stageOf({ purge: locked }), 'kesl-gui', {
      cancelled: () => (asked += 1) > 5,
    });
    expect(result).toEqual({ outcome: 'cancelled' });
    expect(seconds).toBeLessThan(2);
  });

  it('that blocks dpkg is named by its number when nothing else is known', async () => {
    const stage = stageOf({
      simulate: () => ({ kind: 'missing' }),
      dpkg: () => exited(2, '', recorded('dpkg-lock-database.txt').replace('479', '4190000')),
    });
    expect((await play(stage, 'kesl', { lockWaitSeconds: 0 })).result).toEqual({
      outcome: 'busy',
      detail: '4190000',
    });
  });

  it('is no reason for a second removal when the first has begun', async () => {
    const output = `Removing kesl-gui (12) ...\n${recorded('apt-lock-frontend.txt')}`;
    const { result, changing } = await play(stageOf({ purge: () => exited(100, output) }), 'kesl-gui');
    expect([result.outcome, changing.length]).toEqual(['failed', 1]);
  });
});
