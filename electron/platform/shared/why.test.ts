import { describe, expect, it } from 'vitest';
import { gapKindOf, isMissing, whyOf } from './why.ts';

const failure = (code: string): Error => Object.assign(new Error('x'), { code });

describe('why a file operation failed', () => {
  it('is said in words, with the code itself for a rare one', () => {
    expect(['EACCES', 'ENOSPC', 'EROFS', 'EWEIRD'].map((code) => whyOf(failure(code)))).toEqual([
      'permission denied',
      'the disk is full',
      'the file system is read-only',
      'EWEIRD',
    ]);
    expect(whyOf(new Error('half a character'))).toBe('half a character');
    expect(whyOf('text')).toBe('text');
  });

  it('is absence only when nothing is there, and denial only when rights are missing', () => {
    expect(['ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP', 'EIO'].map((code) => isMissing(failure(code)))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(['EACCES', 'EPERM', 'EIO'].map((code) => gapKindOf(failure(code)))).toEqual([
      'denied',
      'denied',
      'failed',
    ]);
  });
});
