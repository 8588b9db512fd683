import { describe, expect, it } from 'vitest';
import { isBrokenChain, trustRequest, verdictFrom } from './signature-records.ts';

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

describe('the chain of a signer', () => {
  it('is broken without a root that is trusted here, whatever else is said', () => {
    expect([0x20, 0x1_0000, 0x8, 0x21].map(isBrokenChain)).toEqual([true, true, true, true]);
  });

  it('is not broken by a certificate that ran out, or whose revocation was not asked for', () => {
    expect([0, 0x1, 0x40, 0x100_0000].map(isBrokenChain)).toEqual([false, false, false, false]);
  });
});

describe('the question about a signature', () => {
  it('lies in one piece, every part pointing to the next', () => {
    const path = 'C:\\Программа.exe';
    const start = 0x7ff0_0000_1000n;
    const request = trustRequest(path, 0xabcn, () => start);
    const fileAt = Number(request.readBigUInt64LE(40) - start);
    expect(request.readUInt32LE()).toBe(fileAt);
    expect(request.readUInt32LE(fileAt)).toBe(32);
    expect(request.readBigUInt64LE(fileAt + 16)).toBe(0xabcn);
    const pathAt = Number(request.readBigUInt64LE(fileAt + 8) - start);
    expect(request.toString('utf16le', pathAt)).toBe(`${path}\0`);
  });

  it('asks for no window and nothing from the network', () => {
    const request = trustRequest('C:\\x', 1n, () => 0n);
    expect([24, 28, 32, 72].map((at) => request.readUInt32LE(at))).toEqual([2, 0, 1, 0x3010]);
  });
});
