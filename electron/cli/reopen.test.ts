import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JournalEntry } from '../core/engine/journal.ts';
import { fail, ok } from '../core/model/result.ts';
import type { Reopener } from '../core/ports.ts';
import { managedRows, packageRow } from '../core/testing/hosts.ts';
import type { FakeComputer, Seat } from './testing/cli.ts';
import { cli, temporaryFolder } from './testing/cli.ts';
import { leftoverSeat } from './testing/leftover-seat.ts';

let folder: ReturnType<typeof temporaryFolder>;
let registered: string[];
let calls: string[];
beforeEach(() => {
  folder = temporaryFolder();
  [registered, calls] = [[], []];
});
afterEach(() => folder.remove());

const reopener: Reopener = {
  isOnce: false,
  register: async (id) => {
    calls.push('register');
    registered = [id];
    return ok({ place: '/etc/entry', opens: 'window', staged: '/var/lib/copy' });
  },
  isThere: async (id) => registered.includes(id),
  drop: async (id) => {
    calls.push('drop');
    registered = registered.filter((other) => other !== id);
    return ok(true);
  },
};
const restarting = (more: Partial<FakeComputer> = {}): FakeComputer => ({
  packages: [...(managedRows.packages ?? [])],
  tool: (name) => (name === 'kesl' ? 'restart-needed' : 'removed'),
  ...more,
});
const run = (seat: Seat, ...argv: string[]) => cli(folder.path, { reopener, ...seat }, ...argv);
const go = ['remove', '--yes', '--accept', 'managed-redeploy'];
const journal = (): readonly JournalEntry[] => {
  const lines = readFileSync(join(folder.path, 'runs', registeredOnce(), 'journal.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as JournalEntry);
};
let known = '';
const registeredOnce = (): string => (known = registered[0] ?? known);

describe('after a removal that needs a restart', () => {
  test('the tool is registered, journalled before and after, and the person is told how it goes on', async () => {
    const { code, err } = await run({ computer: restarting() }, ...go);
    expect(code).toBe(20);
    expect(err).toContain('After the restart, sign in as usual. This program opens by itself');
    expect(err).toContain('/var/lib/copy');
    expect(journal().slice(-3)).toMatchObject([
      { kind: 'reopen-started', wanted: true },
      { kind: 'reopen-ended', end: { kind: 'registered', registration: { place: '/etc/entry' } } },
      { kind: 'run-ended' },
    ]);
  });

  test('a registration that fails is told with the way on by hand, and the run is as whole as ever', async () => {
    const failing = { ...reopener, register: async () => fail('reopen-failed', { why: 'no room' }) };
    const { code, err } = await run({ computer: restarting(), reopener: failing }, ...go);
    expect(code).toBe(20);
    expect(err).toContain('cannot open by itself: no room. Start it again yourself');
  });

  test('the registration stays until the end is there, and goes with resume', async () => {
    const computer = restarting();
    await run({ computer }, ...go);
    expect((await run({ computer }, 'resume', '--yes')).code).toBe(20);
    expect((await run({ computer }, 'verify')).code).toBe(20);
    computer.start = 'second start';
    // The agent is still to come.
    expect((await run({ computer }, 'verify')).code).toBe(21);
    expect(registered).toHaveLength(1);
    registeredOnce();
    expect((await run({ computer }, 'resume', '--yes')).code).toBe(0);
    expect(registered).toEqual([]);
    expect(journal().slice(-3)).toMatchObject([
      { kind: 'reopen-started', wanted: false },
      { kind: 'reopen-ended', end: { kind: 'dropped' } },
      { kind: 'run-ended', verdict: 'removed' },
    ]);
  });

  test('verify takes it away when it sees the end, without a journal line when there is nothing', async () => {
    const computer = restarting({ packages: [packageRow('kesl')] });
    await run({ computer }, 'remove', '--yes');
    computer.start = 'second start';
    const id = registeredOnce();
    expect((await run({ computer }, 'verify', '--run', id)).code).toBe(0);
    expect(registered).toEqual([]);
    const lines = journal().length;
    await run({ computer }, 'verify', '--run', id);
    expect(journal()).toHaveLength(lines);
    expect(calls.filter((call) => call === 'drop')).toHaveLength(1);
  });

  test('a resume that is stopped in the middle keeps it', async () => {
    const stop = new AbortController();
    const computer = restarting();
    await run({ computer }, ...go);
    computer.start = 'second start';
    computer.packages = [packageRow('kesl-gui'), packageRow('klnagent64')];
    stop.abort();
    await run({ computer, stop }, 'resume', '--yes');
    expect(registered).toHaveLength(1);
  });

  test('undo takes away what could not go at the end of the run', async () => {
    const pc = leftoverSeat();
    try {
      const computer = pc.managed({ tool: (name) => (name === 'kesl' ? 'restart-needed' : 'removed') });
      expect((await pc.run({ computer, reopener }, ...go, '--leftovers')).code).toBe(20);
      computer.start = 'second start';
      const held = {
        ...reopener,
        drop: async () => fail('reopen-stays', { place: '/etc/entry', why: 'no' }),
      };
      expect((await pc.run({ computer, reopener: held }, 'resume', '--yes')).err).toContain('/etc/entry');
      expect(registered).toHaveLength(1);
      expect((await pc.run({ computer, reopener }, 'undo', pc.runs()[0] ?? '')).code).toBe(0);
      expect([registered, pc.vendor()]).toEqual([[], true]);
    } finally {
      pc.remove();
    }
  });

  test('a run that is forgotten is not opened again for', async () => {
    await run({ computer: restarting() }, ...go);
    expect((await run({ computer: restarting() }, 'forget', registeredOnce(), '--yes')).code).toBe(0);
    expect(registered).toEqual([]);
  });

  test('runs that lie in a folder of their own are gone on with by hand', async () => {
    const { code, err } = await run(
      { computer: restarting() },
      '--state-dir',
      join(folder.path, 'own'),
      ...go,
    );
    expect(code).toBe(20);
    expect(err).toContain('cannot open by itself: its runs are kept in a folder of their own');
    expect(calls).toEqual([]);
  });
});

test('a removal that needs no restart registers nothing and asks nothing about it', async () => {
  const asking = { ...reopener, isThere: () => Promise.reject(new Error('nobody asks')) };
  expect((await run({ computer: restarting({ tool: () => 'removed' }), reopener: asking }, ...go)).code).toBe(
    0,
  );
  expect(calls).toEqual([]);
});

test('what the registration started waits until somebody has read', async () => {
  const computer = restarting();
  await run({ computer }, ...go);
  const asked: string[] = [];
  const answer = (question: string): string => {
    asked.push(question);
    return '';
  };
  await run({ computer, answer }, 'resume', '--run', registeredOnce(), '--reopened');
  expect(asked.at(-1)).toContain('Press Enter');
});
