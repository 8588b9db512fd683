import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../catalogue/index.ts';
import { linuxKesl } from '../catalogue/products/linux-kesl.ts';
import { okReading } from '../model/reading.ts';
import { fail, ok } from '../model/result.ts';
import type { Outcome } from '../model/run.ts';
import { goodOutcomes, outcomes } from '../model/run.ts';
import type { Row } from '../model/tables.ts';
import type { Inspector, RunStore } from '../ports.ts';
import { debian, leftoverRows, managedRows, packageRow } from '../testing/hosts.ts';
import { executorFor } from './executor.ts';
import type { JournalEntry } from './journal.ts';
import { remove } from './remove.ts';
import type { RemovePorts } from './remove.ts';

const desk = { catalogue, tool: { name: 'removal-assistant', version: '0.0.0' } };

interface Machine {
  packages: Row<'packages'>[];
  elevated?: boolean;
  /** What the package tool does; by default it removes and says so. */
  tool?: (name: string, machine: Machine) => Outcome;
  /** Which append to the journal fails; counted from 0. */
  failingAppend?: number;
  cancelAfter?: string;
  processes?: Row<'processes'>[];
}

/** A whole machine in memory: what happens to it is written down in one list, journal lines and changes together. */
const machineOf = (machine: Machine) => {
  const log: string[] = [];
  const entries: JournalEntry[] = [];
  const cancellation = { aborted: false };
  let appends = 0;
  let stored = false;
  const inspector: Inspector = {
    os: 'linux',
    host: async () => ({ ...debian, elevated: machine.elevated ?? true }),
    probes: [
      { table: 'packages', read: async () => okReading(machine.packages) },
      { table: 'units', read: async () => okReading([]) },
      { table: 'processes', read: async () => okReading(machine.processes ?? []) },
      { table: 'files', read: async () => okReading(leftoverRows.files ?? []) },
    ] as Inspector['probes'],
  };
  const executor = executorFor('remove-package', async (action) => {
    log.push(`change ${action.package}`);
    const outcome =
      machine.tool?.(action.package, machine) ??
      ((machine.packages = machine.packages.filter((row) => row.name !== action.package)),
      'removed' as const);
    if (machine.cancelAfter === action.package) cancellation.aborted = true;
    return { outcome };
  });
  const store: RunStore = {
    newRunId: () => '20261123-100000-000001',
    create: async () => {
      stored = true;
      log.push('first look on disk');
      return ok({
        append: async (entry: JournalEntry) => {
          if (appends++ === machine.failingAppend)
            return fail('journal-unwritable', { why: 'the disk is full' });
          entries.push(entry);
          const what = entry.kind === 'action-started' ? ` ${entry.id}` : '';
          log.push(`journal ${entry.kind}${what}`);
          return ok(true as const);
        },
        close: async () => {},
      });
    },
    saveReport: async () => ok(true as const),
    read: async () => fail('unknown-run'),
    reopen: async () => fail('unknown-run'),
  };
  const ports: RemovePorts = {
    inspector,
    executors: [executor],
    store,
    starts: { read: async () => 'first start', ensure: async () => 'first start' },
    clock: { now: () => '2026-11-23T10:00:00.000Z' },
    cancellation,
    onProgress: () => {},
    onRemove: () => {},
  };
  return { ports, log, entries, wasStored: () => stored };
};

const managed = () => [...(managedRows.packages ?? [])];
const go = { accepted: ['managed-redeploy'] };
const changes = (log: readonly string[]) => log.filter((line) => line.startsWith('change'));

