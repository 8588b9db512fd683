import { beforeEach, describe, expect, test } from 'vitest';
import type { LeftoverItem } from '../model/leftover.ts';
import { ok } from '../model/result.ts';
import { LeftoverWorld } from '../testing/leftover-world.ts';
import type { JournalEntry } from './journal.ts';
import { undo } from './undo.ts';

const at = '2026-11-26T10:00:00.000Z';
const item = (path: string): LeftoverItem => ({ id: `files:${path}`, kind: 'files', path, root: path });
const begun: JournalEntry = { kind: 'run-started', at, run: 'r', actions: [], accepted: [], leftovers: {} };
const started = (number: number, path: string): JournalEntry => ({
  kind: 'leftover-started',
  at,
  item: item(path),
  number,
  sha256: String(number),
});
const ended = (number: number, path: string): JournalEntry => ({
  kind: 'leftover-ended',
  at,
  number,
  end: { kind: 'set-aside', done: { what: path, kind: 'files' } },
});

let world: LeftoverWorld;
beforeEach(() => {
  world = new LeftoverWorld();
  world.entries.push(begun, started(1, '/a'), ended(1, '/a'), started(2, '/b'), ended(2, '/b'));
});
const run = () =>
  undo(
    {
      quarantine: world.quarantine,
      clock: world.clock,
      cancellation: world.cancellation,
      reopen: async () => ok(world.journal),
      onRestore: () => undefined,
    },
    { id: 'r', entries: [...world.entries] },
  );
const restored = (n: number, ...refused: object[]) => ({ ok: true, value: { restored: n, refused } });

describe('undo', () => {
  test('puts back the last thing first, with a line before and after each', async () => {
    expect(await run()).toEqual(restored(2));
    expect(world.log).toEqual([
      'undo-started',
      'restore-started',
      'put back /b',
      'restore-ended',
      'restore-started',
      'put back /a',
      'restore-ended',
      'finish 2',
      'undo-ended',
    ]);
  });

  test('does nothing, and writes nothing, a second time', async () => {
    await run();
    const lines = world.log.length;
    expect(await run()).toEqual(restored(0));
    expect(world.log).toHaveLength(lines);
  });

  test('names what it did not put back, and tries only that again', async () => {
    world.restores.set('/b', { kind: 'kept', why: 'occupied' });
    expect(await run()).toEqual(restored(1, { what: '/b', why: 'occupied' }));
    world.restores.clear();
    world.log.length = 0;
    expect(await run()).toEqual(restored(1));
    expect(world.log).toContain('put back /b');
    expect(world.log).not.toContain('put back /a');
    expect(world.log).toContain('finish 2');
  });

  test('finishes one that was cut off after its last thing', async () => {
    await run();
    world.entries.pop();
    world.log.length = 0;
    expect(await run()).toEqual(restored(0));
    expect(world.log).toEqual(['undo-started', 'finish 2', 'undo-ended']);
  });

  test('brings what a kill cut off to its end first', async () => {
    world.entries.push(started(3, '/c'));
    expect(await run()).toEqual(restored(3));
    expect(world.log.slice(0, 5)).toEqual([
      'undo-started',
      'take /c',
      'leftover-ended',
      'restore-started',
      'put back /c',
    ]);
    world.entries.length = 1;
    world.entries.push(started(1, '/d'));
    world.ends.set('/d', { kind: 'left', why: 'cancelled' });
    expect(await run()).toEqual(restored(0));
  });

  test('of a run that set nothing aside is whole, and of one that never began a Problem', async () => {
    world.entries.length = 1;
    expect(await run()).toEqual(restored(0));
    world.entries.length = 0;
    expect(await run()).toMatchObject({ problem: { code: 'run-never-began' } });
  });

  test('changes nothing when the quarantine was altered', async () => {
    world.damaged = 'record 2 was altered';
    expect(await run()).toMatchObject({ ok: false, problem: { code: 'quarantine-damaged' } });
    expect(world.log).toEqual([]);
  });

  test.each([0, 1, 2, 3])('begins nothing more once its line %i could not be written', async (failing) => {
    world.failingAppend = world.entries.length + failing;
    const done = await run();
    const before = world.log.filter((line) => line === 'restore-started').length;
    expect(world.log.filter((line) => line.startsWith('put back'))).toHaveLength(before);
    if (failing === 0) return expect(done).toMatchObject({ problem: { code: 'journal-unwritable' } });
    if (!done.ok) throw new Error(done.problem.code);
    expect(done.value.restored + done.value.refused.length).toBe(2);
    for (const { why } of done.value.refused) expect(why).toBe('journal-unwritable');
  });

  test('stops between two things when the person says so', async () => {
    world.cancellation = { aborted: true };
    const why = 'cancelled';
    expect(await run()).toEqual(restored(0, { what: '/b', why }, { what: '/a', why }));
  });
});
