import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PasswordProperty } from '../../../core/model/plan.ts';
import { secretOf } from '../../../core/model/secret.ts';
import { passwordProperties } from './msi-password.ts';

const text = (property: PasswordProperty, password: string | Buffer): string => {
  const properties = passwordProperties(property, secretOf(Buffer.from(password)));
  if (properties.kind !== 'ok') return properties.kind;
  const whole = properties.bytes.toString('utf16le');
  const end = whole.indexOf('\0');
  // Nothing but zeros follows the one that closes the text.
  expect(whole.slice(end)).toMatch(/^\0+$/);
  return whole.slice(0, end);
};

describe('the properties with a password', () => {
  it('are those that each product reads', () => {
    expect(text('KLLOGIN+KLPASSWD', 'S3cret')).toBe('KLLOGIN="KLAdmin" KLPASSWD="S3cret"');
    expect(text('UNLOCK_PASSWORD', 'S3cret')).toBe('UNLOCK_PASSWORD="S3cret"');
    // "each ASCII character = two hex digits followed by 00"
    expect(text('KLUNINSTPASSWD', 'Aa1~')).toBe('KLUNINSTPASSWD="410061003100 7E00"'.replace(' ', ''));
  });

  it('keep quotes, blanks, backslashes and every script as they are', () => {
    expect(text('UNLOCK_PASSWORD', 'a"b" c\\')).toBe('UNLOCK_PASSWORD="a""b"" c\\"');
    expect(text('UNLOCK_PASSWORD', 'Пароль密😀')).toBe('UNLOCK_PASSWORD="Пароль密😀"');
    expect(text('KLUNINSTPASSWD', '😀')).toBe('KLUNINSTPASSWD="3DD800DE"');
  });

  it('can be read back for every password', () => {
    const password = fc.string({ unit: 'binary', minLength: 1 }).filter((each) => !each.includes('\0'));
    fc.assert(
      fc.property(password, (each) => {
        const [, value = ''] = /^UNLOCK_PASSWORD="([^]*)"$/.exec(text('UNLOCK_PASSWORD', each)) ?? [];
        expect(value.replaceAll('""', '"')).toBe(each);
        const [, digits = ''] = /^KLUNINSTPASSWD="([0-9A-F]*)"$/.exec(text('KLUNINSTPASSWD', each)) ?? [];
        expect(Buffer.from(digits, 'hex').toString('utf16le')).toBe(each);
      }),
    );
  });

  it('are none for an empty or wiped password, and refused for bytes that are no text', () => {
    expect(text('UNLOCK_PASSWORD', '')).toBe('none');
    const secret = secretOf(Buffer.from('S3cret'));
    secret.wipe();
    expect(passwordProperties('UNLOCK_PASSWORD', secret).kind).toBe('none');
    expect(text('UNLOCK_PASSWORD', 'a\0b')).toBe('refused');
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 6 }), (bytes) => {
        const isText = Buffer.from(Buffer.from(bytes).toString('utf8')).equals(bytes) && !bytes.includes(0);
        expect(text('UNLOCK_PASSWORD', Buffer.from(bytes)) !== 'refused').toBe(isText);
      }),
      { numRuns: 2_000 },
    );
  });
});
