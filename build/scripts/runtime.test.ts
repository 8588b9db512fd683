import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);

interface Known {
  readonly override?: string;
  readonly official: boolean;
  readonly downloadFailed: boolean;
  readonly platform: string;
  readonly arch: string;
}
const { choose } = require('./electron-runtime.cjs') as { choose: (known: Known) => string };
const { checkDigest, isStandIn } = require('./stand-in.cjs') as {
  checkDigest: (file: string, expected: string) => void;
  isStandIn: (folder: string) => boolean;
};

describe('the choice of a runtime', () => {
  const bare = { official: false, downloadFailed: true, platform: 'linux', arch: 'x64' };

  it('takes what it is told to take before anything else', () => {
    expect(choose({ ...bare, override: '/opt/electron', official: true })).toBe('override');
  });

  it('prefers the official runtime, fetched if need be', () => {
    expect(choose({ ...bare, official: true })).toBe('official');
    expect(choose({ ...bare, downloadFailed: false })).toBe('download');
  });

  it('falls back to the stand-in on 64-bit Linux alone, after the download failed', () => {
    expect(choose(bare)).toBe('stand-in');
    expect(choose({ ...bare, arch: 'arm64' })).toBe('none');
    expect(choose({ ...bare, platform: 'darwin' })).toBe('none');
    expect(choose({ ...bare, platform: 'win32' })).toBe('none');
  });
});

describe('the stand-in', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is refused if its binary is not the expected one', () => {
    const file = join(folder, 'electron');
    writeFileSync(file, 'abc');
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(() => checkDigest(file, abc)).not.toThrow();
    writeFileSync(file, 'abd');
    expect(() => checkDigest(file, abc)).toThrow('not the expected file');
  });

  it('is recognised by its marker or by its version', () => {
    expect(isStandIn(folder)).toBe(false);
    writeFileSync(join(folder, 'version'), '45.4.1');
    expect(isStandIn(folder)).toBe(false);
    writeFileSync(join(folder, 'version'), 'v25.1.1\n');
    expect(isStandIn(folder)).toBe(true);
    writeFileSync(join(folder, 'version'), '45.4.1');
    writeFileSync(join(folder, 'STAND-IN'), '');
    expect(isStandIn(folder)).toBe(true);
  });
});
