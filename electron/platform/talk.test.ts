import { describe, expect, it } from 'vitest';
import type { Talk } from './talk.ts';
import { talk } from './talk.ts';

const startScript = (text: string): { readonly said: () => string; readonly own: Talk } => {
  const chunks: Buffer[] = [];
  const own = talk({ command: '/bin/sh', args: ['-c', text], onOutput: (chunk) => chunks.push(chunk) });
  return { said: () => Buffer.concat(chunks).toString(), own };
};

describe.skipIf(process.platform === 'win32')('talk', () => {
  it('hears a program while it runs, and is heard', async () => {
    const { own, said } = startScript('read name; echo "hello $name"; read name; echo "bye $name"; exit 3');
    own.say(Buffer.from('ann\n'));
    await expect.poll(said).toBe('hello ann\n');
    own.say(Buffer.from('bob\n'));
    expect(await own.ended).toMatchObject({ kind: 'exited', code: 3, asExpected: false });
    expect(said()).toBe('hello ann\nbye bob\n');
  });

  it('loses nothing of what was said before the end, and keeps what went wrong apart', async () => {
    const { own, said } = startScript('seq 1 100000; echo trouble >&2');
    expect(await own.ended).toMatchObject({ kind: 'exited', stderr: { text: 'trouble\n' } });
    expect(said().endsWith('\n99999\n100000\n')).toBe(true);
  });

  it('ends the input, which is how a program knows that nobody is there any more', async () => {
    const { own, said } = startScript('cat; echo over');
    own.say(Buffer.from('last words\n'));
    own.hangUp();
    own.say(Buffer.from('too late\n'));
    await own.ended;
    expect(said()).toBe('last words\nover\n');
  });

  it('may speak to a program that has gone or closed its ears, and nothing breaks', async () => {
    const { own } = startScript('exec 0<&-; sleep 0.2');
    for (let at = 0; at < 20; at += 1) own.say(Buffer.alloc(100_000));
    expect(await own.ended).toMatchObject({ kind: 'exited', code: 0 });
    own.say(Buffer.from('x'));
    own.hangUp();
    own.askToEnd();
  });

  it('asks a program to end', async () => {
    const { own } = startScript('exec sleep 60');
    own.askToEnd();
    expect(await own.ended).toMatchObject({ kind: 'signalled', signal: 'SIGTERM' });
  });

  it('says that there is no such program', async () => {
    const own = talk({ command: '/no/such/program', args: [], onOutput: () => undefined });
    own.say(Buffer.from('x'));
    expect(await own.ended).toEqual({ kind: 'missing' });
  });
});
