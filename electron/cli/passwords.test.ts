import { describe, expect, it } from 'vitest';
import type { Action } from '../core/model/plan.ts';
import { passwordsIn } from './passwords.ts';

const msi = (productId: string): Action => ({
  id: productId,
  productId,
  phase: 'product',
  title: '',
  needsElevation: true,
  kind: 'run-msi',
  productCode: '{0}',
});

const read = (text: string) => {
  // As standard input comes.
  const input = Buffer.from(text);
  const passwords = passwordsIn(input);
  const of = (productId: string): string | undefined =>
    passwords.ok
      ? passwords.value.for(msi(productId))?.use((bytes) => new TextDecoder().decode(bytes))
      : passwords.problem.code;
  return { passwords, of, input };
};

describe('passwords from standard input', () => {
  it.each([
    ['with a line end', 'S3cret word\n', 'S3cret word'],
    ['as Windows ends lines', 'S3cret\r\n', 'S3cret'],
    ['without a line end', 'S3cret', 'S3cret'],
    ['in another script, behind a byte order mark', '\u{feff}пароль 密码\n', 'пароль 密码'],
    ['with signs that a command line would read', ' "=;%PATH%\\ ', ' "=;%PATH%\\ '],
  ])('one line is for every product: %s', (_, input, expected) => {
    expect(read(input).of('business-kes-win')).toBe(expected);
    expect(read(input).of('mgmt-nagent-win')).toBe(expected);
  });

  it('lines with a product id and a tab are each for that product', () => {
    const { of } = read('business-kes-win\tone\nmgmt-nagent-win\ttwo\twith tab\n');
    expect([of('business-kes-win'), of('mgmt-nagent-win'), of('vpn-win')]).toEqual([
      'one',
      'two\twith tab',
      undefined,
    ]);
  });

  it('several lines of which one names no product are refused: nobody guesses whose they are', () => {
    expect(read('one\ntwo\n').of('x')).toBe('bad-passwords');
    expect(read('').of('x')).toBe('no-password');
    expect(read('\n').of('x')).toBe('no-password');
  });

  it('are wiped where they came from, and everywhere in the end', () => {
    const { passwords, input } = read('S3cret\n');
    expect([...input].every((byte) => byte === 0)).toBe(true);
    if (!passwords.ok) throw new Error(passwords.problem.code);
    const held = passwords.value.for(msi('x'));
    expect(JSON.stringify({ held })).not.toContain('S3cret');
    let kept = new Uint8Array(0) as Uint8Array;
    held?.use((bytes) => (kept = bytes));
    passwords.value.wipe();
    expect([...kept].every((byte) => byte === 0)).toBe(true);
  });
});
