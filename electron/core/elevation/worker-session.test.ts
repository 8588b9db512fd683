import { beforeEach, describe, expect, test } from 'vitest';
import type { CountingComputer } from '../testing/counting-computer.ts';
import { asker, countingComputer, fullConsent, workerOn } from '../testing/counting-computer.ts';
import { encodeMessage, encodeSecret } from './frames.ts';

const nonce = 'ab'.repeat(32);

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

  test('is told not to wait any longer by the nonce of this talk alone, and begins nothing more either way', async () => {
    const heard: boolean[] = [];
    pc.onReach = () => {
      worker.session.push(encodeMessage({ type: 'leave', nonce: '0'.repeat(64) }));
      heard.push(pc.isLeft());
      worker.session.push(encodeMessage({ type: 'leave', nonce, more: 1 }));
      heard.push(pc.isLeft());
      worker.session.push(encodeMessage({ type: 'leave', nonce }));
      heard.push(pc.isLeft());
    };
    worker.session.push(request(pc));
    expect(await worker.session.ended).toBe('answered');
    expect(heard).toEqual([false, false, true]);
    expect(pc.reached).toEqual(['package:dpkg:kesl-gui']);
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
