import { chmodSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
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
const removed = async (computer: FakeComputer): Promise<string> => {
  const done = reportIn(await run({ computer }, ...go, '--json'));
  return done.run?.id ?? '';
};

describe('verify', () => {
  test('without any run is a scan', async () => {
    expect((await run({ computer: managed() }, 'verify')).code).toBe(10);
    expect((await run({ computer: {} }, 'verify')).out).toBe((await run({ computer: {} }, 'scan')).out);
  });

  test('compares with the latest run, and says when a product came back', async () => {
    const computer = managed();
    const id = await removed(computer);
    const good = await run({ computer }, 'verify', '--json');
    expect([good.code, reportIn(good).run?.id]).toEqual([0, id]);
    computer.packages = [packageRow('kesl')];
    expect((await run({ computer }, 'verify', '--run', id)).code).toBe(21);
    computer.packages = [packageRow('kics')];
    expect((await run({ computer }, 'verify')).code).toBe(10);
    computer.packages = [...(leftoverRows.packages ?? [])];
    expect((await run({ computer }, 'verify')).code).toBe(11);
    computer.packages = [];
    computer.readings = { units: { kind: 'denied', why: 'x' } };
    expect((await run({ computer }, 'verify')).code).toBe(12);
  });

  test('still asks for the restart that a run needed', async () => {
    const computer = managed({ tool: () => 'restart-needed' });
    await removed(computer);
    expect((await run({ computer }, 'verify')).code).toBe(20);
  });

  test('of a run that was cut off takes the journal for it', async () => {
    const computer = managed({ tool: (name) => (name === 'klnagent64' ? 'failed' : 'removed') });
    const id = await removed(computer);
    rmSync(join(folder.path, 'runs', id, 'report.json'));
    truncateSync(join(folder.path, 'runs', id, 'journal.jsonl'), 2000);
    const cut = await run({ computer }, 'verify', '--run', id, '--json');
    expect(cut.code).toBe(21);
    expect(reportIn(cut).plan.actions).toHaveLength(3);
    computer.packages = [];
    expect((await run({ computer }, 'verify')).code).toBe(0);
    const { code, err } = await run(
      { computer },
      'report',
      '--format',
      'csv',
      '--out',
      join(folder.path, 'x'),
    );
    expect([code, err]).toEqual([65, expect.stringContaining(`verify --run ${id}`)]);
  });

  test('takes no run of another computer that shares the folder', async () => {
    const id = await removed(managed());
    const other: FakeComputer = { host: { name: 'pc2' } };
    const latest = await run({ computer: other }, 'verify', '--json');
    expect([latest.code, reportIn(latest).run]).toEqual([0, undefined]);
    const { code, err } = await run({ computer: other }, 'verify', '--run', id);
    expect([code, err]).toEqual([65, `Run ${id} was on the computer pc1; this one is pc2.\n`]);
  });

  test.each(['20261123-100000-000001', '../../etc', ''])('knows no run “%s”', async (id) => {
    const { code, err } = await run({ computer: {} }, 'verify', '--run', id);
    expect([code, err]).toEqual([65, `There is no run “${id}” in ${folder.path}.\n`]);
  });

  test('tells an altered report from one that is as it was written', async () => {
    const path = join(folder.path, 'r.json');
    const { out } = await run({ computer: managed() }, 'scan', '--json');
    writeFileSync(path, out);
    const intact = await run({}, 'verify', '--report', path);
    expect(intact).toEqual({ code: 0, out: expect.stringContaining('as it was written') as string, err: '' });
    expect((await run({}, 'verify', '--report', path, '--json')).out).toBe(out);
    writeFileSync(path, out.replace('12.1.0-1297', '12.1.0-9999'));
    const altered = await run({}, 'verify', '--report', path, '--json');
    expect(altered.code).toBe(65);
    expect(JSON.parse(altered.out)).toMatchObject({ problem: { code: 'report-altered' } });
  });

  test('says why when the runs cannot be read', async () => {
    const computer = managed();
    const id = await removed(computer);
    chmodSync(join(folder.path, 'runs', id), 0o777);
    const { code, err } = await run({ computer }, 'verify');
    expect(code).toBe(65);
    expect(err).toContain('other users can write in it');
    expect(readFileSync(join(folder.path, 'runs', id, 'journal.jsonl'), 'utf8')).toContain('run-ended');
  });
});
