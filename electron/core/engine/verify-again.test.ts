import { describe, expect, it } from 'vitest';
import { catalogue } from '../catalogue/index.ts';
import type { Action } from '../model/plan.ts';
import type { Report } from '../model/report.ts';
import type { ActionResult } from '../model/run.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { AnyRow } from '../model/tables.ts';
import { checkSeal } from '../report/seal.ts';
import { conclude, lookOf } from './conclude.ts';
import type { Desk } from './conclude.ts';
import type { JournalEntry } from './journal.ts';
import { runFromJournal } from './run-history.ts';
import { verifyAgain } from './verify-again.ts';

const desk: Desk = { catalogue, tool: { name: 'test', version: '0' } };
const now = '2026-11-20T12:00:00.000Z';

const packageRow = (name: string): AnyRow => ({
  name,
  version: '12.1.0-1508',
  publisher: 'Kaspersky',
  manager: 'dpkg',
  state: 'installed',
});

const snapshotWith = (packages: readonly string[], more: Partial<Snapshot['readings']> = {}): Snapshot => ({
  schema: 'removal-assistant/snapshot/1',
  takenAt: now,
  host: { os: 'linux', version: 'Debian 12', arch: 'x64', elevated: true },
  readings: {
    packages: { kind: 'ok', rows: packages.map(packageRow) },
    units: { kind: 'ok', rows: [] },
    processes: { kind: 'ok', rows: [] },
    files: { kind: 'ok', rows: [] },
    ...more,
  },
});

const before = snapshotWith(['kesl', 'klnagent64']);
const first = conclude(desk, before, { productIds: ['linux-kesl'] }, now);
const planned = first.plan.actions;

const resultOf = (action: Action, outcome: ActionResult['outcome']): ActionResult => ({
  id: action.id,
  outcome,
  startedAt: now,
  endedAt: now,
});

const lookAgain = (
  snapshot: Snapshot,
  outcome: ActionResult['outcome'] = 'removed',
  awaitingRestart: readonly string[] = planned.map(({ id }) => id),
): Report => {
  const run = { id: 'r1', startedAt: now, actions: planned.map((a) => resultOf(a, outcome)), accepted: [] };
  const sofar = { run, planned, first, before: lookOf(before, first), awaitingRestart };
  return verifyAgain(desk, sofar, snapshot, now);
};

describe('a later look at a run', () => {
  it('says removed when nothing of Kaspersky is there any more', () => {
    expect(lookAgain(snapshotWith([])).verdict).toBe('removed');
  });

  it('says incomplete while a chosen product works, whatever its uninstaller said', () => {
    const report = lookAgain(snapshotWith(['kesl']));
    expect(report.verdict).toBe('incomplete');
    expect(report.run?.actions[0]?.outcome).toBe('still-there');
  });

  it('says found when only another product works', () => {
    expect(lookAgain(snapshotWith(['klnagent64'])).verdict).toBe('found');
  });

  it('says leftovers when no product works', () => {
    const files = { kind: 'ok' as const, rows: [{ path: '/opt/kaspersky/kesl', kind: 'folder' }] };
    expect(lookAgain(snapshotWith([], { files })).verdict).toBe('leftovers');
  });

  it('says unknown when nothing is seen and a required place is closed', () => {
    const units = { kind: 'denied' as const, why: 'permission denied' };
    expect(lookAgain(snapshotWith([], { units })).verdict).toBe('unknown');
  });

  it('still asks for the restart that an uninstaller asked for', () => {
    expect(lookAgain(snapshotWith(['klnagent64']), 'restart-needed').verdict).toBe('restart-needed');
  });

  it('after that restart says removed, of the run and of each action', () => {
    const report = lookAgain(snapshotWith([]), 'restart-needed', []);
    expect(report.verdict).toBe('removed');
    expect(report.run?.actions[0]?.outcome).toBe('removed');
  });

  it('after that restart says incomplete when the product came back from it', () => {
    const report = lookAgain(snapshotWith(['kesl']), 'restart-needed', []);
    expect(report.verdict).toBe('incomplete');
    expect(report.run?.actions[0]?.outcome).toBe('still-there');
  });

  it('does not hold an action that failed then against a product that is gone now', () => {
    expect(lookAgain(snapshotWith([]), 'failed').verdict).toBe('removed');
  });

  it('keeps both looks and is sealed', () => {
    const report = lookAgain(snapshotWith([]));
    expect(report.before?.detections.map((d) => d.productId)).toEqual(['linux-kesl', 'linux-nagent']);
    expect(report.after?.detections).toEqual([]);
    expect(checkSeal(report).ok).toBe(true);
  });
});

describe('a run that was interrupted', () => {
  const action = planned[0] as Action;
  const started: JournalEntry = {
    kind: 'run-started',
    at: now,
    run: 'r1',
    actions: planned,
    accepted: ['low-disk'],
  };

  it('is what its journal tells: an action without an end has no result', () => {
    const told = runFromJournal([started, { kind: 'action-started', at: now, id: action.id }]);
    expect(told?.planned).toEqual(planned);
    expect(told?.run).toEqual({
      id: 'r1',
      startedAt: now,
      actions: [],
      accepted: ['low-disk'],
      acceptances: [{ hazard: 'low-disk', at: now }],
    });
  });

  it('keeps the results and the end that were written', () => {
    const result = resultOf(action, 'removed');
    const told = runFromJournal([
      started,
      { kind: 'action-started', at: now, id: action.id },
      { kind: 'action-ended', at: now, result },
      { kind: 'run-ended', at: now, verdict: 'incomplete', cancelled: true },
    ]);
    expect(told?.run).toMatchObject({ endedAt: now, cancelled: true, actions: [result] });
  });

  it('is nothing when the journal breaks off before its first line', () => {
    expect(runFromJournal([])).toBeUndefined();
  });
});