describe('a removal', () => {
  test('takes interface, product and agent in this order and ends removed, with both looks', async () => {
    const { ports, log } = machineOf({ packages: managed() });
    const done = await remove(desk, ports, go);
    if (!done.ok) throw new Error(done.problem.code);
    expect(changes(log)).toEqual(['change kesl-gui', 'change kesl', 'change klnagent64']);
    expect(done.value.report.verdict).toBe('removed');
    expect(done.value.report.before?.detections.map((d) => d.status)).toEqual(['installed', 'installed']);
    expect(done.value.report.detections.map((d) => d.status)).toEqual(['leftovers']);
  });

  test('puts the first look on disk and a line into the journal before each change', async () => {
    const { ports, log } = machineOf({ packages: managed() });
    await remove(desk, ports, go);
    expect(log[0]).toBe('first look on disk');
    for (const [at, line] of log.entries())
      if (line.startsWith('change')) expect(log[at - 1]).toContain(`journal action-started`);
    expect(log.at(-1)).toBe('journal run-ended');
  });

  test.each([
    ['a hazard that nobody answered for', { packages: managed() }, { accepted: [] }, 'blocked-by-hazard'],
    ['missing rights', { packages: managed(), elevated: false }, go, 'needs-administrator'],
    ['a server alone, even with rights', { packages: [packageRow('ksc64')] }, go, 'blocked-by-hazard'],
    [
      'a product that is not here',
      { packages: managed() },
      { ...go, productIds: ['linux-kics'] },
      'unknown-product',
    ],
  ])('stops before any change and any file because of %s', async (_, machine, choices, code) => {
    const { ports, log, wasStored } = machineOf(machine);
    const done = await remove(desk, ports, choices);
    expect(done).toMatchObject({ ok: false, problem: { code } });
    expect(changes(log)).toEqual([]);
    expect(wasStored()).toBe(false);
  });

  test('says missing rights before a hazard that could be answered for', async () => {
    const { ports } = machineOf({ packages: managed(), elevated: false });
    expect(await remove(desk, ports, { accepted: [] })).toMatchObject({
      problem: { code: 'needs-administrator' },
    });
  });

  test('does nothing and makes no run when there is nothing to remove', async () => {
    const { ports, wasStored } = machineOf({ packages: [] });
    const done = await remove(desk, ports, go);
    expect(done).toMatchObject({ ok: true, value: { report: { verdict: 'leftovers' } } });
    expect(wasStored()).toBe(false);
  });

  test('believes the second look, not the uninstaller', async () => {
    const { ports } = machineOf({ packages: [packageRow('kesl')], tool: () => 'removed' });
    const done = await remove(desk, ports, go);
    expect(done).toMatchObject({
      ok: true,
      value: { report: { verdict: 'incomplete', run: { actions: [{ outcome: 'still-there' }] } } },
    });
  });

  test('leaves to a person what only a person may do, and does not call it removed', async () => {
    const byHand = { ...linuxKesl, routes: [{ system: 'linux', kind: 'guided', phase: 'product' }] as const };
    const guidedDesk = { ...desk, catalogue: { ...catalogue, products: [byHand] } };
    const processes = [{ name: 'kesl', path: '/opt/kaspersky/kesl/libexec/kesl' }];
    const { ports, log } = machineOf({ packages: [], processes });
    const done = await remove(guidedDesk, ports, go);
    expect(changes(log)).toEqual([]);
    expect(done).toMatchObject({
      value: { report: { verdict: 'incomplete', run: { actions: [{ outcome: 'needs-person' }] } } },
    });
  });

  test('leaves the product alone when its interface failed, and the agent when anything failed', async () => {
    const { ports, log } = machineOf({ packages: managed(), tool: () => 'failed' });
    const done = await remove(desk, ports, go);
    expect(changes(log)).toEqual(['change kesl-gui']);
    expect(done).toMatchObject({ ok: true, value: { report: { verdict: 'incomplete' } } });
  });

  test('stops after the action that is running when the person says so', async () => {
    const { ports, log } = machineOf({ packages: managed(), cancelAfter: 'kesl-gui' });
    const done = await remove(desk, ports, go);
    expect(changes(log)).toEqual(['change kesl-gui']);
    expect(done).toMatchObject({
      ok: true,
      value: { report: { verdict: 'incomplete', run: { cancelled: true } } },
    });
  });

  test('changes nothing more once the journal cannot be written', async () => {
    for (let failingAppend = 0; failingAppend < 8; failingAppend++) {
      const { ports, log } = machineOf({ packages: managed(), failingAppend });
      const done = await remove(desk, ports, go);
      const journalled = log.filter((line) => line.startsWith('journal action-started')).length;
      expect(changes(log)).toHaveLength(journalled);
      if (failingAppend === 0) expect(done).toMatchObject({ problem: { code: 'journal-unwritable' } });
    }
  });
});

test('whatever the tools answer, removed is said only when all packages are gone and all actions agree, and a restart is asked for only when nothing else is open', async () => {
  const behaviour = fc.record({ outcome: fc.constantFrom(...outcomes), gone: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(behaviour, { minLength: 3, maxLength: 3 }), async (script) => {
      let call = 0;
      const machine: Machine = {
        packages: managed(),
        tool: (name, self) => {
          const step = script[call++]!;
          if (step.gone) self.packages = self.packages.filter((row) => row.name !== name);
          return step.outcome;
        },
      };
      const { ports } = machineOf(machine);
      const done = await remove(desk, ports, go);
      if (!done.ok) throw new Error(done.problem.code);
      const begun = script.slice(0, call);
      const asked = begun.filter((step) => step.outcome === 'restart-needed');
      const allGood = begun.every((step) => goodOutcomes.includes(step.outcome));
      const othersGone = begun.every((step) => step.gone || asked.includes(step));
      const { verdict } = done.value.report;
      expect(verdict === 'removed').toBe(allGood && asked.length === 0 && machine.packages.length === 0);
      expect(verdict === 'restart-needed').toBe(allGood && asked.length > 0 && othersGone);
      // The agent comes after the restart that a product asked for.
      if (asked.some((step) => begun.indexOf(step) < 2)) expect(call).toBeLessThan(3);
    }),
  );
});
