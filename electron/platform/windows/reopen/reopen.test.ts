import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownCommandLine } from '../../shared/reopen/own-program.ts';
import { parseArguments } from '../executors/arguments.ts';
import { localPath } from '../local-path.ts';
import type { Access, Told } from '../machine.ts';
import type { KeyReading } from '../registry/registry.ts';
import { put, stagedMachine, stagedRoot } from '../testing/staged-machine.ts';
import type { WindowsReopenOptions } from './index.ts';
import { windowsReopener } from './index.ts';
import { sweepCommand } from './sweep.ts';

const run = '20261126-101500-4f3a9c';
const later = '20261127-101500-4f3a9c';
const ann = 'S-1-5-21-1-2-3-1001';
const key = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
const stage = 'C:\\ProgramData\\removal-assistant-restart';
const program = 'E:\\tools\\removal-assistant.exe';
const library = 'node_modules\\@koromix\\koffi-win32-x64\\win32_x64\\koffi.node';

let root: string;
beforeEach(() => void (root = stagedRoot()));
afterEach(() => rmSync(root, { recursive: true, force: true }));
const at = (path: string): string => localPath({ root }, path);

/** A Windows whose RunOnce keys are a map, and on whose E: only administrators can write unless a test says otherwise. */
const windows = (
  more: Partial<WindowsReopenOptions> & { readonly administrator?: boolean; readonly others?: string } = {},
) => {
  const { administrator = true, others, ...options } = more;
  const values = new Map<string, string>();
  const lists: string[] = [];
  const read = (path: string): KeyReading => {
    const text = values.get(path);
    if (text === undefined) return { kind: 'missing' };
    const data = Buffer.from(`${text}\0`, 'utf16le');
    return { kind: 'ok', subkeys: [], values: [{ name: 'removalassistantrestart', type: 1, data }] };
  };
  const accessOf = (path: string): Told<Access> => {
    if (!existsSync(at(path))) return { kind: 'missing' };
    const entries = [
      { effect: 'allow' as const, sid: others === path ? ann : 'S-1-5-32-544', mask: 0x1f01ff, flags: 0 },
    ];
    const kind = path.includes('.') ? 'file' : 'folder';
    return { kind: 'ok', value: { owner: 'S-1-5-32-544', entries, reparsePoint: false, kind } };
  };
  const machine = stagedMachine(root, {
    registry: { read: (path) => Promise.resolve(read(path)) },
    api: {
      ownRights: () => ({ kind: 'ok', value: { sid: ann, isAdministrator: administrator } }),
      access: accessOf,
    },
  });
  put(root, program, 'program');
  put(root, `E:\\tools\\${library}`, 'native');
  mkdirSync(at('C:\\ProgramData'), { recursive: true });
  const reopener = windowsReopener({
    open: () => machine,
    own: () => ({ ...ownCommandLine(program), command: program, files: [program] }),
    values: {
      writeText: (path, _name, text) => (values.set(path, text), { kind: 'ok', value: true }),
      deleteValue: (path) => (values.delete(path) ? { kind: 'ok', value: true } : { kind: 'missing' }),
    },
    mayBeGone: () => false,
    folderCalls: {
      programDataFolder: () => ({ kind: 'ok', value: 'C:\\ProgramData' }),
      makeFolder: (path, access) => {
        if (existsSync(at(path))) return { kind: 'exists' };
        lists.push(access);
        mkdirSync(at(path));
        return { kind: 'made' };
      },
    },
    ...options,
  });
  const computer = `HKLM\\${key}`;
  return { reopener, values, lists, computer, person: `HKU\\${ann}\\${key}` };
};

