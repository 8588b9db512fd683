import { describe, expect, it } from 'vitest';
import { installerCodeMeaning, uninstallerCodeMeaning } from './exit-codes.ts';

describe('an exit code of Windows Installer', () => {
  it.each([
    [0, 'done'],
    [1641, 'restart-needed'],
    [3010, 'restart-needed'],
    [1604, 'restart-needed'],
    [1605, 'already-gone'],
    [1614, 'already-gone'],
    [1602, 'cancelled'],
    [1618, 'busy'],
    [1603, 'unsaid'],
    [1625, 'blocked-by-policy'],
    [1612, 'source-missing'],
    [1619, 'source-missing'],
    [1601, 'failed'],
    [1610, 'failed'],
    [1638, 'failed'],
    [1639, 'failed'],
    [87, 'failed'],
    [4_711, 'failed'],
    [3_221_225_477, 'failed'],
    [-1, 'failed'],
  ])('%i says %s', (code, verdict) => {
    expect(installerCodeMeaning(code).verdict).toBe(verdict);
  });

  it('means the same when a bootstrapper hands it on as an HRESULT, signed or not', () => {
    expect(installerCodeMeaning(0x8007_0642).verdict).toBe('cancelled');
    expect(uninstallerCodeMeaning(0x8007_0bc2 | 0).verdict).toBe('restart-needed');
  });
});

describe('an exit code of a vendor’s uninstaller', () => {
  it.each([
    [0, 'done'],
    [1, 'failed'],
    [2, 'failed'],
    [5, 'failed'],
    [3010, 'restart-needed'],
    [1602, 'cancelled'],
    [1618, 'busy'],
    [1603, 'unsaid'],
    [1605, 'failed'],
  ])('%i says %s: only what Windows Installer alone uses counts', (code, verdict) => {
    expect(uninstallerCodeMeaning(code).verdict).toBe(verdict);
  });
});
