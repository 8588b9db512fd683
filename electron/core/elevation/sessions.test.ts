import { beforeEach, describe, expect, test } from 'vitest';
import { secretOf } from '../model/secret.ts';
import type { Problem, Result } from '../model/result.ts';
import type { ElevatedAnswer, ElevatedRequest } from '../ports.ts';
import type { RemoveProgress } from '../engine/remove.ts';
import type { CountingComputer } from '../testing/counting-computer.ts';
import { asker, countingComputer, fullConsent, workerOn } from '../testing/counting-computer.ts';
import { packageRow } from '../testing/hosts.ts';
import { decodeMessage, encodeMessage, encodeSecret } from './frames.ts';
import { windowSession } from './window-session.ts';

const nonce = 'ab'.repeat(32);
const lost: Problem = { code: 'elevation-refused' };

const messagesIn = (said: readonly Uint8Array[]): Record<string, unknown>[] =>
  Buffer.concat(said)
    .toString('latin1')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const request = (pc: CountingComputer, part: object = {}, more: object = {}): Uint8Array =>
  encodeMessage({
    type: 'remove',
    protocol: 1,
    nonce,
    request: { consent: fullConsent(pc), passwords: [], ...part },
    ...more,
  });

/** A window and a worker, with nothing between them but the bytes. */
const connect = (pc: CountingComputer, wanted: Partial<ElevatedRequest> = {}) => {
  const progress: RemoveProgress[] = [];
  let stop = (): void => undefined;
  let given = 0;
  const { session: worker, said } = workerOn(pc);
  const window = windowSession({
    nonce,
    asker,
    request: { consent: fullConsent(pc), ...wanted },
    watch: {
      onRemove: (event) => progress.push(event),
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
    window.closed(lost);
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

describe('a worker', () => {
  let pc: CountingComputer;
  let worker: ReturnType<typeof workerOn>;
  beforeEach(() => {
    pc = countingComputer();
    worker = workerOn(pc);
  });

  test('says who it is there for before anybody asks', () => {
    expect(messagesIn(worker.said)).toEqual([{ type: 'ready', protocol: 1, asker }]);
  });

  test.each<readonly [string, (pc: CountingComputer) => Uint8Array]>([
    ['no message', () => Uint8Array.from(Buffer.from('hello\n'))],
    ['a cancel', () => encodeMessage({ type: 'cancel', nonce })],
    ['a request in another language', (own) => request(own, {}, { protocol: 2 })],
    ['a request without a nonce', (own) => request(own, {}, { nonce: '' })],
    ['a request with a command', (own) => request(own, { command: ['id'] })],
    ['a request with a path', (own) => request(own, { stateDir: '/etc' })],
    [
      'a consent twice the same',
      (own) => {
        const consent = fullConsent(own);
        return request(own, { consent: { ...consent, actions: [...consent.actions, ...consent.actions] } });
      },
    ],
    ['a request of no product', (own) => request(own, { consent: { ...fullConsent(own), productIds: [] } })],
    ['a line that is too long', () => new Uint8Array(300 * 1024).fill(0x20)],
  ])('ends at once when what comes first is %s', async (_, bytes) => {
    worker.session.push(bytes(pc));
    expect(await worker.session.ended).toBe('not-understood');
    worker.session.push(request(pc));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(pc.reached).toEqual([]);
    expect(messagesIn(worker.said)).toHaveLength(1);
  });

  test('ends when the window goes before it asked, or before its passwords came', async () => {
    worker.session.hangUp();
    expect(await worker.session.ended).toBe('not-asked');
    const other = workerOn(pc);
    other.session.push(request(pc, { passwords: ['linux-kesl'] }));
    other.session.hangUp();
    expect(await other.session.ended).toBe('not-asked');
    expect(pc.reached).toEqual([]);
  });

  test('takes nothing for a password that is none, or too long a one', async () => {
    worker.session.push(request(pc, { passwords: ['linux-kesl'] }));
    worker.session.push(encodeSecret(new Uint8Array(1_025)));
    expect(await worker.session.ended).toBe('not-understood');
    expect(pc.reached).toEqual([]);
  });

  test.each<readonly [string, (pc: CountingComputer) => Uint8Array]>([
    ['the same request again', (own) => request(own)],
    ['a cancel that does not know the nonce', () => encodeMessage({ type: 'cancel', nonce: '0'.repeat(64) })],
    ['something else', () => Uint8Array.from([0, 255, 10])],
  ])('refuses %s, and begins nothing more', async (_, second) => {
    const again = second(pc);
    pc.onReach = () => worker.session.push(again);
    worker.session.push(request(pc));
    expect(await worker.session.ended).toBe('answered');
    expect(pc.reached).toEqual(['package:dpkg:kesl-gui']);
    expect(pc.runs).toBe(1);
  });

  test('finishes the running action and its journal when the window dies', async () => {
    pc.onReach = () => worker.session.hangUp();
    worker.session.push(request(pc));
    expect(await worker.session.ended).toBe('answered');
    expect(pc.reached).toEqual(['package:dpkg:kesl-gui']);
    expect(pc.journal.map(({ kind }) => kind).filter((kind) => kind === 'action-ended')).toHaveLength(3);
    expect(pc.journal.at(-1)).toMatchObject({ kind: 'run-ended', cancelled: true });
  });
});

describe('a window', () => {
  const talk = () => {
    const sent: string[] = [];
    const seen: string[] = [];
    const consent = fullConsent(countingComputer());
    const password = secretOf(Uint8Array.from([1, 2]));
    let stop = (): void => undefined;
    const window = windowSession({
      nonce,
      asker,
      request: { consent, passwords: new Map([['linux-kesl', password]]) },
      watch: {
        onRemove: ({ kind }) => seen.push(kind),
        onGiven: () => seen.push('given'),
        onStop: (listener) => (stop = listener),
      },
      send: (bytes) => sent.push(Buffer.from(bytes).toString('latin1').trim()),
    });
    const hear = (message: object): void => window.push(encodeMessage(message));
    return { sent, seen, window, hear, stop: () => stop(), left: () => password.use(({ length }) => length) };
  };
  const ready = { type: 'ready', protocol: 1, asker };

  test('says nothing before the worker is there, and then its request and its passwords', () => {
    const { sent, hear, left } = talk();
    expect(sent).toEqual([]);
    hear(ready);
    expect(sent).toHaveLength(2);
    expect(decodeMessage(Buffer.from(sent[0] ?? ''))).toMatchObject({ type: 'remove', nonce });
    expect(sent[1]).toBe('0102');
    expect(left()).toBe(0);
  });

  test.each<readonly [string, object]>([
    ['was started for somebody else', { ...ready, asker: '0' }],
    ['speaks another language', { ...ready, protocol: 2 }],
    ['answers what nobody asked', { type: 'refused', nonce, problem: { code: 'cancelled' } }],
    ['says something else', { hello: 1 }],
  ])('tells nothing to a worker that %s', async (_, message) => {
    const { sent, hear, window, left } = talk();
    hear(message);
    expect(await window.answer).toMatchObject({ problem: { code: 'worker-not-started' } });
    hear(ready);
    expect(sent).toEqual([]);
    expect(left()).toBe(0);
  });

  test.each<readonly [string, object]>([
    ['lacks the nonce', { type: 'progress', nonce: '0'.repeat(64), progress: { kind: 'looking-again' } }],
    ['is declared nowhere', { type: 'run', nonce }],
    ['is a report that is none', { type: 'done', nonce, report: { verdict: 'removed' } }],
    ['is a problem without a sentence', { type: 'refused', nonce, problem: { code: 'toString' } }],
    ['comes a second time', ready],
  ])('believes nothing that %s', async (_, message) => {
    const { seen, hear, window } = talk();
    hear(ready);
    hear(message);
    expect(await window.answer).toMatchObject({ problem: { code: 'worker-lost' } });
    expect(seen).toEqual(['given']);
  });

  test('knows the end of a worker that never came from one that was lost', async () => {
    const first = talk();
    first.window.closed(lost);
    expect(await first.window.answer).toEqual({ ok: false, problem: lost });
    const second = talk();
    second.hear(ready);
    second.window.closed(lost);
    expect(await second.window.answer).toMatchObject({ problem: { code: 'worker-lost' } });
  });

  test('is stopped before the rights were given without having said a word', async () => {
    const { stop, window, sent, hear } = talk();
    stop();
    expect(await window.answer).toMatchObject({ problem: { code: 'cancelled' } });
    hear(ready);
    expect(sent).toEqual([]);
  });

  test('does not send what the worker would not take', async () => {
    const sent: Uint8Array[] = [];
    const window = windowSession({
      nonce,
      asker,
      request: { consent: fullConsent(countingComputer()), subject: { ticket: 'x'.repeat(4_001) } },
      watch: { onRemove: () => undefined, onGiven: () => undefined, onStop: () => undefined },
      send: (bytes) => sent.push(bytes),
    });
    window.push(encodeMessage(ready));
    expect(await window.answer).toMatchObject({ problem: { code: 'worker-not-started' } });
    expect(sent).toEqual([]);
  });
});
