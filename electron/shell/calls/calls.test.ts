import { beforeEach, describe, expect, it } from 'vitest';
import { plannedPackages } from '../../core/testing/hosts.ts';
import { catalogue } from '../../core/catalogue/index.ts';
import type { EventName } from '../../core/contract/contract.ts';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import type { Row } from '../../core/model/tables.ts';
import type { ElevatedAnswer, ElevatedRequest, ElevatedWatch, ExecutionResult } from '../../core/ports.ts';
import { en } from '../../core/text/en.ts';
import { createDoor } from '../door.ts';
import { createJobs } from '../jobs.ts';
import { createMemory } from '../memory.ts';
import type { Machine } from '../services.ts';
import { handlersFor } from './index.ts';

const kesl: Row<'packages'> = {
  name: 'kesl',
  version: '12.1.0-1508',
  publisher: 'AO Kaspersky Lab',
  manager: 'dpkg',
  state: 'installed',
};

/** A computer with one product, whose uninstaller does what the test says. */
const setUp = () => {
  const pc = {
    packages: [kesl],
    elevated: true,
    uninstall: async (): Promise<ExecutionResult> => {
      pc.packages = [];
      return { outcome: 'removed', exitCode: 0 };
    },
  };
  const rows = (list: readonly object[]) => Promise.resolve({ kind: 'ok' as const, rows: list });
  const machine: Machine = {
    inspector: {
      os: 'linux',
      host: async () => ({ os: 'linux', version: 'Test', arch: 'x64', elevated: pc.elevated, name: 'pc' }),
      probes: [
        { table: 'packages', read: () => rows(pc.packages) },
        ...(['processes', 'units', 'files'] as const).map((table) => ({ table, read: () => rows([]) })),
      ],
    },
    executors: [
      {
        kind: 'remove-package',
        run: async (_action, { onProgress }) => {
          onProgress({ kind: 'waiting', holder: 'apt', seconds: 2 });
          onProgress({ kind: 'output', line: 'Removing kesl' });
          return pc.uninstall();
        },
      },
    ],
    store: {
      newRunId: () => 'run-1',
      create: async () => ok({ append: async () => ok(true), close: async () => undefined }),
      saveReport: async () => ({
        ok: false,
        problem: { code: 'file-unwritable', values: { path: 'x', why: 'full' } },
      }),
      reopen: async () => ({ ok: false, problem: { code: 'unknown-run' } }),
    },
    starts: { read: async () => 'first start', ensure: async () => 'first start' },
  };
  return { pc, machine };
};

const open = (machine: Machine | undefined) => {
  const emitted: (readonly [EventName, unknown])[] = [];
  const jobs = createJobs();
  const handlers = handlersFor({
    desk: { catalogue, tool: { name: en.appName, version: '1.0.0' } },
    texts: en,
    clock: { now: () => '2026-11-23T10:00:00.000Z' },
    machine,
    memory: createMemory(),
    jobs,
    desktop: {
      chooseFileToOpen: async () => undefined,
      chooseFileToSave: async () => undefined,
      copy: async () => undefined,
      print: async () => new Uint8Array(),
    },
    emit: (name, payload) => emitted.push([name, payload]),
    runtimeWarnings: [],
  });
  // Through the door, so that every answer is held against the contract.
  return { handlers, jobs, emitted, door: createDoor(handlers, { checkOutput: true }) };
};

