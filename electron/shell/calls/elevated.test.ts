import { describe, expect, it } from 'vitest';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import type { ElevatedAnswer, ElevatedRequest, ElevatedWatch } from '../../core/ports.ts';
import { open, setUp } from '../testing/small-desk.ts';

describe('a window without rights', () => {
  /** Something that asks for rights, and answers as the test says. */
  const setUpElevated = async () => {
    const { pc, machine } = setUp();
    pc.elevated = false;
    const asked: ElevatedRequest[] = [];
    const elevator = {
      ready: async (): Promise<Result<true>> => ok(true),
      answer: async (_watch: ElevatedWatch): Promise<Result<ElevatedAnswer>> => fail('elevation-refused'),
      carryOut: async (request: ElevatedRequest, watch: ElevatedWatch) => {
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
        kind: 'remove',
        consent: {
          productIds: ['linux-kesl'],
          actions: [{ id: 'linux-kesl:dpkg:kesl', target: 'package:dpkg:kesl' }],
          hazards: [{ id: 'no-antivirus-after', level: 'inform', productIds: ['linux-kesl'] }],
        },
        subject: { assetTag: 'A1' },
        passwords: new Map(),
      },
    ]);
  });

  it('passes every step on, and keeps the report that came back under its run', async () => {
    const { door, elevator, choices, report, events } = await setUpElevated();
    elevator.answer = async ({ onGiven, onProgress }) => {
      onGiven();
      onProgress({ kind: 'started', actionId: 'x', at: 'now' });
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
    expect(
      asked.map(
        (request) => request.kind === 'remove' && request.consent.actions.map(({ target }) => target),
      ),
    ).toEqual([['package:dpkg:kesl'], ['package:dpkg:kesl-gui', 'package:dpkg:kesl']]);
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
