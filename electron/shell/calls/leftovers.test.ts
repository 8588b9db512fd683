import { beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../core/model/report.ts';
import { fail, ok } from '../../core/model/result.ts';
import type { ElevatedRequest, Elevator } from '../../core/ports.ts';
import type { CountingComputer } from '../../core/testing/counting-computer.ts';
import { countingComputer } from '../../core/testing/counting-computer.ts';
import { packageRow } from '../../core/testing/hosts.ts';
import { keslTree } from '../../core/testing/leftover-scene.ts';
import type { Machine } from '../services.ts';
import { open } from '../testing/small-desk.ts';

const kesl = '/var/opt/kaspersky/kesl';

const machineOf = (pc: CountingComputer): Machine => {
  const { inspector, executors, store, starts, leftovers } = pc.machine;
  return {
    inspector,
    executors,
    store,
    starts,
    quarantine: leftovers?.quarantineOf,
    own: leftovers?.own ?? [],
  };
};

describe('calls about leftovers', () => {
  let pc: CountingComputer;
  beforeEach(() => {
    pc = countingComputer([packageRow('kesl')]);
    pc.files = [...keslTree];
  });
  const own = () => pc.files.length;

  const scanned = async (machine: Machine = machineOf(pc)) => {
    const desk = open(machine);
    const scan = await desk.handlers.scan({});
    if (!scan.ok) throw new Error(scan.problem.code);
    const { scanId, report } = scan.value;
    const accepted = report.hazards.map(({ id }) => id);
    return { ...desk, choices: { scanId, productIds: ['linux-kesl'], accepted } };
  };
  const removed = async () => {
    const desk = await scanned();
    const done = await desk.handlers.remove(desk.choices);
    if (!done.ok || 'changed' in done.value) throw new Error('not removed');
    return { ...desk, ...done.value };
  };
  const itemsOf = ({ remaining }: Report): number => remaining?.items.length ?? -1;

  it('agreed to with the plan go with the removal, and nothing that was not shown', async () => {
    const { handlers, choices, door, emitted } = await scanned();
    const planned = await handlers.plan({ ...choices, leftovers: true });
    expect(planned).toMatchObject({ value: { report: { plan: { leftovers: [{ path: kesl }, {}] } } } });
    pc.onReach = () => {
      pc.files = [...pc.files, { path: '/opt/kaspersky/kesl', kind: 'folder' }];
    };
    expect(await door('remove', { ...choices, leftovers: true })).toMatchObject({
      value: {
        report: { run: { leftovers: { setAside: [{ what: kesl }, {}], left: [{ why: 'not-agreed' }] } } },
      },
    });
    expect(own()).toBe(1);
    expect(emitted.filter(([name]) => name === 'leftoverProgress').map(([, payload]) => payload)).toEqual([
      { kind: 'looking-closer' },
      { kind: 'set-aside', what: kesl },
      { kind: 'set-aside', what: '/var/opt/kaspersky' },
    ]);
  });

  it('of a run are set aside but for those that are to stay, and come back', async () => {
    const { door, runId, report } = await removed();
    expect(itemsOf(report)).toBe(2);
    expect(await door('cleanUp', { runId, kept: [0, 1] })).toEqual(fail('nothing-chosen'));
    expect(await door('cleanUp', { runId, kept: [1] })).toMatchObject({
      value: { runId, report: { remaining: { items: [{ item: { kind: 'empty-folder' } }] } } },
    });
    expect(own()).toBe(1);
    expect(await door('undo', { runId })).toMatchObject({
      value: { restored: 1, refused: [], report: { verdict: 'leftovers' } },
    });
    expect(own()).toBe(keslTree.length);
  });

  it('that came meanwhile are shown before anything is touched, and the next word is one to them', async () => {
    const { door, runId } = await removed();
    pc.files = [...pc.files, { path: '/opt/kaspersky/kesl', kind: 'folder' }];
    expect(await door('cleanUp', { runId, kept: [] })).toMatchObject({
      value: { changed: { leftovers: ['files:/opt/kaspersky/kesl'] } },
    });
    expect(own()).toBe(keslTree.length + 1);
    expect(await door('cleanUp', { runId, kept: [] })).toMatchObject({ value: { runId } });
    expect(own()).toBe(0);
  });

  it('are for this window’s own runs alone, and take no path', async () => {
    const { door } = await removed();
    expect(await door('undo', { runId: '20260101-000000-abcdef' })).toEqual(fail('scan-outdated'));
    expect(await door('cleanUp', { runId: '20260101-000000-abcdef', kept: [] })).toEqual(
      fail('scan-outdated'),
    );
    for (const input of [{ kept: ['/etc'] }, { kept: [], paths: ['/etc'] }, { kept: [-1] }])
      expect(await door('cleanUp', { runId: 'x', ...input })).toMatchObject({ problem: { code: 'bug' } });
  });

  it('are asked of a process with rights where this one has none', async () => {
    const asked: ElevatedRequest[] = [];
    const { runId, report } = await removed();
    pc.packages = [packageRow('kesl')];
    const elevator: Elevator = {
      ready: async () => ok(true),
      carryOut: async (request) => {
        asked.push(request);
        return request.kind === 'undo'
          ? ok({ kind: 'undone', undone: { restored: 2, refused: [] } })
          : ok({ kind: 'done', removed: { runId, report } });
      },
    };
    const { inspector, ...rest } = machineOf(pc);
    const plain = { ...inspector, host: async () => ({ ...(await inspector.host()), elevated: false }) };
    const { door, choices } = await scanned({ ...rest, inspector: plain, elevator });
    await door('plan', { ...choices, leftovers: true });
    await door('remove', { ...choices, leftovers: true });
    expect(asked).toMatchObject([{ kind: 'remove', consent: { leftovers: { declined: [] } } }]);
    await door('cleanUp', { runId, kept: [1] });
    expect(asked[1]).toEqual({
      kind: 'clean-up',
      runId,
      leftovers: { agreed: [`files:${kesl}`], declined: ['empty-folder:/var/opt/kaspersky'] },
    });
    expect(await door('undo', { runId })).toMatchObject({ value: { restored: 2 } });
    expect(asked[2]).toEqual({ kind: 'undo', runId });
    expect(await door('forget', {})).toEqual(ok({}));
    expect(await door('undo', { runId })).toEqual(fail('scan-outdated'));
  });

  it('say that they cannot be set aside where that is so', async () => {
    const { quarantine: _none, ...machine } = machineOf(pc);
    const { door, choices } = await scanned(machine);
    expect(await door('describe', {})).toMatchObject({ value: { mayCleanUp: false } });
    expect(await door('plan', { ...choices, leftovers: true })).toEqual(fail('leftovers-unsupported'));
  });
});

describe('a password', () => {
  it('crosses once, reaches its product alone, and is wiped after it', async () => {
    const pc = countingComputer([packageRow('kesl'), packageRow('klnagent64')]);
    const { handlers } = open(machineOf(pc));
    const scan = await handlers.scan({});
    if (!scan.ok) throw new Error(scan.problem.code);
    const { scanId, report } = scan.value;
    const utf8 = new TextEncoder().encode('geheim');
    const done = await handlers.remove({
      scanId,
      productIds: ['linux-kesl', 'linux-nagent'],
      accepted: report.hazards.map(({ id }) => id),
      passwords: [{ productId: 'linux-kesl', utf8 }],
    });
    expect(done.ok).toBe(true);
    expect(pc.passwords).toEqual(['geheim', undefined]);
    expect(utf8.every((byte) => byte === 0)).toBe(true);
    expect(JSON.stringify([done, pc.journal])).not.toContain('geheim');
  });

  it('is wiped also when nothing came of it', async () => {
    const { door } = open(machineOf(countingComputer()));
    const utf8 = new TextEncoder().encode('geheim');
    const wanted = {
      scanId: 'x',
      productIds: ['linux-kesl'],
      accepted: [],
      passwords: [{ productId: 'x', utf8 }],
    };
    expect(await door('remove', wanted)).toEqual(fail('scan-outdated'));
    expect(utf8.every((byte) => byte === 0)).toBe(true);
  });
});