describe('the calls', () => {
  let pc: ReturnType<typeof setUp>['pc'];
  let desk: ReturnType<typeof open>;
  const scan = async () => {
    const answer = await desk.handlers.scan({ subject: { assetTag: 'A1' } });
    if (!answer.ok) throw new Error(answer.problem.code);
    return { scanId: answer.value.scanId, productIds: ['linux-kesl'], accepted: [] };
  };
  beforeEach(() => {
    const made = setUp();
    pc = made.pc;
    desk = open(made.machine);
  });

  it('describe a computer that nothing here can look at, and refuse to look', async () => {
    const { door } = open(undefined);
    expect(await door('describe', {})).toMatchObject({ ok: true, value: { places: [] } });
    expect(await door('scan', {})).toMatchObject({ ok: false, problem: { code: 'unsupported-system' } });
  });

  it('tell of each place without its rows', async () => {
    await scan();
    expect(desk.emitted).toContainEqual([
      'scanProgress',
      { table: 'packages', state: 'done', reading: 'ok', looked: 1, gaps: 0 },
    ]);
  });

  it('carry a removal out, tell of every step, and keep its report under the run', async () => {
    const choices = await scan();
    desk.emitted.length = 0;
    const answer = await desk.door('remove', choices);
    expect(answer).toMatchObject({
      ok: true,
      value: { runId: 'run-1', report: { verdict: 'removed', subject: { assetTag: 'A1' } } },
    });
    expect(desk.emitted.map(([name, payload]) => [name, (payload as { kind: string }).kind])).toEqual(
      ['started', 'waiting', 'output', 'ended', 'looking-again'].map((kind) => ['removeProgress', kind]),
    );
    expect(await desk.door('copySummary', { id: 'run-1' })).toEqual(ok({}));
  });

  it('say when the record of a removal could not be written', async () => {
    const answer = await desk.handlers.remove(await scan());
    expect(answer).toMatchObject({ value: { unsaved: { code: 'file-unwritable' } } });
  });

  it('remove once at a time, and let the running uninstaller finish when told to stop', async () => {
    const choices = await scan();
    let finish = (): void => undefined;
    pc.uninstall = async () => {
      await new Promise<void>((resolve) => (finish = resolve));
      pc.packages = [];
      return { outcome: 'removed' };
    };
    const removal = desk.door('remove', choices);
    while (!desk.emitted.some(([, payload]) => (payload as { kind?: string }).kind === 'output'))
      await new Promise((resolve) => setTimeout(resolve, 1));
    expect(await desk.door('remove', choices)).toMatchObject({ problem: { code: 'already-running' } });
    expect(await desk.door('scan', {})).toMatchObject({ problem: { code: 'already-running' } });
    expect(await desk.door('cancel', {})).toEqual(ok({}));
    expect(desk.jobs.running).toBe('remove');
    finish();
    expect(await removal).toMatchObject({ ok: true, value: { report: { verdict: 'removed' } } });
  });

  it('look afresh before removing: what has gone meanwhile is not removed', async () => {
    const choices = await scan();
    pc.packages = [];
    expect(await desk.door('remove', choices)).toMatchObject({ problem: { code: 'unknown-product' } });
  });

  it('remove nothing without the rights, and nothing that was not chosen', async () => {
    pc.elevated = false;
    const choices = await scan();
    expect(await desk.door('remove', choices)).toMatchObject({ problem: { code: 'needs-administrator' } });
    expect(await desk.door('remove', { ...choices, productIds: [] })).toMatchObject({
      problem: { code: 'nothing-chosen' },
    });
    expect(await desk.door('plan', { ...choices, accepted: ['no-such-hazard'] })).toMatchObject({
      problem: { code: 'unknown-hazard' },
    });
  });

  it('plan from the scan that main kept, with what was chosen', async () => {
    const choices = await scan();
    const all = await desk.handlers.plan(choices);
    const none = await desk.handlers.plan({ ...choices, productIds: [] });
    expect(all.ok && plannedPackages(all.value.report.plan.actions)).toEqual(['kesl']);
    expect(none.ok && none.value.report.plan.actions).toEqual([]);
  });
});

