import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fail } from '../model/result.ts';
import type { CountingComputer } from '../testing/counting-computer.ts';
import { countingComputer, fullConsent, managedPackages, workerOn } from '../testing/counting-computer.ts';
import type { Json } from '../testing/hostile-bytes.ts';
import { changed, changes, tears, torn } from '../testing/hostile-bytes.ts';
import { packageRow } from '../testing/hosts.ts';
import { encodeMessage } from './frames.ts';

/** A run that goes on in another worker than the one that began it. */

const full = process.env['RA_FULL'] !== undefined;
const nonce = 'ab'.repeat(32);
const runId = '20261123-100000-000001';
const talk = { protocol: 1, nonce };

/** The last thing that the worker says to these bytes. */
const answerTo = async (pc: CountingComputer, bytes: Uint8Array): Promise<Record<string, unknown>> => {
  const { session, said } = workerOn(pc);
  session.push(bytes.slice());
  // A line that has not come to its end is waited for as long as the window lives.
  setImmediate(() => session.hangUp());
  await session.ended;
  const lines = Buffer.concat(said).toString('latin1').trim().split('\n');
  return JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>;
};

const resume = (pc: CountingComputer, id = runId, more: object = {}) =>
  answerTo(pc, encodeMessage({ type: 'resume', ...talk, runId: id, ...more }));

/** A computer on which somebody stopped the removal of all three after the first; what reached it so far is forgotten. */
const stoppedComputer = async (): Promise<CountingComputer> => {
  const pc = countingComputer();
  const { session } = workerOn(pc);
  pc.onReach = () => session.hangUp();
  const request = { consent: fullConsent(pc), passwords: [] };
  session.push(encodeMessage({ type: 'remove', ...talk, request }));
  await session.ended;
  expect(pc.reached).toEqual(['package:dpkg:kesl-gui']);
  pc.reached.length = 0;
  pc.onReach = () => undefined;
  return pc;
};

describe('a worker that is asked to go on with a run', () => {
  test('does what is left of it, each thing once, and answers with the report of the whole run', async () => {
    const pc = await stoppedComputer();
    expect(await resume(pc)).toMatchObject({
      type: 'done',
      runId,
      report: {
        verdict: 'removed',
        run: { id: runId, accepted: expect.arrayContaining(['managed-redeploy']) as unknown },
      },
    });
    expect(pc.reached).toEqual(['package:dpkg:kesl', 'package:dpkg:klnagent64']);
    expect(pc.runs).toBe(1);
    pc.reached.length = 0;
    expect(await resume(pc)).toMatchObject({ type: 'done', report: { verdict: 'removed' } });
    expect(pc.reached).toEqual([]);
  });

  test('leaves alone what came since', async () => {
    const pc = await stoppedComputer();
    pc.packages = [...pc.packages, packageRow('kess')];
    expect(await resume(pc)).toMatchObject({ type: 'done' });
    expect(pc.reached).not.toContain('package:dpkg:kess');
  });

  test('stops before a hazard that nobody accepted then', async () => {
    const pc = await stoppedComputer();
    const machine = { ...pc.machine.inspector };
    Object.assign(pc.machine, {
      inspector: { ...machine, host: async () => ({ ...(await machine.host()), freeBytes: 1_000 }) },
    });
    expect(await resume(pc)).toMatchObject({
      type: 'refused',
      problem: { code: 'blocked-by-hazard', values: { hazards: 'low-disk' } },
    });
    expect(pc.reached).toEqual([]);
  });

  test('refuses a run that is not there, and one of another computer', async () => {
    const pc = await stoppedComputer();
    expect(await resume(pc, '20261123-100000-000002')).toMatchObject({ problem: { code: 'unknown-run' } });
    const { inspector } = pc.machine;
    Object.assign(pc.machine, {
      inspector: { ...inspector, host: async () => ({ ...(await inspector.host()), name: 'another' }) },
    });
    expect(await resume(pc)).toMatchObject({ problem: { code: 'run-of-other-computer' } });
    Object.assign(pc.machine.store, { read: async () => fail('file-unreadable', { path: 'x', why: 'y' }) });
    expect(await resume(pc)).toMatchObject({ problem: { code: 'file-unreadable' } });
    expect(pc.reached).toEqual([]);
  });

  test.each<readonly [string, string, object]>([
    ['a path', '../../etc', {}],
    ['a path that begins like a run', `${runId}/../x`, {}],
    ['a consent', runId, { consent: {} }],
    ['hazards', runId, { accepted: ['fde'] }],
    ['a folder', runId, { stateDir: '/home/eve' }],
  ])('does not understand a request with %s in it', async (_, id, more) => {
    const pc = await stoppedComputer();
    expect(await resume(pc, id, more)).toMatchObject({ type: 'ready' });
    expect(pc.reached).toEqual([]);
  });

  test(
    'does nothing beyond what is left of that run, whatever is said to it',
    async () => {
      const rest = ['package:dpkg:kesl', 'package:dpkg:klnagent64'];
      const whole: Json = { type: 'resume', ...talk, runId };
      let wentOn = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(changes, { maxLength: 2 }),
          tears,
          fc.subarray(managedPackages().slice(0, 2)),
          async (mutations, tear, back) => {
            const pc = await stoppedComputer();
            pc.packages = [...pc.packages, packageRow('kess'), ...back];
            const message = mutations.reduce(changed, whole);
            const line = encodeMessage(typeof message === 'object' && message !== null ? message : [message]);
            await answerTo(pc, torn(line, tear));
            expect(rest).toEqual(expect.arrayContaining(pc.reached));
            expect(new Set(pc.reached).size).toBe(pc.reached.length);
            expect(pc.runs).toBe(1);
            wentOn += pc.reached.length > 0 ? 1 : 0;
          },
        ),
        { numRuns: full ? 20_000 : 120 },
      );
      expect(wentOn).toBeGreaterThan(5);
    },
    full ? 600_000 : 60_000,
  );
});
