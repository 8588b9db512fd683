import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const { isStale } = require('./freshness.cjs') as {
  isStale: (outputs: readonly string[], sources: readonly string[]) => boolean;
};

let folder: string;
let output: string;
let sources: string;
const at = (path: string, seconds: number): void => utimesSync(path, seconds, seconds);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fresh-'));
  output = join(folder, 'out.cjs');
  sources = join(folder, 'src');
  mkdirSync(sources);
  for (const name of ['a.ts', 'a.test.ts']) {
    writeFileSync(join(sources, name), '');
    at(join(sources, name), 1000);
  }
  at(sources, 1000);
  writeFileSync(output, '');
  at(output, 2000);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('an output', () => {
  it('is fresh when it is newer than all its sources', () => {
    expect(isStale([output], [sources])).toBe(false);
  });

  it('is stale when it is missing, or one of several is', () => {
    expect(isStale([join(folder, 'none')], [sources])).toBe(true);
    expect(isStale([output, join(folder, 'none')], [sources])).toBe(true);
  });

  it('is stale when a source changed or was removed', () => {
    at(join(sources, 'a.ts'), 3000);
    expect(isStale([output], [sources])).toBe(true);
    rmSync(join(sources, 'a.ts'));
    expect(isStale([output], [sources])).toBe(true);
  });

  it('stays fresh when only a test changed', () => {
    at(join(sources, 'a.test.ts'), 3000);
    expect(isStale([output], [sources])).toBe(false);
  });
});
