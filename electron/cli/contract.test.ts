import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../core/model/exit-codes.ts';
import { debianSnapshot, managedRows } from '../core/testing/hosts.ts';
import { cli, temporaryFolder } from './testing/cli.ts';
import type { Spoken } from './testing/cli.ts';
import { contractCases, go, managed, problem } from './testing/contract-cases.ts';

/** What scripts rely on: each command, each exit code that can be had here, and the one JSON document of each end. */

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => folder.remove());

const at = (name: string): string => join(folder.path, name);
const file = (name: string, content: string): string => {
  writeFileSync(at(name), content);
  return at(name);
};

/** An intact report of this very program. */
let intact = '';
beforeAll(async () => {
  const own = temporaryFolder();
  intact = (await cli(own.path, { computer: {} }, 'scan', '--json')).out;
  own.remove();
});

/** What is to come of each, wherever its files lie. */
const expected = contractCases('');
const names = Object.keys(expected);

const run = async (what: string, ...options: string[]): Promise<Spoken> => {
  mkdirSync(at('reports'));
  for (const name of ['r.json', 'reports/pc.json']) file(name, intact);
  file('a.json', intact.replace('"clean"', '"found"'));
  const { argv, seat, before = [] } = contractCases(folder.path)[what] ?? expect.unreachable();
  const here = seat?.() ?? {};
  for (const earlier of before) await cli(folder.path, here, ...earlier);
  return cli(folder.path, here, ...argv(), ...options);
};

describe.each(names)('%s', (name) => {
  const { exit, document } = expected[name] ?? expect.unreachable();

  test('ends with its exit code, in words for people', async () => {
    const { code, out, err } = await run(name);
    expect(code).toBe(exit);
    expect(out.startsWith('{')).toBe(false);
    if (document === problem) expect(err).toMatch(/\S\.\n$/);
    else expect(out).toMatch(/\S\n$/);
    expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  test('is exactly one JSON document when that is asked for', async () => {
    const { code, out } = await run(name, '--json');
    expect(code).toBe(exit);
    const parsed = JSON.parse(out) as { readonly schema: string; readonly exit?: number };
    expect(parsed.schema).toBe(`removal-assistant/${document}/1`);
    if (document === problem) expect(parsed.exit).toBe(exit);
  });

  test('says nothing beside that when it is to be quiet', async () => {
    const { code, err } = await run(name, '--quiet');
    expect(code).toBe(exit);
    expect(err.split('\n').length).toBeLessThanOrEqual(document === problem ? 3 : 1);
  });
});

test('every exit code, and every command but those that print a schema, stands here', async () => {
  expect(new Set(Object.values(expected).map(({ exit }) => exit))).toEqual(new Set(Object.values(exitCodes)));
  const { out } = await cli(folder.path, {}, '--help');
  const [, list = ''] = out.split('Commands:\n');
  const commands = [...(list.split('\n\n')[0] ?? '').matchAll(/^ {2}([a-z-]+) {2,}/gm)].map(
    ([, name]) => name ?? '',
  );
  expect(commands).toContain('remove');
  for (const command of commands) {
    if (command !== 'schema')
      expect(
        names.some((name) => name.startsWith(command)),
        command,
      ).toBe(true);
    const help = await cli(folder.path, {}, command, '--help');
    expect(help.out).toContain(`Examples:\n  removal-assistant ${command} `.trimEnd());
  }
});

describe('the same twice', () => {
  test('a removal: the second one has nothing to do, and ends with 0', async () => {
    const seat = { computer: managed() };
    const first = await cli(folder.path, seat, ...go, '--json');
    const second = await cli(folder.path, seat, ...go, '--json');
    expect([first.code, second.code]).toEqual([0, 0]);
    expect((JSON.parse(second.out) as { readonly run?: object }).run).toBeUndefined();
  });

  test.each([['scan'], ['plan'], ['verify']])('%s says the same', async (command) => {
    const seat = { computer: managed() };
    const [first, second] = [await cli(folder.path, seat, command), await cli(folder.path, seat, command)];
    expect(second).toEqual(first);
  });

  test('a report says the same, and that it took the place of the first', async () => {
    const source = file('pc.json', JSON.stringify(debianSnapshot(managedRows)));
    const argv = ['report', '--from', source, '--format', 'csv', '--out', at('r.csv')];
    const [first, second] = [await cli(folder.path, {}, ...argv), await cli(folder.path, {}, ...argv)];
    expect([first.code, second.code, first.err]).toEqual([0, 0, '']);
    expect(second.err).toContain('replaced');
  });
});

test('help in JSON says the same in every language', async () => {
  const [plain, german] = [
    await cli(folder.path, {}, '--help', '--json'),
    await cli(folder.path, {}, '--help', '--json', '--lang', 'de'),
  ];
  expect(german).toEqual(plain);
  expect((await cli(folder.path, {}, '--help', '--lang', 'de')).out).toContain('Beispiele');
});

describe('progress', () => {
  test('is a bar with what is looked at, for a terminal and no other reader', async () => {
    const { err } = await cli(folder.path, { computer: {}, terminal: true }, 'scan');
    expect(err).toMatch(/\[[# ]{20}\] 0\/4 Looking: /);
    expect((await cli(folder.path, { computer: {} }, 'scan')).err).toBe('');
    expect((await cli(folder.path, { computer: {}, terminal: true }, 'scan', '--quiet')).err).toBe('');
  });
});
