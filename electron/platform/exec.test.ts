import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exec } from './exec.ts';
import type { ExecResult } from './exec.ts';

const script = (text: string): Parameters<typeof exec>[0] => ({ command: '/bin/sh', args: ['-c', text] });

/** Shell text that waits for a file: a program that nobody has to wait for, until a test says so. */
const untilThere = (path: string): string =>
  `for turn in $(seq 600); do [ -e ${path} ] && break; sleep 0.1; done`;
const textOf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

const exited = (result: ExecResult): Extract<ExecResult, { kind: 'exited' }> => {
  if (result.kind !== 'exited') throw new Error(`ended as ${result.kind}`);
  return result;
};

/** exec.ts as `exec.cjs`, for a process of its own. */
const bundle = (outDir: string): Promise<unknown> =>
  build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(import.meta.dirname, 'exec.ts'),
      outDir,
      emptyOutDir: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'exec.cjs' } },
    },
  });

describe.skipIf(process.platform === 'win32')('exec', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'exec-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('gives the exit code and both streams, and says whether the code was expected', async () => {
    const result = exited(await exec({ ...script('echo out; echo err >&2; exit 3'), expected: [0, 3] }));
    expect(result).toMatchObject({
      code: 3,
      asExpected: true,
      stdout: { text: 'out\n' },
      stderr: { text: 'err\n' },
    });
    expect(exited(await exec(script('exit 3'))).asExpected).toBe(false);
  });

  it('never lets a shell see the arguments', async () => {
    const result = exited(await exec({ command: 'printf', args: ['%s|', '$(id)', '; ls', '*', ''] }));
    expect(result.stdout.text).toBe('$(id)|; ls|*||');
  });

  it('tells a missing program from one that may not be run and from one that cannot start', async () => {
    expect(await exec({ command: 'no-such-program-here', args: [] })).toEqual({ kind: 'missing' });
    const locked = join(folder, 'locked');
    writeFileSync(locked, '#!/bin/sh\n');
    chmodSync(locked, 0o600);
    expect(await exec({ command: locked, args: [] })).toEqual({ kind: 'denied' });
    expect(await exec({ command: 'echo', args: ['a\0b'] })).toMatchObject({ kind: 'unstartable' });
  });

  it('hands on nothing of its own environment', async () => {
    process.env['SECRET_OF_THE_CALLER'] = 'x';
    const result = exited(
      await exec({ command: 'env', args: [], environment: { DEBIAN_FRONTEND: 'noninteractive' } }),
    );
    delete process.env['SECRET_OF_THE_CALLER'];
    const names = result.stdout.text
      .trim()
      .split('\n')
      .map((line) => line.split('=')[0]);
    expect(new Set(names)).toEqual(new Set(['DEBIAN_FRONTEND', 'HOME', 'LANG', 'LC_ALL', 'PATH', 'TERM']));
    expect(result.stdout.text).toContain(
      'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n',
    );
  });

  it('closes the input, so that a program that asks gets an end of file and not the terminal', async () => {
    const result = exited(await exec(script('read answer || echo nobody; readlink /proc/self/fd/0')));
    expect(result.stdout.text).toBe('nobody\n/dev/null\n');
  });

  it.runIf(process.platform === 'linux')(
    'puts the program into a session of its own, out of reach of Ctrl-C',
    async () => {
      const result = exited(await exec({ command: 'cat', args: ['/proc/self/stat'] }));
      const [pid, , , , group, session] = result.stdout.text.split(' ');
      expect([group, session]).toEqual([pid, pid]);
    },
  );

  it('hands out every line once, whole, however the bytes come', async () => {
    const lines: string[] = [];
    const text =
      "printf 'one\\ntw'; sleep 0.1; printf 'o\\r50%%\\r100%%\\n\\303'; sleep 0.1; printf '\\244 end'";
    await exec({ ...script(text), onLine: (line) => lines.push(line) });
    expect(lines).toEqual(['one', 'two', '50%', '100%', 'ä end']);
  });

  it('keeps the first and the last of 100 MB and knows how much it was', async () => {
    let lines = 0;
    const result = exited(
      await exec({
        ...script('echo first; head -c 104857600 /dev/zero | tr "\\0" x; echo; echo last'),
        keepBytes: 2_000,
        onLine: () => (lines += 1),
      }),
    );
    expect(result.stdout).toMatchObject({ totalBytes: 104_857_600 + 12, truncated: true });
    expect(result.stdout.text.length).toBeLessThan(2_100);
    expect(result.stdout.text).toMatch(/^first\nxxx[^]*x\nlast\n$/);
    expect(lines).toBe(3);
  }, 30_000);

  it('loses nothing of the last burst before the end', async () => {
    const result = exited(await exec({ ...script('seq 1 200000'), keepBytes: 4_000_000 }));
    expect(result.stdout.truncated).toBe(false);
    expect(result.stdout.text.endsWith('199999\n200000\n')).toBe(true);
  });

  it('does not wait for a daemon that inherited the pipes, and does not kill it either', async () => {
    const [mark, go] = [join(folder, 'daemon'), join(folder, 'daemon-go')];
    // It writes into the inherited pipe after we have gone on: a closed pipe would end it there.
    const daemon = `(${untilThere(go)}; echo later; echo later; echo alive > ${mark}) & echo started`;
    const result = exited(await exec(script(daemon)));
    expect(result.stdout.text).toBe('started\n');
    expect(existsSync(mark)).toBe(false);
    writeFileSync(go, '');
    await expect.poll(() => textOf(mark)).toBe('alive\n');
  });

  it('ends a reader that hangs, with everything it started', async () => {
    const result = await exec({ ...script('sleep 60 & echo $!; sleep 60'), timeoutMs: 500 });
    if (result.kind !== 'timeout') throw new Error(`ended as ${result.kind}`);
    expect(result.afterMs).toBe(500);
    const stat = `/proc/${result.stdout.text.trim()}/stat`;
    const lives = (): boolean => existsSync(stat) && !readFileSync(stat, 'utf8').includes(') Z ');
    await expect.poll(lives).toBe(false);
  });

  it('gives the output of a tool that outlives us in the order in which it was written', async () => {
    const lines: string[] = [];
    const text = 'echo one; echo two >&2; sleep 0.3; echo three; exit 4';
    const result = exited(
      await exec({ ...script(text), outlivesUs: true, onLine: (line) => lines.push(line) }),
    );
    expect(result).toMatchObject({
      code: 4,
      asExpected: false,
      stdout: { text: 'one\ntwo\nthree\n' },
      stderr: { text: '' },
    });
    expect(lines).toEqual(['one', 'two', 'three']);
    expect(await exec({ command: 'no-such-program-here', args: [], outlivesUs: true })).toEqual({
      kind: 'missing',
    });
  });

  it('lets such a tool finish its work when we are killed', async () => {
    const [mark, go] = [join(folder, 'finished'), join(folder, 'finish')];
    const parent = join(folder, 'parent.cjs');
    await bundle(folder);
    const tool = `echo begun; ${untilThere(go)}; echo one; echo two; echo three; echo whole > ${mark}`;
    writeFileSync(
      parent,
      `require('./exec.cjs').exec({ command: '/bin/sh', args: ['-c', ${JSON.stringify(tool)}], outlivesUs: true, onLine: console.log })`,
    );
    const child = spawn(process.execPath, [parent], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((begun) => child.stdout.once('data', begun));
    const ended = new Promise((end) => child.once('exit', end));
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(mark)).toBe(false);
    writeFileSync(go, '');
    await expect.poll(() => textOf(mark)).toBe('whole\n');
  });

  it('hands an unheard program nothing of ours, tells its number, and ends when it does', async () => {
    const [mark, go] = [join(folder, 'streams'), join(folder, 'streams-go')];
    let pid = 0;
    const text = `(${untilThere(go)} &) ; echo x; for n in 0 1 2; do readlink /proc/self/fd/$n; done > ${mark}; echo $$ >> ${mark}; exit 7`;
    const result = exited(
      await exec({ ...script(text), outlivesUs: true, unheard: true, onStarted: (number) => (pid = number) }),
    );
    writeFileSync(go, '');
    expect(result).toMatchObject({ code: 7, stdout: { text: '', totalBytes: 0 }, stderr: { text: '' } });
    // The second stream is the file of the loop itself.
    expect(readFileSync(mark, 'utf8').split('\n')).toEqual(['/dev/null', mark, '/dev/null', String(pid), '']);
    expect(await exec({ command: 'no-such-program-here', args: [], unheard: true })).toEqual({
      kind: 'missing',
    });
  });

  it('says by which signal a program was ended', async () => {
    expect(await exec(script('kill -SEGV $$'))).toMatchObject({ kind: 'signalled', signal: 'SIGSEGV' });
  });
});
