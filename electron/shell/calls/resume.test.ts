import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../core/engine/journal.ts';
import type { Registration } from '../../core/model/reopen.ts';
import type { Report } from '../../core/model/report.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';
import type { ElevatedAnswer, ElevatedRequest, Reopener } from '../../core/ports.ts';
import { keepComingBack } from '../coming-back.ts';
import type { Machine } from '../services.ts';
import { open, setUp } from '../testing/small-desk.ts';

const runId = '20261126-101500-4f3a9c';
const registration: Registration = { place: 'HKLM\\RunOnce', opens: 'window' };

/** A reopener that forgets what it opened, as Windows does. */
const reopenerIn = (registered: Set<string>): Reopener => ({
  isOnce: true,
  register: async (id) => (registered.add(id), ok(registration)),
  isThere: async (id) => registered.has(id),
  drop: async (id) => (registered.delete(id), ok(true)),
});

/** A computer on which a run asked for a restart; `pc.uninstall` says how its uninstaller ends. */
const waiting = async () => {
  const { pc, machine } = setUp();
  const registered = new Set<string>();
  const entries: JournalEntry[] = [];
  let stored: { before: Snapshot; found: Report } | undefined;
  let start = 'first start';
  const journal = {
    append: async (entry: JournalEntry) => (entries.push(entry), ok(true as const)),
    close: async () => undefined,
  };
  const own: Machine = {
    ...machine,
    reopener: reopenerIn(registered),
    starts: { read: async () => start, ensure: async () => start },
    store: {
      newRunId: () => runId,
      create: async (_id, before, found) => ((stored = { before, found }), ok(journal)),
      saveReport: async () => ok(true),
      read: async (id) =>
        stored === undefined || id !== runId
          ? fail('unknown-run')
          : ok({ id, ...stored, entries: [...entries] }),
      reopen: async () => ok(journal),
    },
  };
  pc.uninstall = async () => ({ outcome: 'restart-needed', exitCode: 0 });
  const desk = open(own);
  const scan = await desk.handlers.scan({});
  if (!scan.ok) throw new Error(scan.problem.code);
  const accepted = scan.value.report.hazards.map(({ id }) => id);
  const removed = await desk.door('remove', {
    scanId: scan.value.scanId,
    productIds: ['linux-kesl'],
    accepted,
  });
  const restart = (): void => {
    start = 'second start';
    pc.packages = [];
  };
  return { pc, own, removed, registered, restart, desk, entries };
};

describe('a window after a removal that needs a restart', () => {
  it('is registered to open again, and says so to the page', async () => {
    const { removed, registered } = await waiting();
    expect(removed).toMatchObject({
      value: { report: { verdict: 'restart-needed' }, reopening: { kind: 'registered', registration } },
    });
    expect([...registered]).toEqual([runId]);
  });

  it('goes on to the end, and is registered no more', async () => {
    const { desk, restart, registered } = await waiting();
    expect(await desk.door('resume', { runId })).toMatchObject({
      value: { report: { verdict: 'restart-needed' } },
    });
    expect(registered.size).toBe(1);
    restart();
    expect(await desk.door('resume', { runId })).toMatchObject({
      value: { runId, report: { verdict: 'removed' }, reopening: { kind: 'dropped' } },
    });
    expect(registered.size).toBe(0);
    expect(await desk.door('copySummary', { id: runId })).toEqual(ok({}));
  });

  it('refuses what is no run, and no run of this computer', async () => {
    const { desk, own } = await waiting();
    expect(await desk.door('resume', { runId: '../../x' })).toMatchObject({ problem: { code: 'bug' } });
    expect(await desk.door('resume', { runId: '20261126-101500-000000' })).toMatchObject({
      problem: { code: 'unknown-run' },
    });
    const inspector = {
      ...own.inspector,
      host: async () => ({ ...(await own.inspector.host()), name: 'another' }),
    };
    expect(await open({ ...own, inspector }).door('resume', { runId })).toMatchObject({
      problem: { code: 'run-of-other-computer' },
    });
  });

  it('without rights has a process with rights go on, and names it nothing but the run', async () => {
    const { pc, own, registered, restart, desk } = await waiting();
    restart();
    const done = await desk.handlers.resume({ runId });
    if (!done.ok) throw new Error(done.problem.code);
    const asked: ElevatedRequest[] = [];
    let answer: Result<ElevatedAnswer> = fail('elevation-cancelled');
    pc.elevated = false;
    registered.add(runId);
    const elevator = {
      ready: async (): Promise<Result<true>> => ok(true),
      carryOut: async (request: ElevatedRequest) => (asked.push(request), answer),
    };
    const door = open({ ...own, elevator }).door;
    expect(await door('resume', { runId })).toEqual(fail('elevation-cancelled'));
    expect(registered.size).toBe(1);
    answer = ok({ kind: 'done', removed: { runId, report: done.value.report } });
    expect(await door('resume', { runId })).toMatchObject({ value: { report: { verdict: 'removed' } } });
    expect(asked).toEqual(Array.from({ length: 2 }, () => ({ kind: 'resume', runId })));
    // The person's own registration, which nobody with rights knows of.
    expect(registered.size).toBe(0);
  });

  it('that the system opened once registers itself anew before anything else', async () => {
    const { own, registered } = await waiting();
    registered.clear();
    await keepComingBack({ ...own, afterRestart: runId });
    expect([...registered]).toEqual([runId]);
    registered.clear();
    await keepComingBack({
      ...own,
      afterRestart: runId,
      reopener: { ...reopenerIn(registered), isOnce: false },
    });
    await keepComingBack(own);
    expect(registered.size).toBe(0);
  });

  it('tells the page what it was opened for, and what it found unfinished', async () => {
    const { own } = await waiting();
    expect(await open({ ...own, afterRestart: runId }).door('describe', {})).toMatchObject({
      value: { openRun: { runId, asked: true } },
    });
    expect(await open({ ...own, unfinishedRun: async () => runId }).door('describe', {})).toMatchObject({
      value: { openRun: { runId, asked: false } },
    });
  });

  it('restarts the computer when the page asks, and never while something is at work', async () => {
    const { own } = await waiting();
    let restarts = 0;
    const restart = async (): Promise<Result<true>> => ((restarts += 1), ok(true));
    const desk = open({ ...own, restart });
    const work = desk.jobs.run(
      'scan',
      () => new Promise<Result<true>>((resolve) => setTimeout(() => resolve(ok(true)), 20)),
    );
    expect(await desk.door('restart', {})).toEqual(fail('already-running'));
    await work;
    expect(await desk.door('restart', {})).toEqual(ok({}));
    expect(restarts).toBe(1);
    expect(await open(own).door('restart', {})).toEqual(fail('unsupported-system'));
  });
});
