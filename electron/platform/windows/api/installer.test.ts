import { describe, expect, it } from 'vitest';
import { installedFrom } from './installer.ts';

describe('whether a product is installed', () => {
  it('is a sure no only when Windows Installer does not know it', () => {
    expect(installedFrom(-1)).toEqual({ kind: 'ok', value: false });
    const others = Array.from({ length: 16 }, (_, index) => index - 8).filter((state) => state !== -1);
    for (const state of others) expect(installedFrom(state)).not.toEqual({ kind: 'ok', value: false });
  });

  it('is a yes for what is installed, on a server or only advertised', () => {
    for (const state of [5, 3, 4, 1]) expect(installedFrom(state)).toEqual({ kind: 'ok', value: true });
  });

  it('cannot be told of a damaged record, of another account’s product, of what is no product code', () => {
    for (const state of [-6, 2, -2, -7, -5, 0, 99]) expect(installedFrom(state).kind).toBe('failed');
  });
});
