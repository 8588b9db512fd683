import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../core/model/exit-codes.ts';
import { debianSnapshot, leftoverRows, managedRows } from '../core/testing/hosts.ts';
import { cli, temporaryFolder } from './testing/cli.ts';
import type { FakeComputer, Seat, Spoken } from './testing/cli.ts';

/** What scripts rely on: each command, each exit code that can be had here, and the one JSON document of each end. */

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => folder.remove());

const at = (name: string): string => join(folder.path, name);
const file = (name: string, content: string): string => {
  writeFileSync(at(name), content);
  return at(name);
};

const managed = (more: Partial<FakeComputer> = {}): FakeComputer => ({
  packages: [...(managedRows.packages ?? [])],
  ...more,
});
const closed: FakeComputer = { readings: { files: { kind: 'failed', why: 'x' } } };
const leftovers = (): FakeComputer => ({ packages: [...(leftoverRows.packages ?? [])] });
const stopped = (): AbortController => {
  const stop = new AbortController();
  stop.abort();
  return stop;
};
const go = ['remove', '--yes', '--accept', 'managed-redeploy'];
const snapshot = (): string => file('pc.json', JSON.stringify(debianSnapshot(managedRows)));
const runId = '20261123-100000-000001';

interface Case {
  readonly exit: number;
  /** KIND of `removal-assistant/KIND/1`. */
  readonly document: string;
  readonly argv: () => readonly string[];
  readonly seat?: () => Seat;
  /** Command lines that come before it, at the same seat and in the same folder. */
  readonly before?: readonly (readonly string[])[];
}

const report = 'report';
const problem = 'problem';
const on =
  (computer: FakeComputer, more: Omit<Seat, 'computer'> = {}): (() => Seat) =>
  () => ({
    computer,
    ...more,
  });

/** An intact report of this very program. */
let intact = '';
beforeAll(async () => {
  const own = temporaryFolder();
  intact = (await cli(own.path, { computer: {} }, 'scan', '--json')).out;
  own.remove();
});

