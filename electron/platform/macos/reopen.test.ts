import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownCommandLine } from '../shared/reopen/own-program.ts';
import { parsePlist } from './plist.ts';
import type { MacReopenOptions } from './reopen.ts';
import { macosReopener, terminalScript } from './reopen.ts';

const run = '20261126-101500-4f3a9c';
let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'mac-reopen-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const at = (path: string): string => join(root, path);
const put = (path: string): string => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), 'x');
  return at(path);
};
const agent = 'Library/LaunchAgents/org.removalassistant.restart.plist';

/** A Mac whose /Applications the group may write to, as every Mac's is. */
const open = (options: MacReopenOptions = {}) =>
  macosReopener({
    isElevated: () => true,
    root,
    home: at('Users/ann'),
    mayBeGone: () => Promise.resolve(false),
    lookAt: (path) => {
      const real = statSync(path);
      const mode = path === at('Applications') ? 0o775 : 0o755;
      return Promise.resolve({
        uid: 0,
        mode,
        isFile: () => real.isFile(),
        isDirectory: () => real.isDirectory(),
      });
    },
    own: () => ownCommandLine(put('opt/node'), put('opt/R & D/removal-assistant.cjs')),
    ...options,
  });

const wordsIn = (path: string): unknown => {
  const parsed = parsePlist(readFileSync(at(path)));
  return (parsed as { ProgramArguments?: unknown }).ProgramArguments;
};

test('the installed window opens for whoever signs in', async () => {
  put('Applications/Kaspersky Removal Assistant.app/Contents/Info.plist');
  expect(await open().register(run)).toMatchObject({ value: { place: at(agent), opens: 'window' } });
  expect(wordsIn(agent)).toEqual([
    '/usr/bin/open',
    '-a',
    at('Applications/Kaspersky Removal Assistant.app'),
    '--args',
    `--after-restart=${run}`,
  ]);
});

test('without it the command line opens in a terminal, its words as arguments and never as text of a script', async () => {
  const reopener = open();
  expect(await reopener.register(run)).toMatchObject({ value: { opens: 'command-line' } });
  expect(wordsIn(agent)).toEqual([
    '/usr/bin/osascript',
    ...terminalScript.flatMap((line) => ['-e', line]),
    at('opt/node'),
    at('opt/R & D/removal-assistant.cjs'),
    'resume',
    '--run',
    run,
    '--reopened',
  ]);
  expect(await reopener.isThere(run)).toBe(true);
  expect(await reopener.drop(run)).toMatchObject({ ok: true });
  expect(existsSync(at('Library'))).toBe(false);
});

test('from another volume it is copied first, and the copy goes with the registration', async () => {
  const reopener = open({ mayBeGone: (file) => Promise.resolve(file.includes('opt')) });
  const folder = at(`Library/Application Support/removal-assistant-restart/${run}`);
  expect(await reopener.register(run)).toMatchObject({ value: { staged: folder } });
  expect(existsSync(join(folder, 'node'))).toBe(true);
  await reopener.drop(run);
  expect(existsSync(dirname(folder))).toBe(false);
});

test('without rights it is the person’s own agent', async () => {
  const reopener = open({ isElevated: () => false });
  await reopener.register(run);
  expect(existsSync(at(`Users/ann/${agent}`))).toBe(true);
  expect(await reopener.drop(run)).toMatchObject({ ok: true });
  expect(existsSync(at('Users'))).toBe(false);
});
