import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isRunInUse, lockName, lockRun } from '../../electron/platform/shared/run-lock.ts';

let tools: string;
let folder: string;
const rivals: ChildProcess[] = [];

beforeAll(async () => {
  tools = mkdtempSync(join(tmpdir(), 'removal-assistant-rival-'));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(import.meta.dirname, 'lock-rival.ts'),
      outDir: tools,
      target: 'node18',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'rival.cjs' } },
    },
  });
});
afterAll(() => rmSync(tools, { recursive: true }));
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'removal-assistant-lock-'))));
afterEach(() => {
  for (const rival of rivals.splice(0)) rival.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const rival = (...words: readonly string[]): ChildProcess => {
  const child = spawn(process.execPath, [join(tools, 'rival.cjs'), folder, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  rivals.push(child);
  return child;
};
const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', resolve));
const firstWord = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())));

const lives = process.env['RA_FULL'] === undefined ? 4 : 24;
const lockText = (): string => readFileSync(join(folder, lockName), 'utf8');

describe('a run', () => {
  it('is for one process at a time, and free for the next when that says so', async () => {
    const lock = await lockRun(folder, 'run');
    if (!lock.ok) throw new Error(lock.problem.code);
    expect(await firstWord(rival('hold'))).toBe('run-in-use');
    await lock.value();
    expect(readdirSync(folder)).toEqual([]);
    expect(await firstWord(rival('hold'))).toBe('has it');
    expect(await lockRun(folder, 'run')).toEqual({
      ok: false,
      problem: { code: 'run-in-use', values: { run: 'run' } },
    });
    expect(await isRunInUse(folder)).toBe(true);
  });

  it('is taken over from a process that was killed', async () => {
    const other = rival('hold');
    await firstWord(other);
    const end = ended(other);
    other.kill('SIGKILL');
    await end;
    expect(await isRunInUse(folder)).toBe(false);
    const lock = await lockRun(folder, 'run');
    expect(lock.ok).toBe(true);
    expect(readdirSync(folder)).toEqual([lockName]);
  });

  it('is taken over from a process whose number another one has by now', async () => {
    await firstWord(rival('hold'));
    const { start, ...holder } = JSON.parse(lockText()) as { start?: string; systemStart: number };
    // Linux tells when a process started; elsewhere only a restart of the system shows it.
    const since = start === undefined ? {} : { start: `${start}0` };
    const longAgo = { ...holder, ...since, systemStart: holder.systemStart - 3_600_000 };
    writeFileSync(join(folder, lockName), JSON.stringify(longAgo));
    expect((await lockRun(folder, 'run')).ok).toBe(true);
  });

  it.each(['', '{', '{"pid":-1}', '[]', 'null'])('is taken over where the lock says %j', async (text) => {
    writeFileSync(join(folder, lockName), text);
    expect((await lockRun(folder, 'run')).ok).toBe(true);
  });

  it('that cannot be locked says why, and is not taken for free', async () => {
    const gone = join(folder, 'gone');
    expect(await lockRun(gone, 'run')).toMatchObject({
      ok: false,
      problem: { code: 'journal-unwritable', values: { why: expect.any(String) } },
    });
  });

  it('is locked where a file can have no second name, too', async () => {
    const none = (): Promise<never> =>
      Promise.reject(Object.assign(new Error('no links'), { code: 'EPERM' }));
    const lock = await lockRun(folder, 'run', none);
    expect(readdirSync(folder)).toEqual([lockName]);
    expect(await firstWord(rival('hold'))).toBe('run-in-use');
    if (lock.ok) await lock.value();
    expect(await firstWord(rival('hold'))).toBe('has it');
    expect(await lockRun(folder, 'run', none)).toMatchObject({ problem: { code: 'run-in-use' } });
  });

  it('is let be where the lock can be neither read nor made', async () => {
    symlinkSync('nowhere', join(folder, lockName));
    expect(await lockRun(folder, 'run')).toMatchObject({ problem: { code: 'run-in-use' } });
    expect(readdirSync(folder)).toEqual([lockName]);
  });

  it('belongs to who follows a killed process, also before that one has moved up to the first name', async () => {
    await firstWord(rival('hold'));
    const living = lockText();
    const dead = JSON.stringify({ pid: 1, start: 'another start', systemStart: 0 });
    const next = createHash('sha256').update(dead).digest('hex').slice(0, 16);
    writeFileSync(join(folder, lockName), dead);
    writeFileSync(join(folder, `${lockName}.${next}`), living);
    expect(await isRunInUse(folder)).toBe(true);
    expect(await lockRun(folder, 'run')).toMatchObject({ problem: { code: 'run-in-use' } });
    // That one dies as well: whoever comes then stands behind both, and moves up past them.
    writeFileSync(join(folder, `${lockName}.${next}`), dead.replace('another', 'one more'));
    expect(await isRunInUse(folder)).toBe(false);
    const lock = await lockRun(folder, 'run');
    expect(JSON.parse(lockText())).toMatchObject({ pid: process.pid });
    if (lock.ok) await lock.value();
    expect(readdirSync(folder)).not.toContain(lockName);
  });

  it('is never had by two, however many want it and die with it', async () => {
    const chain = async (): Promise<void> => {
      for (let life = 0; life < lives; life++) expect(await ended(rival('count', '15'))).toBe(0);
    };
    await Promise.all([chain(), chain(), chain(), chain()]);
    expect(readFileSync(join(folder, 'number'), 'utf8')).toBe(String(4 * lives * 15));
  });
});