describe('a window without rights', () => {
  /** Something that asks for rights, and answers as the test says. */
  const setUpElevated = async () => {
    const { pc, machine } = setUp();
    pc.elevated = false;
    const asked: ElevatedRequest[] = [];
    const elevator = {
      ready: async (): Promise<Result<true>> => ok(true),
      answer: async (_watch: ElevatedWatch): Promise<Result<ElevatedAnswer>> => fail('elevation-refused'),
      remove: async (request: ElevatedRequest, watch: ElevatedWatch) => {
        asked.push(request);
        return elevator.answer(watch);
      },
    };
    const desk = open({ ...machine, elevator });
    const scanned = await desk.handlers.scan({ subject: { assetTag: 'A1' } });
    if (!scanned.ok) throw new Error(scanned.problem.code);
    const { scanId, report } = scanned.value;
    const choices = { scanId, productIds: ['linux-kesl'], accepted: ['no-antivirus-after'] };
    const events = () =>
      desk.emitted.flatMap(([name, payload]) =>
        name === 'removeProgress' ? [(payload as { kind: string }).kind] : [],
      );
    return { pc, elevator, asked, door: desk.door, jobs: desk.jobs, choices, report, events };
  };

  it('says whether a removal would ask for them, and if not why', async () => {
    const { door, elevator, pc } = await setUpElevated();
    expect(await door('describe', {})).toMatchObject({ value: { elevation: 'available' } });
    elevator.ready = async () => fail('elevation-untrusted', { why: 'x' });
    expect(await door('describe', {})).toMatchObject({
      value: {
        elevation: 'unavailable',
        elevationProblem: { code: 'elevation-untrusted', values: { why: 'x' } },
      },
    });
    pc.elevated = true;
    expect(await door('describe', {})).toMatchObject({ value: { elevation: 'not-needed' } });
  });

  it('asks for what was shown and agreed to, and for nothing else', async () => {
    const { door, asked, choices } = await setUpElevated();
    await door('plan', choices);
    expect(await door('remove', choices)).toEqual(fail('elevation-refused'));
    expect(asked).toEqual([
      {
        consent: {
          productIds: ['linux-kesl'],
          actions: [{ id: 'linux-kesl:dpkg:kesl', target: 'package:dpkg:kesl' }],
          hazards: [{ id: 'no-antivirus-after', level: 'inform', productIds: ['linux-kesl'] }],
        },
        subject: { assetTag: 'A1' },
      },
    ]);
  });

  it('passes every step on, and keeps the report that came back under its run', async () => {
    const { door, elevator, choices, report, events } = await setUpElevated();
    elevator.answer = async ({ onGiven, onRemove }) => {
      onGiven();
      onRemove({ kind: 'started', actionId: 'x', at: 'now' });
      return ok({ kind: 'done', removed: { report: { ...report, verdict: 'removed' }, runId: 'run-7' } });
    };
    expect(await door('remove', choices)).toMatchObject({
      value: { runId: 'run-7', report: { verdict: 'removed' } },
    });
    expect(events()).toEqual(['asking-rights', 'rights-given', 'started']);
    expect(await door('copySummary', { id: 'run-7' })).toEqual(ok({}));
  });

  it('takes a plan that changed for the one that is agreed to next', async () => {
    const { door, elevator, asked, choices, report } = await setUpElevated();
    const change = { actions: ['linux-kesl:dpkg:kesl-gui'], hazards: [], products: [] };
    const [first] = report.plan.actions;
    if (first?.kind !== 'remove-package') throw new Error('no plan');
    const gui = { ...first, id: 'linux-kesl:dpkg:kesl-gui', package: 'kesl-gui' };
    const plan = { actions: [gui, first], blockedBy: [] };
    elevator.answer = async () => ok({ kind: 'changed', change, report: { ...report, plan } });
    expect(await door('remove', choices)).toMatchObject({ value: { changed: change, report: { plan } } });
    await door('remove', choices);
    expect(asked.map(({ consent }) => consent.actions.map(({ target }) => target))).toEqual([
      ['package:dpkg:kesl'],
      ['package:dpkg:kesl-gui', 'package:dpkg:kesl'],
    ]);
  });

  it('passes on that it should stop, also while the question for rights stands', async () => {
    const { door, elevator, choices, jobs } = await setUpElevated();
    elevator.answer = ({ onStop }) =>
      new Promise((resolve) => {
        onStop(() => resolve(fail('cancelled')));
      });
    const removal = door('remove', choices);
    await expect.poll(() => jobs.running).toBe('remove');
    await door('cancel', {});
    expect(await removal).toEqual(fail('cancelled'));
  });
});
