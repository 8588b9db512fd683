import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kernelModulesProbe, readModules } from './kernel-modules.ts';

describe('loaded kernel modules', () => {
  it('are named with their state', () => {
    // The layout of proc(5); the last column of an out-of-tree module is its taint.
    const text = 'kfast 65536 1 - Live 0xffffffffc0a00000 (OE)\nnfsd 770048 5 - Loading 0x0000000000000000\n';
    expect(readModules(text)).toEqual({
      kind: 'ok',
      rows: [
        { name: 'kfast', state: 'running' },
        { name: 'nfsd', state: 'loading' },
      ],
    });
  });

  it('may be none at all: everything can be built in', () => {
    expect(readModules('')).toEqual({ kind: 'ok', rows: [] });
  });

  it('have a gap for a line that could not be read, and are a failure when none could', () => {
    expect(readModules('kfast 1 0 - Live 0x0\n???\n')).toMatchObject({
      kind: 'ok',
      gaps: [{ kind: 'failed' }],
    });
    expect(readModules('???\n')).toMatchObject({ kind: 'failed' });
  });

  it('are no question on a kernel that cannot load any', async () => {
    const reading = await kernelModulesProbe().read({ roots: [], exactPaths: [] });
    expect(reading.kind).toBe(existsSync('/proc/modules') ? 'ok' : 'not-applicable');
  });
});