describe('with rights', () => {
  test('the computer is told, in one value that names the run and nothing else', async () => {
    const { reopener, values, computer } = windows();
    expect(await reopener.register(run)).toEqual({
      ok: true,
      value: { place: `${computer}\\RemovalAssistantRestart`, opens: 'command-line' },
    });
    expect([...values]).toEqual([[computer, `"${program}" resume --run ${run} --reopened`]]);
  });

  test('the window of a release is what opens', async () => {
    const window = 'E:\\app folder\\Kaspersky Removal Assistant.exe';
    put(root, window);
    const cli = 'E:\\app folder\\resources\\cli\\removal-assistant.exe';
    put(root, cli);
    const own = () => ({ ...ownCommandLine(cli), command: cli, files: [cli] });
    const { reopener, values, computer } = windows({ own });
    expect(await reopener.register(run)).toMatchObject({ value: { opens: 'window' } });
    expect(values.get(computer)).toBe(`"${window}" --after-restart=${run}`);
    expect(parseArguments(values.get(computer) ?? '')).toEqual([window, `--after-restart=${run}`]);
  });

  test.each([program, 'E:\\tools', `E:\\tools\\${library}`])(
    'what others than administrators can change at %s is not registered',
    async (others) => {
      const { reopener, values } = windows({ others });
      expect(await reopener.register(run)).toMatchObject({ problem: { code: 'reopen-failed' } });
      expect([...values]).toEqual([]);
    },
  );

  test('from a stick the program and its modules are copied to where all may read and administrators write', async () => {
    const { reopener, values, lists, computer } = windows({ mayBeGone: () => true });
    const folder = `${stage}\\${run}`;
    expect(await reopener.register(run)).toMatchObject({ value: { staged: folder } });
    expect(values.get(computer)).toBe(`"${folder}\\removal-assistant.exe" resume --run ${run} --reopened`);
    expect(readFileSync(at(`${folder}\\removal-assistant.exe`), 'utf8')).toBe('program');
    expect(readFileSync(at(`${folder}\\${library}`), 'utf8')).toBe('native');
    expect(new Set(lists)).toEqual(
      new Set(['O:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)']),
    );
    expect(await reopener.isThere(run)).toBe(true);
    expect(await reopener.drop(run)).toEqual({ ok: true, value: true });
    expect([[...values], existsSync(at(stage))]).toEqual([[], false]);
  });

  test('a copy that others could have exchanged is not registered, and does not stay', async () => {
    const { reopener, values } = windows({ mayBeGone: () => true, others: `${stage}\\${run}` });
    expect(await reopener.register(run)).toMatchObject({ problem: { code: 'reopen-not-staged' } });
    expect([[...values], existsSync(at(stage))]).toEqual([[], false]);
  });

  test('there is one registration, and one run does not take another’s away', async () => {
    const { reopener, values, computer } = windows();
    await reopener.register(run);
    await reopener.register(later);
    expect([await reopener.isThere(run), await reopener.isThere(later)]).toEqual([false, true]);
    await reopener.drop(run);
    expect(values.get(computer)).toContain(later);
  });

  test('a line that Windows would not take is said', async () => {
    const long = `E:\\${'x'.repeat(230)}\\removal-assistant.exe`;
    put(root, long);
    const own = () => ({ ...ownCommandLine(long), command: long, files: [long] });
    expect(await windows({ own }).reopener.register(run)).toMatchObject({
      problem: { code: 'reopen-failed', values: { why: expect.stringContaining('260') as unknown } },
    });
  });
});

describe('without rights', () => {
  test('it is the person’s own value, and a stick cannot be copied', async () => {
    const { reopener, values, person } = windows({ administrator: false });
    expect(await reopener.register(run)).toMatchObject({ ok: true });
    expect([...values.keys()]).toEqual([person]);
    expect(await reopener.drop(run)).toMatchObject({ ok: true });
    expect([...values]).toEqual([]);
    const stick = windows({ administrator: false, mayBeGone: () => true });
    expect(await stick.reopener.register(run)).toMatchObject({ problem: { code: 'reopen-not-staged' } });
  });
});

test('the one command that sweeps up has no name in it', () => {
  expect(sweepCommand).not.toMatch(/[A-Z]:\\|removal|ProgramData/);
});
