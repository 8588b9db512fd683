import { beforeEach, describe, expect, test } from 'vitest';
import { secretOf } from '../model/secret.ts';
import type { Result } from '../model/result.ts';
import type { ElevatedAnswer, ElevatedRequest, WorkProgress } from '../ports.ts';
import type { CountingComputer } from '../testing/counting-computer.ts';
import { asker, countingComputer, fullConsent, workerOn } from '../testing/counting-computer.ts';
import { packageRow } from '../testing/hosts.ts';
import { windowSession } from './window-session.ts';

/** A window and a worker, with nothing between them but the bytes. */
const connect = (pc: CountingComputer, wanted: Partial<ElevatedRequest> = {}) => {
  const progress: WorkProgress[] = [];
  let stop = (): void => undefined;
  let given = 0;
  const { session: worker, said } = workerOn(pc);
  const window = windowSession({
    nonce: 'ab'.repeat(32),
    asker,
    request: { kind: 'remove', consent: fullConsent(pc), ...wanted } as ElevatedRequest,
    watch: {
      onProgress: (event) => progress.push(event),
      onGiven: () => (given += 1),
      onStop: (listener) => (stop = listener),
    },
    send: (bytes) => worker.push(bytes.slice()),
  });
  const pump = async (): Promise<Result<ElevatedAnswer>> => {
    let over = false;
    void worker.ended.then(() => (over = true));
    while (said.length > 0 || !over) {
      const bytes = said.shift();
      if (bytes === undefined) await new Promise((resolve) => setTimeout(resolve, 0));
      else window.push(bytes.slice());
    }
    window.closed({ code: 'elevation-refused' });
    return window.answer;
  };
  return { pump, progress, worker, window, stop: () => stop(), given: () => given };
};

describe('a window and its worker', () => {
  let pc: CountingComputer;
  beforeEach(() => {
    pc = countingComputer();
  });

  test('carry out what was agreed to, and the report comes back whole', async () => {
    const talk = connect(pc, { subject: { assetTag: 'PC-7', operator: 'Jürgen' } });
    const answer = await talk.pump();
    if (!answer.ok || answer.value.kind !== 'done') throw new Error('not done');
    const { report, runId, unsaved } = answer.value.removed;
    expect(report).toMatchObject({
      verdict: 'removed',
      subject: { assetTag: 'PC-7', operator: 'Jürgen' },
      run: { id: runId, accepted: expect.arrayContaining(['managed-redeploy']) as unknown },
    });
    expect(unsaved).toBeUndefined();
    expect(pc.reached).toEqual(['package:dpkg:kesl-gui', 'package:dpkg:kesl', 'package:dpkg:klnagent64']);
    expect(talk.given()).toBe(1);
    expect(talk.progress.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 3 }, () => ['started', 'progress', 'ended']).flat(),
      'looking-again',
    ]);
    expect(talk.progress[1]).toMatchObject({ progress: { line: expect.stringContaining('…') as unknown } });
  });

  test('hand each product its password, and keep none', async () => {
    const bytes = Uint8Array.from(Buffer.from('größer\n'));
    const answer = await connect(pc, { passwords: new Map([['linux-kesl', secretOf(bytes)]]) }).pump();
    expect(answer.ok).toBe(true);
    const given = Buffer.from('größer\n').toString('latin1');
    expect(pc.passwords).toEqual([given, given, undefined]);
    expect([...bytes].every((byte) => byte === 0)).toBe(true);
    expect(pc.held()).toBe(0);
    expect(JSON.stringify([answer, pc.journal])).not.toContain('größer');
  });

  test('change nothing when a product came meanwhile, and tell of it', async () => {
    const consent = fullConsent(countingComputer([packageRow('kesl')]));
    pc.packages = [packageRow('kesl'), packageRow('kesl-gui')];
    const answer = await connect(pc, { consent }).pump();
    expect(answer).toMatchObject({
      ok: true,
      value: {
        kind: 'changed',
        change: { actions: ['linux-kesl:dpkg:kesl-gui'], hazards: [], products: [] },
        report: { plan: { actions: [{ package: 'kesl-gui' }, { package: 'kesl' }] } },
      },
    });
    expect(pc.reached).toEqual([]);
    expect(pc.runs).toBe(0);
  });

  test('change nothing when a hazard came meanwhile, and the new plan says that it holds it up', async () => {
    const consent = fullConsent(countingComputer());
    pc = countingComputer(undefined, { freeBytes: 1_000 });
    const answer = await connect(pc, { consent }).pump();
    expect(answer).toMatchObject({
      value: { kind: 'changed', change: { actions: [], hazards: ['low-disk'] } },
    });
    expect(answer.ok && answer.value.kind === 'changed' && answer.value.report.plan.blockedBy).toEqual(
      expect.arrayContaining(['low-disk', 'managed-redeploy']),
    );
    expect(pc.reached).toEqual([]);
  });

  test('agree once the person has agreed to the new plan', async () => {
    const consent = fullConsent(countingComputer([packageRow('kesl')]));
    expect(await connect(pc, { consent }).pump()).toMatchObject({ value: { kind: 'changed' } });
    expect(await connect(pc).pump()).toMatchObject({ value: { kind: 'done' } });
  });

  test('say why they cannot, when the worker has no rights either', async () => {
    pc = countingComputer(undefined, { elevated: false });
    expect(await connect(pc).pump()).toMatchObject({ problem: { code: 'needs-administrator' } });
  });

  test('stop after the action that is running', async () => {
    const talk = connect(pc);
    pc.onReach = async () => {
      talk.stop();
      await new Promise((resolve) => setTimeout(resolve, 0));
    };
    const answer = await talk.pump();
    expect(pc.reached).toEqual(['package:dpkg:kesl-gui']);
    expect(answer).toMatchObject({
      value: { kind: 'done', removed: { report: { verdict: 'incomplete', run: { cancelled: true } } } },
    });
  });

  test('end with a bug of the worker as a Problem', async () => {
    pc.onReach = () => {
      throw new Error('a stone in the works');
    };
    const talk = connect(pc);
    expect(await talk.pump()).toMatchObject({
      problem: { code: 'bug', values: { message: 'a stone in the works' } },
    });
    expect(await talk.worker.ended).toBe('bug');
  });
});
