import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exec } from '../exec.ts';
import { isNestedTooDeeply } from './nesting.ts';
import { readBounded } from './read-bounded.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'read-bounded-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(process.platform === 'win32')('reading what may be a pipe', () => {
  const pipe = async (script: string): Promise<string> => {
    const path = join(folder, 'pipe');
    await exec({ command: 'mkfifo', args: [path] });
    void exec({ command: 'sh', args: ['-c', script, 'sh', path], timeoutMs: 10_000 });
    return path;
  };

  it('waits for who writes late, and slowly, and gives all of it', async () => {
    const path = await pipe('sleep 0.5; { printf one; sleep 0.5; printf two; } > "$1"');
    expect((await readBounded(path, 10))?.toString()).toBe('onetwo');
  });

  it('gives nothing of more than it may read, and does not read on', async () => {
    expect(await readBounded(await pipe('cat /dev/zero > "$1"'), 5_000_000)).toBeUndefined();
    writeFileSync(join(folder, 'file'), 'eleven byte');
    expect(await readBounded(join(folder, 'file'), 10)).toBeUndefined();
  });

  it('says when nobody writes at all', async () => {
    await expect(readBounded(await pipe(':'), 10)).rejects.toThrow('it is a pipe that nobody writes into');
  });
});

describe('nesting', () => {
  const lists = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

  it.each([
    [lists(200), false],
    [lists(201), true],
    [`[${'[],'.repeat(10_000)}{}]`, false],
    [`{"a":"${'['.repeat(10_000)}"}`, false],
    [`["\\"${'['.repeat(10_000)}", "\\\\"]`, false],
    [`{"x\\\\":${'{"a":'.repeat(10_000)}`, true],
  ])('counts levels and not brackets, nor what stands in a text: %#', (text, isDeep) => {
    expect(isNestedTooDeeply(text)).toBe(isDeep);
  });
});
