import { beforeEach, describe, expect, it } from 'vitest';
import { plannedPackages } from '../../core/testing/hosts.ts';
import { ok } from '../../core/model/result.ts';
import { open, setUp } from '../testing/small-desk.ts';

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
