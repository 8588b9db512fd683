import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { look } from '../../core/testing/windows-hosts.ts';
import { localPath } from './local-path.ts';
import { scheduledTasksProbe } from './scheduled-tasks.ts';
import { parseTask } from './task-file.ts';
import { recordedRegistry } from './testing/recorded-registry.ts';
import { expandable, smallWindows } from './testing/small-windows.ts';
import { put, stagedMachine, stagedRoot } from './testing/staged-machine.ts';

const recorded = (name: string): Buffer => readFileSync(new URL(`fixtures/tasks/${name}`, import.meta.url));
const task = (actions: string): string =>
  `<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task"><Actions>${actions}</Actions></Task>`;
const calling = (command: string): string => task(`<Exec><Command>${command}</Command></Exec>`);

const top = 'C:\\Windows\\System32\\Tasks';
const handler = '{A6BA00FE-40E8-477C-B713-C64A14F18ADB}';
const component = [
  `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes\\CLSID\\${handler}\\InprocServer32]`,
  `@=${expandable('%ProgramFiles%\\Kaspersky Lab\\x\\tasks.dll')}`,
].join('\r\n');

let root: string;
beforeEach(() => (root = stagedRoot()));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = (registry = recordedRegistry(smallWindows())) =>
  scheduledTasksProbe(stagedMachine(root, { registry })).read({ roots: [], exactPaths: [] });

