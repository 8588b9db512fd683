import { describe, expect, it } from 'vitest';
import { sidText } from './sid.ts';

const sid = (hex: string): string | undefined => sidText(Buffer.from(hex, 'hex'));

describe('a SID', () => {
  it('is written as Windows writes it', () => {
    expect(sid('010100000000000512000000')).toBe('S-1-5-18');
    expect(sid('01020000000000052000000020020000')).toBe('S-1-5-32-544');
    expect(sid('010100000000000100000000')).toBe('S-1-1-0');
    expect(sid('010500000000000515000000feffffff000000000100000052040000')).toBe(
      'S-1-5-21-4294967294-0-1-1106',
    );
  });

  it('may be followed by other bytes', () => {
    expect(sid('010100000000000512000000ffff')).toBe('S-1-5-18');
  });

  it('is none when the bytes end before it, or are of another kind', () => {
    expect(sid('')).toBeUndefined();
    expect(sid('0102000000000005200000002002')).toBeUndefined();
    expect(sid('020100000000000512000000')).toBeUndefined();
    expect(sid('011000000000000512000000' + '00'.repeat(64))).toBeUndefined();
  });
});
