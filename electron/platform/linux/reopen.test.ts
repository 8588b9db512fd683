import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReopenProgram } from '../shared/reopen/own-program.ts';
import { ownCommandLine } from '../shared/reopen/own-program.ts';
import type { LinuxReopenOptions } from './reopen.ts';
import { autostartEntry, linuxReopener } from './reopen.ts';

const run = '20261126-101500-4f3a9c';
const later = '20261127-101500-4f3a9c';
let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'reopen-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const at = (path: string): string => join(root, path);
const put = (path: string, text = 'x'): string => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
  return at(path);
};
const machineEntry = 'etc/xdg/autostart/removal-assistant-restart.desktop';
const personEntry = 'home/.config/autostart/removal-assistant-restart.desktop';
const stage = 'var/lib/removal-assistant-restart';

/** All on one disk that only root can write, unless a test says otherwise. */
const open = (options: LinuxReopenOptions = {}) =>
  linuxReopener({
    isElevated: () => true,
    root,
    home: at('home/.config'),
    mayBeGone: () => Promise.resolve(false),
    lookAt: (path) => {
      const real = statSync(path);
      return Promise.resolve({
        uid: 0,
        mode: 0o755,
        isFile: () => real.isFile(),
        isDirectory: () => real.isDirectory(),
      });
    },
    own: () => ownCommandLine(put('opt/node'), put('opt/removal-assistant.cjs')),
    pkexec: at('none'),
    ...options,
  });

const execLine = (entry: string): string => /^Exec=(.*)$/m.exec(readFileSync(at(entry), 'utf8'))?.[1] ?? '';

