import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);

interface Host {
  readonly libraries: readonly string[];
  readonly hasFonts: boolean;
  readonly hasDisplay: boolean;
  readonly isRoot: boolean;
  readonly hasProgram: (name: string) => boolean;
}
const { missing } = require('./system-packages.cjs') as {
  missing: (purpose: 'window' | 'test', host: Host) => readonly (readonly string[])[];
};

const desktop: Host = {
  libraries: ['libgtk-3.so.0', 'libnss3.so', 'libasound.so.2', 'libgbm.so.1', 'libX11-xcb.so.1'],
  hasFonts: true,
  hasDisplay: true,
  isRoot: false,
  hasProgram: () => false,
};

describe('the system packages', () => {
  it('are nothing on a desktop that has the libraries, whatever its packages are called', () => {
    expect(missing('window', desktop)).toEqual([]);
  });

  it('include a virtual screen where there is no display, and always for tests', () => {
    expect(missing('window', { ...desktop, hasDisplay: false })).toEqual([['xvfb']]);
    expect(missing('test', desktop)).toEqual([['xvfb']]);
  });

  it('include the tools for test machines for root alone, who can use them', () => {
    const names = missing('test', { ...desktop, isRoot: true }).map(([newest]) => newest);
    expect(names).toEqual([
      'xvfb',
      'debootstrap',
      'systemd-container',
      'rpm',
      'wine',
      'nsis',
      'wixl',
      'msitools',
      'gcc-mingw-w64-x86-64-win32',
    ]);
  });

  it('offer every name that a library has had', () => {
    const names = missing('window', { ...desktop, libraries: [] });
    expect(names).toContainEqual(['libgtk-3-0t64', 'libgtk-3-0']);
  });
});
