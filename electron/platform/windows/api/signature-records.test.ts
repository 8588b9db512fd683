import { describe, expect, it } from 'vitest';
import { verdictFrom } from './signature-records.ts';

describe('what Windows says about a signature', () => {
  it('is trust for a zero alone', () => {
    expect(verdictFrom(0, 0)).toBe('trusted');
  });

  it('is no trust for a changed file, an unknown or distrusted root, a certificate out of time or revoked', () => {
    for (const code of [0x80096010, 0x800b0109, 0x800b0111, 0x800b0101, 0x800b010c, 0x800b0004, 0x80092010])
      expect(verdictFrom(code | 0, 0)).toBe('untrusted');
  });

  it('is a file without a signature only when nothing went wrong in looking for it', () => {
    expect(verdictFrom(0x800b0100 | 0, 0x800b0100)).toBe('unsigned');
    expect(verdictFrom(0x800b0100 | 0, 0x800b0003)).toBe('unsigned');
    expect(verdictFrom(0x800b0100 | 0, 0)).toBe('unsigned');
    expect(verdictFrom(0x800b0100 | 0, 5)).toBe('unknown');
  });

  it('is nothing when the file could not be read or there was no memory', () => {
    for (const code of [0x80092003, 0x8007000e, 0x80070005]) expect(verdictFrom(code | 0, 0)).toBe('unknown');
  });
});
