import { describe, expect, test } from 'vitest';
import type { Problem } from '../model/result.ts';
import { secretOf } from '../model/secret.ts';
import { asker, countingComputer, fullConsent } from '../testing/counting-computer.ts';
import { decodeMessage, encodeMessage } from './frames.ts';
import { windowSession } from './window-session.ts';

const nonce = 'ab'.repeat(32);
const lost: Problem = { code: 'elevation-refused' };

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
      request: { kind: 'remove', consent, passwords: new Map([['linux-kesl', password]]) },
      watch: {
        onProgress: ({ kind }) => seen.push(kind),
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
      request: {
        kind: 'remove',
        consent: fullConsent(countingComputer()),
        subject: { ticket: 'x'.repeat(4_001) },
      },
      watch: { onProgress: () => undefined, onGiven: () => undefined, onStop: () => undefined },
      send: (bytes) => sent.push(bytes),
    });
    window.push(encodeMessage(ready));
    expect(await window.answer).toMatchObject({ problem: { code: 'worker-not-started' } });
    expect(sent).toEqual([]);
  });
});
