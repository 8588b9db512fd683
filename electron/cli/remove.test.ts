import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../core/model/report.ts';
import { leftoverRows, managedRows, packageRow } from '../core/testing/hosts.ts';
import { cli, temporaryFolder } from './testing/cli.ts';
import type { FakeComputer, Seat, Spoken } from './testing/cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => folder.remove());

const managed = (more: Partial<FakeComputer> = {}): FakeComputer => ({
  packages: [...(managedRows.packages ?? [])],
  ...more,
});
const run = (seat: Seat, ...argv: string[]) => cli(folder.path, seat, ...argv);
const go = ['remove', '--yes', '--accept', 'managed-redeploy'];
const reportIn = ({ out }: Spoken): Report => JSON.parse(out) as Report;
const runsIn = (path: string): string[] =>
  existsSync(join(path, 'runs')) ? readdirSync(join(path, 'runs')) : [];
describe('remove', () => {
  test('removes, looks again and ends with 0', async () => {
    const { code, out, err } = await run({ computer: managed() }, ...go);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('In this order:');
    expect(out).toContain('Kaspersky is gone. We looked again to make sure.');
  });

  test('with --json prints one report, with both looks', async () => {
    const report = reportIn(await run({ computer: managed() }, ...go, '--json'));
    expect(report.verdict).toBe('removed');
    expect(report.run?.actions.map((action) => action.outcome)).toEqual(['removed', 'removed', 'removed']);
    expect([report.before, report.after].every((look) => look !== undefined)).toBe(true);
  });

  test('without --yes and without a terminal refuses before it looks', async () => {
    const { code, out, err } = await run({ computer: managed() }, 'remove');
    expect([code, out]).toEqual([64, '']);
    expect(err).toBe('There is no terminal to ask you on. Add --yes to go on without a question.\n');
  });

  test.each([
    ['no', 24],
    ['', 24],
    ['y', 24],
    ['yes', 0],
    [' YES ', 0],
  ])('asked at a terminal and answered “%s” ends with %i', async (answer, code) => {
    const computer = managed();
    const asked = await run({ computer, answer: () => answer }, 'remove', '--accept', 'managed-redeploy');
    expect(asked.code).toBe(code);
    expect(asked.err).toContain('Remove 3 items now? Type yes to go on: ');
    expect(computer.packages?.length).toBe(code === 0 ? 0 : 3);
    expect(runsIn(folder.path)).toHaveLength(code === 0 ? 1 : 0);
  });

  test('asks after the plan is shown, also when standard output is kept for JSON', async () => {
    const argv = ['remove', '--accept', 'managed-redeploy', '--json'];
    const { out, err } = await run({ computer: managed(), answer: () => 'no' }, ...argv);
    expect(JSON.parse(out)).toMatchObject({ problem: { code: 'cancelled' }, exit: 24 });
    expect(err.indexOf('In this order:')).toBeLessThan(err.indexOf('Remove 3 items now?'));
    expect(err).toContain('In this order:');
  });

  test('removes only what the person was shown', async () => {
    const computer: FakeComputer = { packages: [packageRow('kesl')] };
    const answer = (): string => {
      computer.packages?.push(packageRow('kics'));
      return 'yes';
    };
    await run({ computer, answer }, 'remove');
    expect(computer.packages?.map((row) => row.name)).toEqual(['kics']);
  });

  test.each<[string, FakeComputer, string[], number]>([
    ['a hazard that nobody accepted', managed(), ['remove', '--yes'], 22],
    ['a server', { packages: [packageRow('ksc64')] }, go, 22],
    ['missing rights', managed({ host: { elevated: false } }), go, 23],
    ['a product that is not here', managed(), [...go, '--product', 'linux-kics'], 64],
    ['a hazard that does not exist', managed(), ['remove', '--yes', '--accept', 'x'], 64],
  ])('stopped by %s changes nothing', async (_name, computer, argv, code) => {
    const before = computer.packages?.length;
    expect((await run({ computer }, ...argv)).code).toBe(code);
    expect(computer.packages?.length).toBe(before);
    expect(runsIn(folder.path)).toEqual([]);
  });

  test('stopped by a hazard shows the plan with what to accept', async () => {
    const { out, err } = await run({ computer: managed() }, 'remove', '--yes');
    expect(out).toContain('--accept managed-redeploy');
    expect(err).toBe('Stopped before any change: managed-redeploy.\n');
  });

  test.each<[string, FakeComputer, number]>([
    ['nothing is here', {}, 0],
    ['only leftovers are here', { packages: [...(leftoverRows.packages ?? [])] }, 0],
    ['a required place was closed', { readings: { units: { kind: 'failed', why: 'x' } } }, 21],
    [
      'a product works that no package manager knows',
      {
        readings: {
          units: {
            kind: 'ok',
            rows: [{ name: 'kesl.service', state: 'running', program: '/opt/kaspersky/kesl/libexec/kesl' }],
          },
        },
      },
      21,
    ],
  ])('with nothing to remove because %s starts no run', async (_name, computer, code) => {
    const spoken = await run({ computer }, 'remove', '--yes');
    expect(spoken.code).toBe(code);
    expect(spoken.out).toContain(
      code === 0 ? 'There is nothing to remove.' : 'nothing here that can be removed',
    );
    expect(runsIn(folder.path)).toEqual([]);
  });

  test('of a product that is not installed any more is done, whatever else works', async () => {
    const packages = [...(leftoverRows.packages ?? []), packageRow('klnagent64')];
    expect((await run({ computer: { packages } }, 'remove', '--yes', '--product', 'linux-kesl')).code).toBe(
      0,
    );
  });

  test('in a dry run shows the plan, needs no rights and changes nothing', async () => {
    const computer = managed({ host: { elevated: false } });
    const { code, out } = await run({ computer }, 'remove', '--dry-run', '--accept', 'managed-redeploy');
    expect(code).toBe(0);
    expect(out).toContain('In this order:');
    expect((await run({ computer }, 'remove', '--dry-run')).code).toBe(22);
    expect(computer.packages).toHaveLength(3);
    expect(runsIn(folder.path)).toEqual([]);
  });

  test.each<[string, Partial<FakeComputer>, number]>([
    ['an uninstaller fails', { tool: (name) => (name === 'kesl' ? 'failed' : 'removed') }, 21],
    ['an uninstaller lies', { staying: ['kesl'] }, 21],
    ['a restart is needed', { tool: () => 'restart-needed' }, 20],
  ])('where %s ends with its exit code', async (_name, more, code) => {
    expect((await run({ computer: managed(more) }, ...go)).code).toBe(code);
  });

  test('stopped by a person lets the running uninstaller finish, starts no other and ends with 24', async () => {
    const stop = new AbortController();
    const computer = managed({
      tool: () => {
        stop.abort();
        return 'removed';
      },
    });
    const { code, err, out } = await run({ computer, stop }, ...go);
    expect(code).toBe(24);
    expect(err).toBe('Stopping after this one. The uninstaller that is running now is left to finish.\n');
    expect(computer.packages?.map((row) => row.name)).toEqual(['kesl', 'klnagent64']);
    expect(out).toContain('Stopped by you');
  });

  test('stopped before the first action has changed nothing', async () => {
    const stop = new AbortController();
    const answer = (): string => {
      stop.abort();
      return 'yes';
    };
    const computer = managed();
    const { code } = await run({ computer, stop, answer }, 'remove', '--accept', 'managed-redeploy');
    expect([code, computer.packages?.length]).toEqual([24, 3]);
  });

  test('writes the report into a folder under a harmless name', async () => {
    const out = join(folder.path, 'reports', 'site 1');
    const done = await run({ computer: managed() }, ...go, '--out', out, '--asset-tag', '../../etc/PC 17');
    expect(done.code).toBe(0);
    const files = readdirSync(out).toSorted();
    expect(files).toHaveLength(2);
    expect(files[0]).toMatch(/^etc-PC-17-\d{8}-\d{6}-[0-9a-f]{6}\.html$/);
    expect((await run({}, 'verify', '--report', join(out, files[1] ?? ''))).code).toBe(0);
  });

  test('that could not write its report there stops before any change', async () => {
    const blocked = join(folder.path, 'file');
    writeFileSync(blocked, '');
    const computer = managed();
    const { code } = await run({ computer }, ...go, '--out', join(blocked, 'reports'));
    expect([code, computer.packages?.length]).toEqual([65, 3]);
  });

  test('shows a person at the terminal what is going on, each line of the tool in passing', async () => {
    const { err } = await run({ computer: managed(), terminal: true }, ...go);
    expect(err).toContain('Remove Kaspersky Endpoint Security for Linux (package kesl) …\n');
    expect(err).toContain('Removing kesl ...\r\u001b[K');
    expect(err).toContain('(package kesl): Removed\n');
    expect(err).toContain('Looking again …\n');
  });

  test.each([['-1'], ['ten'], ['1.5'], ['']])('takes no lock wait of “%s”', async (seconds) => {
    expect((await run({ computer: {} }, 'remove', '--yes', `--lock-wait=${seconds}`)).code).toBe(64);
  });
});
