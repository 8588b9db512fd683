import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exec } from '../exec.ts';
import { answering, recorded } from './fixtures/recorded.ts';
import { hidesOthers, parentOf, programOfCommandLine, withoutDeleted } from './proc.ts';
import { processesProbe } from './processes.ts';

const nowhere = { roots: [], exactPaths: [] };
const noList = async () => [];
let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'proc-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (pid: number, comm: string, cmdline = '', exe?: string): void => {
  const folder = join(root, 'proc', String(pid));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'comm'), `${comm}\n`);
  writeFileSync(join(folder, 'cmdline'), cmdline);
  if (exe !== undefined) symlinkSync(exe, join(folder, 'exe'));
};
const machine = () => ({ exec: answering(() => undefined), root });

describe('the program of a process', () => {
  it('comes from /proc/PID/exe, without the mark of a deleted file', async () => {
    put(7, 'kesl', '/x\0', '/opt/kaspersky/kesl/libexec/kesl (deleted)');
    expect(await processesProbe(machine(), noList, true).read(nowhere)).toEqual({
      kind: 'ok',
      rows: [{ pid: 7, name: 'kesl', path: '/opt/kaspersky/kesl/libexec/kesl' }],
    });
    expect(withoutDeleted('/a (deleted)/b')).toBe('/a (deleted)/b');
  });

  it('is not told of a container, whose paths are of another file system', async () => {
    put(7, 'kesl', '/opt/kaspersky/kesl/libexec/kesl\0', '/opt/kaspersky/kesl/libexec/kesl');
    writeFileSync(join(root, 'proc/7/status'), 'Name:\tkesl\nNSpid:\t7\t1\n');
    expect(await processesProbe(machine(), noList, true).read(nowhere)).toEqual({
      kind: 'ok',
      rows: [{ pid: 7, name: 'kesl' }],
    });
  });

  it('comes from the command line where exe may not be read, and only when that names a path', async () => {
    put(7, 'klnagent', '/opt/kaspersky/klnagent64/sbin/klnagent\0-d\0');
    put(8, 'relative', 'bin/x\0');
    put(9, 'kthreadd');
    expect(await processesProbe(machine(), noList, true).read(nowhere)).toMatchObject({
      rows: [
        { pid: 7, name: 'klnagent', path: '/opt/kaspersky/klnagent64/sbin/klnagent' },
        { pid: 8, name: 'relative' },
        { pid: 9, name: 'kthreadd' },
      ],
    });
  });

  it.each([
    ['/usr/sbin/nginx: worker process\0', '/usr/sbin/nginx'],
    ['/opt/a b/x\0-d\0', '/opt/a b/x'],
    ['sshd: root@pts/0\0', undefined],
    ['', undefined],
  ])('is read from the words %j', (words, program) => {
    expect(programOfCommandLine(words)).toBe(program);
  });
});

describe('the list of processes', () => {
  it('that is empty is not believed: /proc is asked', async () => {
    put(7, 'kesl');
    expect(await processesProbe(machine(), noList, true).read(nowhere)).toMatchObject({ rows: [{ pid: 7 }] });
  });

  it('that lacks this very process is not believed either', async () => {
    put(7, 'kesl');
    const reading = await processesProbe(machine(), async () => [{ pid: 1, name: 'init' }], true).read(
      nowhere,
    );
    expect(reading).toMatchObject({ rows: [{ pid: 7 }] });
  });

  it('that has this process is believed, and completed', async () => {
    const reading = await processesProbe(
      machine(),
      async () => [{ pid: process.pid, name: 'node' }],
      true,
    ).read(nowhere);
    expect(reading).toEqual({ kind: 'ok', rows: [{ pid: process.pid, name: 'node' }] });
  });

  it('is a failure when both sources have nothing', async () => {
    const throwing = async () => Promise.reject(new Error('x'));
    expect(await processesProbe(machine(), throwing, true).read(nowhere)).toMatchObject({ kind: 'failed' });
    mkdirSync(join(root, 'proc'));
    expect(await processesProbe(machine(), noList, true).read(nowhere)).toMatchObject({ kind: 'failed' });
  });

  it('has a gap for everybody else on a machine that hides processes, except for root', async () => {
    put(7, 'kesl');
    mkdirSync(join(root, 'proc/self'));
    writeFileSync(join(root, 'proc/self/mountinfo'), recorded('mountinfo-hidepid.txt'));
    expect(await processesProbe(machine(), noList, false).read(nowhere)).toMatchObject({
      kind: 'ok',
      gaps: [{ source: '/proc', kind: 'denied' }],
    });
    expect(await processesProbe(machine(), noList, true).read(nowhere)).not.toHaveProperty('gaps');
  });

  it('knows the hiding mount by its numbers and its words, the topmost one', () => {
    const mount = (options: string) => `22 27 0:21 / /proc rw,relatime - proc proc rw${options}\n`;
    expect(
      [',hidepid=2', ',hidepid=1,gid=4', ',hidepid=invisible'].map((options) => hidesOthers(mount(options))),
    ).toEqual([true, true, true]);
    expect(
      [mount(''), mount(',hidepid=0'), mount(',hidepid=off'), mount(',hidepid=2') + mount('')].map(
        hidesOthers,
      ),
    ).toEqual([false, false, false, false]);
  });
});

describe.runIf(process.platform === 'linux')('this machine', () => {
  it('lists a program that runs, with its path', async () => {
    const copy = join(root, 'kesl');
    copyFileSync('/bin/sleep', copy);
    let pid = 0;
    const ended = exec({ command: copy, args: ['60'], onStarted: (number) => (pid = number) });
    const reading = await processesProbe().read(nowhere);
    const rows = reading.kind === 'ok' ? reading.rows : [];
    expect(rows.find((row) => row.path === copy)).toEqual({
      pid,
      name: 'kesl',
      path: copy,
    });
    expect(rows.find((row) => row.pid === process.pid)?.path).toBe(process.execPath);
    process.kill(pid);
    await ended;
  });

  it('knows parents', async () => {
    expect(await parentOf({ exec: answering(() => undefined), root: '/' }, process.pid)).toBe(process.ppid);
  });
});
