import { afterEach, describe, expect, test, vi } from 'vitest';
import { life, momentsOf, mortalFiles, until } from '../../shared/quarantine/testing/life.ts';
import { leaveEverything, standingFolders } from '../testing/left-everything.ts';
import type { QuarantineBench } from '../testing/quarantine-bench.ts';
import { quarantineBench } from '../testing/quarantine-bench.ts';

vi.mock('node:fs/promises', async (load) => mortalFiles(await load<typeof import('node:fs/promises')>()));

let pcs: QuarantineBench[] = [];
afterEach(() => {
  for (const pc of pcs) pc.remove();
  pcs = [];
});

const computer = (): QuarantineBench => {
  const pc = quarantineBench();
  pcs.push(pc);
  leaveEverything(pc);
  pc.drives.spend = life.spend;
  pc.hives.spend = life.spend;
  return pc;
};

const stateOf = (pc: QuarantineBench) =>
  pc.state().filter((line) => typeof line === 'string' || !standingFolders.has(line[0] ?? ''));

/** Without the folder, of which only this run knows. */
const endOf = (pc: QuarantineBench): readonly string[] =>
  stateOf(pc).map((line) => (typeof line === 'string' ? line : (line[0] ?? '')));

/** Goes on from whatever is on the disk: a run that never began is begun. */
const carryOn = async (pc: QuarantineBench): Promise<void> => {
  const stored = await pc.latest();
  const hasBegun = stored?.journal.entries.some(({ kind }) => kind === 'run-started') === true;
  const done = await (hasBegun ? pc.goOn() : pc.setAside());
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
};

/** A fifth of them in full; else the one in the middle: `cuts.test.ts` has every cut of every kind of item. */
const momentsIn = (moments: number): readonly number[] =>
  process.env['RA_FULL'] === undefined
    ? [Math.floor(moments / 2)]
    : Array.from({ length: Math.ceil(moments / 5) }, (_, fifth) => 5 * fifth);

describe('a program that is ended on Windows', () => {
  test('at any moment of setting leftovers aside goes on to the same end, and all of it comes back', async () => {
    const whole = computer();
    const moments = await momentsOf(() => whole.setAside());
    const end = endOf(whole);
    expect(moments).toBeGreaterThan(150);
    for (const moment of momentsIn(moments)) {
      const pc = computer();
      const where = `ended before moment ${String(moment)} of ${String(moments)}`;
      const born = stateOf(pc);
      expect(await until(moment, () => pc.setAside()), where).toBe(false);
      await carryOn(pc);
      expect(endOf(pc), where).toEqual(end);
      expect(await pc.undo(), where).toMatchObject({ ok: true, value: { refused: [] } });
      expect(stateOf(pc), where).toEqual(born);
    }
  }, 1_200_000);

  test('at any moment of setting leftovers aside can be undone right away', async () => {
    const moments = await momentsOf(() => computer().setAside());
    for (const moment of momentsIn(moments)) {
      const pc = computer();
      const born = stateOf(pc);
      await until(moment, () => pc.setAside());
      const stored = await pc.latest();
      if (stored?.journal.entries.some(({ kind }) => kind === 'run-started') !== true) continue;
      const where = `ended before moment ${String(moment)} of ${String(moments)}`;
      expect(await pc.undo(), where).toMatchObject({ ok: true, value: { refused: [] } });
      expect(stateOf(pc), where).toEqual(born);
    }
  }, 1_200_000);

  test('at any moment of an undo undoes the rest the next time, and nothing twice', async () => {
    const whole = computer();
    await whole.setAside();
    const moments = await momentsOf(() => whole.undo());
    for (const moment of momentsIn(moments)) {
      const pc = computer();
      const born = stateOf(pc);
      await pc.setAside();
      const where = `ended before moment ${String(moment)} of ${String(moments)}`;
      expect(await until(moment, () => pc.undo()), where).toBe(false);
      expect(await pc.undo(), where).toMatchObject({ ok: true, value: { refused: [] } });
      expect(stateOf(pc), where).toEqual(born);
      expect(await pc.undo(), where).toEqual({ ok: true, value: { restored: 0, refused: [] } });
    }
  }, 1_200_000);
});