const cases = (): Readonly<Record<string, Case>> => ({
  'scan of a clean computer': { exit: 0, document: report, argv: () => ['scan'], seat: on({}) },
  'scan with a product': { exit: 10, document: report, argv: () => ['scan'], seat: on(managed()) },
  'scan of leftovers': { exit: 11, document: report, argv: () => ['scan'], seat: on(leftovers()) },
  'scan with a closed place': { exit: 12, document: report, argv: () => ['scan'], seat: on(closed) },
  'scan of a file': { exit: 10, document: report, argv: () => ['scan', '--from', snapshot()] },
  'scan that is stopped': {
    exit: 24,
    document: problem,
    argv: () => ['scan'],
    seat: on({}, { stop: stopped() }),
  },
  'scan of no file': { exit: 65, document: problem, argv: () => ['scan', '--from', at('none')] },
  'scan of something else': { exit: 65, document: problem, argv: () => ['scan', '--from', file('x', '[1]')] },
  'scan on a system that is not known': { exit: 64, document: problem, argv: () => ['scan'] },
  'plan of nothing': { exit: 0, document: report, argv: () => ['plan'], seat: on({}) },
  'plan that a hazard blocks': { exit: 22, document: report, argv: () => ['plan'], seat: on(managed()) },
  'plan that is free': {
    exit: 0,
    document: report,
    argv: () => ['plan', '--from', snapshot(), '--accept', 'managed-redeploy'],
  },
  'plan with an unknown hazard': {
    exit: 64,
    document: problem,
    argv: () => ['plan', '--accept', 'bad-luck'],
    seat: on(managed()),
  },
  'remove of nothing': { exit: 0, document: report, argv: () => ['remove', '--yes'], seat: on({}) },
  'remove to the end': { exit: 0, document: report, argv: () => go, seat: on(managed()) },
  'remove that needs a restart': {
    exit: 20,
    document: report,
    argv: () => go,
    seat: on(managed({ tool: () => 'restart-needed' })),
  },
  'remove that fails': {
    exit: 21,
    document: report,
    argv: () => go,
    seat: on(managed({ tool: () => 'failed' })),
  },
  'remove that a hazard stops': {
    exit: 22,
    document: problem,
    argv: () => ['remove', '--yes'],
    seat: on(managed()),
  },
  'remove without rights': {
    exit: 23,
    document: problem,
    argv: () => go,
    seat: on(managed({ host: { elevated: false } })),
  },
  'remove that a person does not want': {
    exit: 24,
    document: problem,
    argv: () => go.filter((word) => word !== '--yes'),
    seat: on(managed(), { answer: () => 'no' }),
  },
  'remove with nobody to ask': { exit: 64, document: problem, argv: () => ['remove'], seat: on(managed()) },
  'remove, shown only': {
    exit: 22,
    document: report,
    argv: () => ['remove', '--dry-run'],
    seat: on(managed()),
  },
  'remove with a bug': {
    exit: 70,
    document: problem,
    argv: () => go,
    seat: on(
      managed({
        tool: () => {
          throw new TypeError('no such thing');
        },
      }),
    ),
  },
  'resume of nothing': { exit: 65, document: problem, argv: () => ['resume', '--yes'], seat: on({}) },
  'resume of what is done': {
    exit: 0,
    document: report,
    before: [go],
    argv: () => ['resume', '--yes'],
    seat: on(managed()),
  },
  'verify before any run': { exit: 10, document: report, argv: () => ['verify'], seat: on(managed()) },
  'verify after a run': {
    exit: 0,
    document: report,
    before: [go],
    argv: () => ['verify'],
    seat: on(managed()),
  },
  'verify after a run that failed': {
    exit: 21,
    document: report,
    before: [go],
    argv: () => ['verify'],
    seat: on(managed({ tool: () => 'failed' })),
  },
  'verify before the restart': {
    exit: 20,
    document: report,
    before: [go],
    argv: () => ['verify'],
    seat: on(managed({ tool: () => 'restart-needed' })),
  },
  'verify of no run': { exit: 65, document: problem, argv: () => ['verify', '--run', runId], seat: on({}) },
  'verify of an intact report': {
    exit: 0,
    document: report,
    argv: () => ['verify', '--report', at('r.json')],
  },
  'verify of an altered report': {
    exit: 65,
    document: problem,
    argv: () => ['verify', '--report', at('a.json')],
  },
  'undo of no run': { exit: 65, document: problem, argv: () => ['undo', runId], seat: on({}) },
  'forget without a word': { exit: 64, document: problem, argv: () => ['forget', runId], seat: on({}) },
  'report of a file': {
    exit: 0,
    document: report,
    argv: () => ['report', '--in', at('r.json'), '--format', 'html', '--out', at('r.html')],
  },
  'report as a PDF without a window': {
    exit: 64,
    document: problem,
    argv: () => ['report', '--in', at('r.json'), '--format', 'pdf', '--out', at('r.pdf')],
  },
  'map of a folder': { exit: 0, document: 'map', argv: () => ['map', at('reports')] },
  'map of no folder': { exit: 65, document: problem, argv: () => ['map', at('none')] },
  'check-tool of the vendor’s own': {
    exit: 0,
    document: 'tool-check',
    argv: () => ['check-tool', 'k.exe'],
    seat: on({}, { tool: { kind: 'genuine', signer: 'AO Kaspersky Lab' } }),
  },
  'check-tool elsewhere than on Windows': {
    exit: 64,
    document: problem,
    argv: () => ['check-tool', 'k.exe'],
    seat: on({}),
  },
  'no command': { exit: 64, document: problem, argv: () => [] },
  'an unknown command': { exit: 64, document: problem, argv: () => ['fly'] },
  help: { exit: 0, document: 'words', argv: () => ['--help'] },
  'help of a command': { exit: 0, document: 'words', argv: () => ['remove', '--help'] },
  'the version': { exit: 0, document: 'words', argv: () => ['--version'] },
});

const names = Object.keys(cases());

const run = async (what: string, ...options: string[]): Promise<Spoken> => {
  mkdirSync(at('reports'));
  for (const name of ['r.json', 'reports/pc.json']) file(name, intact);
  file('a.json', intact.replace('"clean"', '"found"'));
  const { argv, seat, before = [] } = cases()[what] ?? expect.unreachable();
  const here = seat?.() ?? {};
  for (const earlier of before) await cli(folder.path, here, ...earlier);
  return cli(folder.path, here, ...argv(), ...options);
};

describe.each(names)('%s', (name) => {
  const { exit, document } = cases()[name] ?? expect.unreachable();

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
  expect(new Set(Object.values(cases()).map(({ exit }) => exit))).toEqual(new Set(Object.values(exitCodes)));
  const { out } = await cli(folder.path, {}, '--help');
  const [, list = ''] = out.split('Commands:\n');
  const commands = [...(list.split('\n\n')[0] ?? '').matchAll(/^ {2}([a-z-]+) {2,}/gm)].map(
    ([, name]) => name ?? '',
  );
  expect(commands).toContain('remove');
  for (const command of commands.filter((each) => each !== 'schema'))
    expect(
      names.some((name) => name.startsWith(command)),
      command,
    ).toBe(true);
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
    const argv = ['report', '--from', snapshot(), '--format', 'csv', '--out', at('r.csv')];
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
