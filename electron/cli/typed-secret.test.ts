import { expect, it } from 'vitest';
import { typedSecret } from './typed-secret.ts';

const typed = (...chunks: readonly string[]) => {
  const secret = typedSecret();
  const said = chunks.map((chunk) => secret.take(new TextEncoder().encode(chunk)));
  return [said.at(-1), new TextDecoder().decode(secret.bytes())];
};

it('keys make a password until Enter', () => {
  expect(typed('S3', 'cret', '\r')).toEqual(['done', 'S3cret']);
  expect(typed('пароль\n')).toEqual(['done', 'пароль']);
  expect(typed('S3cret')).toEqual(['more', 'S3cret']);
});

it('a key takes back one character, of whatever script, or all', () => {
  expect(typed('парол1', '\u007f', 'ь\r')).toEqual(['done', 'пароль']);
  expect(typed('\b\bx\r')).toEqual(['done', 'x']);
  expect(typed('wrong', '\u0015', 'right\r')).toEqual(['done', 'right']);
});

it('arrows are no letters, Ctrl-C ends it', () => {
  expect(typed('ab', '\u001b[D', 'c\r')).toEqual(['done', 'abc']);
  expect(typed('ab', '\u0003')[0]).toBe('stop');
});

it('what is too long is not kept, and nothing stays after it was handed over', () => {
  const secret = typedSecret();
  secret.take(new Uint8Array(5_000).fill(0x61));
  expect(secret.bytes()).toHaveLength(1024);
  expect(secret.length()).toBe(0);
});