describe('scheduled tasks', () => {
  it('have a row for each action, with its program and arguments', async () => {
    put(root, `${top}\\Контора\\Обновление`, recorded('windows-task.xml'));
    put(root, `${top}\\Folder\\Kaspersky Update`, recorded('wine-task.xml'));
    const reading = await read();
    expect(reading).toEqual({
      kind: 'ok',
      rows: [
        { path: '\\Folder\\Kaspersky Update' },
        {
          path: '\\Контора\\Обновление',
          command:
            '%ProgramFiles(x86)%\\Kaspersky Lab\\NetworkAgent\\klnagchk.exe -sendhb "C:\\Отчёты\\a & b.txt"',
        },
        { path: '\\Контора\\Обновление' },
        { path: '\\Контора\\Обновление', command: 'notepad.exe' },
      ],
    });
    const { detections, unattributed } = look({ scheduledTasks: reading.kind === 'ok' ? reading.rows : [] });
    expect([...detections.flatMap(({ evidence }) => evidence), ...unattributed]).toHaveLength(1);
  });

  it('that call a component have its program, where the machine’s registry names one', async () => {
    put(root, `${top}\\a`, task(`<ComHandler><ClassId>${handler}</ClassId></ComHandler>`));
    const reading = await read(recordedRegistry(smallWindows(), component));
    expect(reading).toEqual({
      kind: 'ok',
      rows: [{ path: '\\a', command: '%ProgramFiles%\\Kaspersky Lab\\x\\tasks.dll' }],
    });
    expect(look({ scheduledTasks: reading.kind === 'ok' ? reading.rows : [] }).unattributed).toHaveLength(1);
  });

  it('are there without a command too: a name in the vendor’s folder is a trace', async () => {
    put(root, `${top}\\Kaspersky\\Scan`, task(''));
    put(
      root,
      `${top}\\Kaspersky\\Mail`,
      task('<SendEmail><Server>x</Server></SendEmail><Exec><Command/></Exec>'),
    );
    const reading = await read();
    expect(reading).toEqual({
      kind: 'ok',
      rows: [{ path: '\\Kaspersky\\Mail' }, { path: '\\Kaspersky\\Mail' }, { path: '\\Kaspersky\\Scan' }],
    });
    expect(look({ scheduledTasks: reading.kind === 'ok' ? reading.rows : [] }).unattributed).toHaveLength(3);
  });

  it('are none on a Windows that has none, which is not one without their folder', async () => {
    expect(await read()).toMatchObject({ kind: 'failed', why: `${top}: no such file or folder` });
    mkdirSync(localPath({ root }, top), { recursive: true });
    expect(await read()).toEqual({ kind: 'ok', rows: [] });
    expect(await read(recordedRegistry(''))).toMatchObject({ kind: 'failed' });
  });

  it('that are torn, too long or no task at all are gaps, each by its name', async () => {
    put(root, `${top}\\good`, calling('x.exe'));
    put(root, `${top}\\torn`, recorded('windows-task.xml').subarray(0, 900));
    put(root, `${top}\\huge`, Buffer.alloc(1024 * 1024 + 1, 0x20));
    put(root, `${top}\\other`, '<html/>');
    const reading = await read();
    expect(reading).toMatchObject({ kind: 'ok', rows: [{ path: '\\good', command: 'x.exe' }] });
    expect(reading.kind === 'ok' ? reading.gaps : []).toEqual(
      expect.arrayContaining([
        { source: `${top}\\torn`, kind: 'failed', why: 'it is not a task' },
        { source: `${top}\\huge`, kind: 'failed', why: 'the file is too large' },
        { source: `${top}\\other`, kind: 'failed', why: 'it is not a task' },
      ]),
    );
  });

  it('behind links are not looked for, and folders without an end stop', async () => {
    put(root, 'C:\\elsewhere\\task', calling('x.exe'));
    put(root, `${top}${'\\deep'.repeat(40)}\\task`, calling('x.exe'));
    symlinkSync(localPath({ root }, 'C:\\elsewhere'), localPath({ root }, `${top}\\link`));
    symlinkSync(localPath({ root }, 'C:\\elsewhere\\task'), localPath({ root }, `${top}\\file`));
    const gaps = [{ source: `${top}${'\\deep'.repeat(32)}`, kind: 'failed', why: 'it is too deep' }];
    expect(await read()).toEqual({ kind: 'ok', rows: [], gaps });
  });

  it.runIf(process.geteuid?.() === 0)('that are closed to this user are one gap together', async () => {
    for (const name of ['a', 'b', 'c']) put(root, `${top}\\${name}`, calling(`${name}.exe`));
    for (const path of [root, `${root}/C`]) chmodSync(path, 0o755);
    for (const name of ['b', 'c']) chmodSync(localPath({ root }, `${top}\\${name}`), 0);
    process.seteuid?.(65534);
    try {
      expect(await read()).toEqual({
        kind: 'ok',
        rows: [{ path: '\\a', command: 'a.exe' }],
        gaps: [{ source: top, kind: 'denied', why: `permission denied: ${top}\\b and 1 more` }],
      });
      process.seteuid?.(0);
      chmodSync(localPath({ root }, `${top}\\c`), 0o644);
      process.seteuid?.(65534);
      expect(await read()).toMatchObject({
        gaps: [{ source: `${top}\\b`, kind: 'denied', why: 'permission denied' }],
      });
      process.seteuid?.(0);
      chmodSync(localPath({ root }, top), 0);
      process.seteuid?.(65534);
      expect(await read()).toEqual({ kind: 'denied', why: `${top}: permission denied` });
    } finally {
      process.seteuid?.(0);
      chmodSync(localPath({ root }, top), 0o755);
    }
  });
});

describe('the file of a task', () => {
  it('may not bring definitions of its own, which could grow without end or lead elsewhere', () => {
    const bomb = `<!DOCTYPE Task [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "&a;&a;">]>${calling('&b;')}`;
    const leading = `<!DOCTYPE Task [<!ENTITY a SYSTEM "file:///etc/passwd">]>${calling('&a;')}`;
    const idle = `<!DOCTYPE Task>${calling('x.exe')}`;
    expect([bomb, leading, idle].map(parseTask)).toEqual([undefined, undefined, undefined]);
  });

  it('is one only in the scheduler’s own words', () => {
    for (const text of [
      '',
      'x',
      '<Task/>',
      '<Task xmlns="urn:x"><Actions/></Task>',
      calling('x').slice(0, -3),
    ])
      expect(parseTask(text), text).toBeUndefined();
    expect(parseTask(task(''))).toEqual([]);
  });

  it('names a component only by a class id', () => {
    const calls = (id: string) => parseTask(task(`<ComHandler><ClassId>${id}</ClassId></ComHandler>`));
    expect(calls(handler)).toEqual([{ kind: 'component', classId: handler }]);
    expect(calls('..\\..\\x')).toEqual([{ kind: 'other' }]);
  });
});