describe('with rights', () => {
  test('whoever signs in gets the command line in a terminal, for this run alone', async () => {
    const answer = await open().register(run);
    expect(answer).toEqual({ ok: true, value: { place: at(machineEntry), opens: 'command-line' } });
    expect(execLine(machineEntry)).toBe(
      `${at('opt/node')} ${at('opt/removal-assistant.cjs')} resume --run ${run} --reopened`,
    );
    expect(readFileSync(at(machineEntry), 'utf8')).toContain('Terminal=true');
    expect(statSync(at(machineEntry)).mode & 0o777).toBe(0o644);
    expect(existsSync(at(personEntry))).toBe(false);
  });

  test('polkit asks for the rights that going on takes, where it is there', async () => {
    const pkexec = put('usr/bin/pkexec');
    await open({ pkexec }).register(run);
    expect(execLine(machineEntry)).toMatch(new RegExp(`^${pkexec} ${at('opt/node')} `));
  });

  test('the window of a release is opened rather than its command line', async () => {
    const window = put('opt/Kaspersky Removal Assistant/removal-assistant-window');
    const cli = 'opt/Kaspersky Removal Assistant/resources/cli';
    const own = () => ownCommandLine(put(`${cli}/node`), put(`${cli}/removal-assistant.cjs`));
    expect(await open({ own, pkexec: put('usr/bin/pkexec') }).register(run)).toMatchObject({
      value: { opens: 'window' },
    });
    expect(execLine(machineEntry)).toBe(`"${window}" --after-restart=${run}`);
    expect(readFileSync(at(machineEntry), 'utf8')).toContain('Terminal=false');
  });

  test('a program that others than root could exchange is not registered, and the sentence says where', async () => {
    const reopener = open({
      lookAt: () =>
        Promise.resolve({
          uid: 1000,
          mode: 0o755,
          isFile: () => true,
          isDirectory: () => false,
        }),
    });
    expect(await reopener.register(run)).toMatchObject({
      problem: { code: 'reopen-failed', values: { why: expect.stringContaining(at('opt/node')) as unknown } },
    });
    expect(existsSync(at('etc'))).toBe(false);
  });

  test('what lies on a drive that may be gone is copied, the rest is used where it is', async () => {
    const reopener = open({ mayBeGone: (file) => Promise.resolve(file.endsWith('.cjs')) });
    const folder = at(`${stage}/${run}`);
    expect(await reopener.register(run)).toMatchObject({ value: { opens: 'command-line', staged: folder } });
    expect(execLine(machineEntry)).toBe(
      `${at('opt/node')} ${folder}/removal-assistant.cjs resume --run ${run} --reopened`,
    );
    expect(readFileSync(`${folder}/removal-assistant.cjs`, 'utf8')).toBe('x');
    for (const place of [at(stage), folder]) expect(statSync(place).mode & 0o777).toBe(0o755);
    expect(await reopener.drop(run)).toEqual({ ok: true, value: true });
    expect(existsSync(at(stage))).toBe(false);
  });

  test('a copy that cannot be made is said, and nothing of it stays', async () => {
    put(stage);
    const reopener = open({ mayBeGone: () => Promise.resolve(true) });
    expect(await reopener.register(run)).toMatchObject({ problem: { code: 'reopen-not-staged' } });
    expect(existsSync(at(machineEntry))).toBe(false);
  });

  test('there is one registration, however often and for however many runs it is asked for', async () => {
    const reopener = open();
    await reopener.register(run);
    await reopener.register(run);
    await reopener.register(later);
    expect([await reopener.isThere(run), await reopener.isThere(later)]).toEqual([false, true]);
    await reopener.drop(run);
    expect(execLine(machineEntry)).toContain(later);
    await reopener.drop(later);
    expect(existsSync(at('etc'))).toBe(false);
  });

  test('folders that were there before stay, and so does what others put there', async () => {
    mkdirSync(at('etc/xdg'), { recursive: true });
    const reopener = open();
    await reopener.register(run);
    await reopener.register(later);
    const other = put('etc/xdg/autostart/other.desktop');
    await reopener.drop(later);
    expect(existsSync(other)).toBe(true);
    rmSync(other);
    await reopener.register(run);
    await reopener.drop(run);
    // It was not ours to take away any more.
    expect(existsSync(at('etc/xdg/autostart'))).toBe(true);
  });

  test('what cannot be taken away is said', async () => {
    mkdirSync(at(machineEntry), { recursive: true });
    expect(await open().drop(run)).toMatchObject({
      problem: { code: 'reopen-stays', values: { place: at(machineEntry) } },
    });
  });
});

describe('without rights', () => {
  test('it is the person’s own entry, and their own program is good enough for them', async () => {
    const reopener = open({
      isElevated: () => false,
      lookAt: () => Promise.reject(new Error('nobody asks this')),
    });
    expect(await reopener.register(run)).toMatchObject({ value: { place: at(personEntry) } });
    expect(existsSync(at('etc'))).toBe(false);
    expect(await reopener.isThere(run)).toBe(true);
    await reopener.drop(run);
    expect(existsSync(at('home'))).toBe(false);
  });

  test('a program on a stick cannot be copied, and the sentence says how to go on', async () => {
    const reopener = open({ isElevated: () => false, mayBeGone: () => Promise.resolve(true) });
    expect(await reopener.register(run)).toMatchObject({ problem: { code: 'reopen-not-staged' } });
    expect([existsSync(at('home')), existsSync(at('var'))]).toEqual([false, false]);
  });
});

test.each([
  ['/opt/a b/x', '"/opt/a b/x"'],
  ['/opt/100%/x', '"/opt/100%%/x"'],
  ['/opt/"a"$HOME`id`/x', '"/opt/\\\\"a\\\\"\\\\$HOME\\\\`id\\\\`/x"'],
  ['/opt/back\\slash/x', '"/opt/back\\\\\\\\slash/x"'],
])('the path %s is one word of the entry', (command, word) => {
  const program: ReopenProgram = { opens: 'window', command, args: [], files: [] };
  expect(autostartEntry(program, run, undefined)).toContain(`Exec=${word} --after-restart=${run}\n`);
});
