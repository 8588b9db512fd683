import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cli, temporaryFolder } from './testing/cli.ts';
import type { Seat } from './testing/cli.ts';
import { go, leftoverSeat } from './testing/leftover-seat.ts';
import { packageRow } from '../core/testing/hosts.ts';

let state: ReturnType<typeof temporaryFolder>;
beforeEach(() => void (state = temporaryFolder()));
afterEach(() => state.remove());

const run = (seat: Seat, ...argv: string[]) => cli(state.path, seat, ...argv);
const infected = (): Seat => ({ computer: { packages: [packageRow('kesl')] } });
const runs = (folder = state.path): readonly string[] =>
  existsSync(join(folder, 'runs')) ? readdirSync(join(folder, 'runs')) : [];
const reports = (): string => join(state.path, 'stick', 'removal-assistant-reports');

describe('on a stick', () => {
  test('--portable keeps the run and its report beside the program, and the next computer has its own', async () => {
    for (const tag of ['PC-1', 'PC-2'])
      expect((await run(infected(), 'remove', '--yes', '--portable', '--asset-tag', tag)).code).toBe(0);
    expect(runs(join(state.path, 'stick', 'removal-assistant-data'))).toHaveLength(2);
    expect(runs()).toEqual([]);
    expect(readdirSync(reports()).map((name) => name.replace(/-\d{8}-\d{6}-[0-9a-f]{6}/, ''))).toEqual([
      'PC-1.html',
      'PC-1.json',
      'PC-2.html',
      'PC-2.json',
    ]);
  });

  test('a place that cannot be closed to others gets the reports alone, which is said', async () => {
    const seat: Seat = { ...infected(), openStick: true };
    const { code, err } = await run(seat, 'remove', '--yes', '--portable', '--asset-tag', 'PC-1');
    expect([code, runs().length]).toEqual([0, 1]);
    expect(err).toContain(`the record of the run is kept in ${state.path}.`);
    expect(readdirSync(join(state.path, 'stick'))).toEqual(['removal-assistant-reports']);
    // Later commands look in the same place.
    expect((await run(seat, 'verify', '--run', runs()[0] ?? '', '--portable')).code).toBe(0);
    const next: Seat = { ...infected(), openStick: true };
    await run(next, 'remove', '--yes', '--portable', '--leave-nothing', '--asset-tag', 'PC-2');
    expect(runs()).toHaveLength(1);
  });

  test('--leave-nothing takes the run off the computer once its report lies elsewhere', async () => {
    const out = join(state.path, 'reports');
    const done = await run(infected(), 'remove', '--yes', '--leave-nothing', '--out', out);
    expect([done.code, runs()]).toEqual([0, []]);
    const [name = ''] = readdirSync(out).filter((file) => file.endsWith('.json'));
    expect(JSON.parse(readFileSync(join(out, name), 'utf8'))).toMatchObject({ verdict: 'removed' });
  });

  test('--leave-nothing without a place for the proof is refused before any change', async () => {
    const seat = infected();
    const { code, err } = await run(seat, 'remove', '--yes', '--leave-nothing');
    expect([code, seat.computer?.packages?.length]).toEqual([64, 1]);
    expect(err).toContain(
      'With --leave-nothing the report has to go somewhere else: add --out or --portable.',
    );
  });

  test('--leave-nothing keeps a run that has not come to its end', async () => {
    const seat: Seat = { computer: { packages: [packageRow('kesl')], tool: () => 'restart-needed' } };
    const flags = ['--yes', '--leave-nothing', '--out', join(state.path, 'reports')];
    expect((await run(seat, 'remove', ...flags)).code).toBe(20);
    expect(runs()).toHaveLength(1);
    const later: Seat = { computer: { ...seat.computer, start: 'second start' } };
    expect((await run(later, 'resume', ...flags)).code).toBe(0);
    expect(runs()).toEqual([]);
  });

  test('--portable and --state-dir at once is wrong usage', async () => {
    expect((await run(infected(), 'scan', '--portable', '--state-dir', '/x')).code).toBe(64);
  });
});

describe('forget', () => {
  test('asks, and deletes the run only for a yes', async () => {
    await run(infected(), 'remove', '--yes');
    const [id = ''] = runs();
    expect((await run(infected(), 'forget', id)).code).toBe(64);
    expect((await run({ ...infected(), answer: () => 'no' }, 'forget', id)).code).toBe(24);
    expect(runs()).toEqual([id]);
    const done = await run({ ...infected(), answer: () => 'yes' }, 'forget', id);
    expect([done.code, done.out, runs()]).toEqual([0, `Run ${id} is deleted from this computer.\n`, []]);
    expect((await run(infected(), 'forget', id, '--yes')).code).toBe(65);
  });

  test.each([['../../etc'], [''], ['20200101-000000-000000']])('of no run (%j) ends with 65', async (id) => {
    expect((await run(infected(), 'forget', id, '--yes')).code).toBe(65);
  });

  test('what was set aside stays until it is asked for by name', async () => {
    const pc = leftoverSeat();
    try {
      const out = join(state.path, 'reports');
      const { code, err } = await pc.run({ computer: pc.managed() }, ...go, '--leave-nothing', '--out', out);
      const [id = ''] = pc.runs();
      expect(code).toBe(0);
      expect(err).toContain(`forget ${id}`);
      expect((await pc.run({ computer: pc.clean() }, 'forget', id, '--yes', '--json')).out).toContain(
        '"forgotten": true',
      );
      expect(pc.runs()).toEqual([]);
      expect(pc.vendor()).toBe(false);
    } finally {
      pc.remove();
    }
  });
});
