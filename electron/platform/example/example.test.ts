import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../core/catalogue/index.ts';
import { conclude } from '../../core/engine/conclude.ts';
import { remove } from '../../core/engine/remove.ts';
import { takeSnapshot } from '../../core/engine/scan.ts';
import { secretOf } from '../../core/model/secret.ts';
import { undo } from '../../core/engine/undo.ts';
import { targetOf } from '../../core/engine/plan.ts';
import { hazardIds } from '../../core/model/hazard.ts';
import { reportToCsv } from '../../core/report/csv.ts';
import { reportBaseName } from '../../core/report/file-name.ts';
import { reportToHtml } from '../../core/report/html.ts';
import { reportToText } from '../../core/report/summary.ts';
import { en } from '../../core/text/en.ts';
import type { Report } from '../../core/model/report.ts';
import { systemClock } from '../shared/clock.ts';
import { recordedComputers } from './computers/index.ts';
import type { ExampleMachine } from './index.ts';
import { exampleComputers, openExample } from './index.ts';

const desk = { catalogue, tool: { name: 'removal-assistant', version: '0.0.0' } };
const names = exampleComputers.map(({ name }) => name);
const open = (name: string): ExampleMachine => {
  const machine = openExample(name, { desk, speed: 100_000 });
  if (machine === undefined) throw new Error(`no example is called ${name}`);
  return machine;
};
const watch = {
  clock: systemClock,
  cancellation: { aborted: false },
  onProgress: () => undefined,
  onRemove: () => undefined,
};
const lookAt = async (machine: ExampleMachine) => {
  const taken = await takeSnapshot({ ...watch, inspector: machine.inspector }, catalogue);
  if (!taken.ok) throw new Error(taken.problem.code);
  return conclude(desk, taken.value, { accepted: hazardIds }, systemClock.now());
};

describe.each(names)('the example %s', (name) => {
  it('is found by the real engine, with a recording for every action', async () => {
    const machine = open(name);
    const report = await lookAt(machine);
    expect(report.verdict).toBe('found');
    expect(report.plan.blockedBy).toEqual(name === 'encrypted-pc' ? ['fde'] : []);
    expect(report.detections.every(({ confidence }) => confidence === 'proven')).toBe(true);
    expect(report.plan.actions.map(targetOf).toSorted()).toEqual(
      Object.keys(recordedComputers[name]?.recordings ?? {}).toSorted(),
    );
    machine.close();
  });

  it('says in every form of its report that it is an example', async () => {
    const machine = open(name);
    const report = await lookAt(machine);
    expect(report.host.example).toBe(name);
    expect(reportToHtml(report, en).split(en.example)).toHaveLength(4);
    expect(reportToText(report, en).startsWith(en.example)).toBe(true);
    for (const line of reportToCsv(report).trim().split('\r\n').slice(1))
      expect(line.split(',')).toContain(name);
    expect(reportBaseName(report)).toMatch(/^example-/);
    machine.close();
  });
});

describe.each(['work-pc', 'debian-server'])('the example %s', (name) => {
  it('is removed to the end with its leftovers, given back by undo, and leaves no file', async () => {
    const machine = open(name);
    const { store } = machine;
    const ports = {
      ...watch,
      ...machine,
      inspector: machine.withRights,
      leftovers: { quarantineOf: machine.quarantine, own: [], onLeftover: () => undefined },
    };
    const passwordFor = () => secretOf(new TextEncoder().encode('any'));
    const done = await remove(
      desk,
      { ...ports, passwordFor },
      { accepted: hazardIds, leftovers: { own: [] } },
    );
    if (!done.ok) throw new Error(done.problem.code);
    expect(done.value.report.verdict).toBe('removed');
    expect(done.value.report.host.example).toBe(name);
    const setAside = done.value.report.run?.leftovers?.setAside ?? [];
    expect(setAside.length).toBeGreaterThan(0);

    const stored = await store.readRun(done.value.runId ?? '');
    if (!stored.ok) throw new Error(stored.problem.code);
    const { id, journal } = stored.value;
    const undone = await undo(
      {
        ...watch,
        quarantine: machine.quarantine(id),
        reopen: () => store.reopen(id),
        onRestore: () => undefined,
      },
      { id, entries: journal.entries },
    );
    expect(undone).toEqual({ ok: true, value: { restored: setAside.length, refused: [] } });
    // What was left before anything was set aside is left again.
    const filesIn = (look: { readonly detections: Report['detections'] }) =>
      look.detections.flatMap(({ evidence }) => evidence).filter(({ table }) => table === 'files').length;
    expect(filesIn(await lookAt(machine))).toBeGreaterThan(filesIn(done.value.report));

    expect(existsSync(store.folder)).toBe(true);
    machine.close();
    expect(existsSync(store.folder)).toBe(false);
  });
});

describe('a recorded uninstaller that hangs', () => {
  it('says that it is quiet, and is left to itself when nobody wants to wait', async () => {
    const machine = open('stuck-pc');
    const report = await lookAt(machine);
    const [action] = report.plan.actions;
    const [executor] = machine.executors;
    if (action === undefined || executor === undefined) throw new Error('no plan');
    const cancellation = { aborted: true, leave: false };
    const heard: string[] = [];
    const result = await executor.run(action, {
      agreed: [action],
      cancellation,
      password: undefined,
      onProgress: ({ kind }) => {
        heard.push(kind);
        cancellation.leave = kind === 'quiet';
      },
    });
    expect(result).toEqual({ outcome: 'left-running' });
    expect(heard).toContain('quiet');
    expect((await lookAt(machine)).verdict).toBe('found');
    machine.close();
  });
});
