import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlayedWindows } from '../testing/played-windows.ts';
import { installedProduct, logOf, msiexec, removeIt, takeAway } from '../testing/removed-product.ts';

let pc: PlayedWindows;
beforeEach(() => (pc = installedProduct()));
afterEach(() => pc.remove());

describe('another installation that is at work', () => {
  it('is waited for, and the removal tried again', async () => {
    let tries = 0;
    pc.program(msiexec, (msi) => {
      tries += 1;
      if (tries === 3) takeAway(pc);
      msi.exit(tries < 3 ? 1618 : 0);
    });
    const { result, progress } = await removeIt(pc);
    expect(result).toEqual({ outcome: 'removed', exitCode: 0 });
    expect(progress).toEqual([
      { kind: 'waiting', holder: 'Windows Installer', seconds: 0 },
      { kind: 'waiting', holder: 'Windows Installer', seconds: expect.any(Number) },
    ]);
    expect(pc.workFolders()).toEqual([]);
  });

  it('may have removed the product: then nothing more is begun', async () => {
    pc.program(msiexec, (msi) => msi.exit(1618));
    pc.after(3_000, () => takeAway(pc));
    expect((await removeIt(pc)).result.outcome).toBe('already-gone');
    expect(pc.started).toHaveLength(1);
  });

  it('is waited for no longer than was said', async () => {
    pc.program(msiexec, (msi) => msi.exit(1618));
    const { result } = await removeIt(pc, { lockWaitSeconds: 12 });
    expect(result).toMatchObject({ outcome: 'busy', exitCode: 1618 });
    expect(pc.timings.now() / 1_000).toBeCloseTo(12, 0);
    expect(pc.started).toHaveLength(4);
  });

  it('is not waited for any longer once a person says stop', async () => {
    pc.program(msiexec, (msi) => msi.exit(1618));
    const cancellation = { aborted: false, leave: false };
    pc.after(2_000, () => (cancellation.aborted = true));
    expect((await removeIt(pc, {}, cancellation)).result.outcome).toBe('cancelled');
    expect(pc.started).toHaveLength(1);
  });
});

describe('a removal that says nothing for long', () => {
  it('is told as quiet, and waited for to its end', async () => {
    pc.program(msiexec, (msi) =>
      msi.after(50_000, () => {
        takeAway(pc);
        msi.exit(0);
      }),
    );
    const { result, progress } = await removeIt(pc);
    expect(result.outcome).toBe('removed');
    expect(progress).toEqual([15, 30, 45].map((seconds) => ({ kind: 'quiet', seconds })));
  });

  it('is not quiet as long as its log grows', async () => {
    pc.program(msiexec, (msi) => {
      for (let at = 1_000; at < 60_000; at += 5_000)
        msi.after(at, () => writeFileSync(logOf(pc, msi), 'x'.repeat(at)));
      msi.after(60_000, () => {
        takeAway(pc);
        msi.exit(0);
      });
    });
    expect((await removeIt(pc)).progress).toEqual([]);
  });

  it('goes on although a person said stop, and is left to itself when he does not want to wait', async () => {
    pc.program(msiexec, (msi) => msi.after(600_000, () => msi.exit(0)));
    const cancellation = { aborted: false, leave: false };
    pc.after(5_000, () => (cancellation.aborted = true));
    pc.after(40_000, () => (cancellation.leave = true));
    const { result } = await removeIt(pc, {}, cancellation);
    expect(result.outcome).toBe('left-running');
    expect(pc.timings.now()).toBeGreaterThanOrEqual(40_000);
    // Its log and its temporary files are still its own.
    expect(pc.workFolders()).toHaveLength(1);
  });
});
