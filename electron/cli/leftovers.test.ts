import { existsSync, lstatSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../core/model/report.ts';
import { okReading } from '../core/model/reading.ts';
import type { Row } from '../core/model/tables.ts';
import { managedRows } from '../core/testing/hosts.ts';
import type { Exec } from '../platform/exec.ts';
import { exec } from '../platform/exec.ts';
import { linuxQuarantine } from '../platform/linux/quarantine/index.ts';
import type { Stage } from '../platform/shared/quarantine/testing/stage.ts';
import { makeStage } from '../platform/shared/quarantine/testing/stage.ts';
import { cli, temporaryFolder } from './testing/cli.ts';
import type { FakeComputer, Seat, Spoken } from './testing/cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
let stage: Stage;
beforeEach(() => {
  folder = temporaryFolder();
  stage = makeStage();
  stage.file('/var/opt/kaspersky/kesl/common/kesl.ini', 'x=1\n', 0o600);
  stage.file('/var/opt/kaspersky/kesl/install/bases.dat', 'bases');
  stage.file('/home/anna/kaspersky.txt', 'mine');
});
afterEach(() => {
  folder.remove();
  stage.remove();
});

const noPackages: Exec = async (request) =>
  ['dpkg-query', 'rpm'].includes(request.command) ? { kind: 'missing' } : exec(request);
const quarantine: Seat['quarantine'] = (run, path) =>
  linuxQuarantine(run, path, { exec: noPackages, root: stage.root });

/** What really lies below the vendor's folder. */
const realFiles = (path = '/var/opt/kaspersky'): Row<'files'>[] => {
  if (!stage.exists(path)) return [];
  const real = join(stage.root, path);
  if (!lstatSync(real).isDirectory()) return [{ path, kind: 'file' }];
  return [{ path, kind: 'folder' }, ...readdirSync(real).flatMap((name) => realFiles(`${path}/${name}`))];
};
const managed = (more: Partial<FakeComputer> = {}): FakeComputer => ({
  packages: [...(managedRows.packages ?? [])],
  readings: {
    get files() {
      return okReading(realFiles());
    },
  },
  ...more,
});
const clean = (more: Partial<FakeComputer> = {}): FakeComputer => managed({ packages: [], ...more });

const run = (seat: Seat, ...argv: string[]) => cli(folder.path, { quarantine, ...seat }, ...argv);
const go = ['remove', '--yes', '--accept', 'managed-redeploy', '--leftovers'];
const reportIn = ({ out }: Spoken): Report => JSON.parse(out) as Report;
const undoneIn = ({ out }: Spoken) =>
  JSON.parse(out) as { restored: number; refused: { what: string; why: string; code: string }[] };
const vendor = (): boolean => stage.exists('/var/opt/kaspersky');
const runs = (): string[] =>
  existsSync(join(folder.path, 'runs')) ? readdirSync(join(folder.path, 'runs')) : [];

describe('remove --leftovers', () => {
  test('ends removed with nothing left, says what was set aside and how to have it back', async () => {
    const computer = managed();
    const { code, out } = await run({ computer }, ...go);
    const [id = ''] = runs();
    expect([code, vendor()]).toEqual([0, false]);
    expect(out).toContain('Then what is left in these places is set aside. “undo” puts it back:');
    expect(out).toContain('Kaspersky is gone. We looked again to make sure.\n');
    expect(out).toContain(`Set aside: 2 things. “undo ${id}” puts them back.`);
    expect(out).toContain('  /var/opt/kaspersky/kesl (5 files and folders)');
    expect((await run({ computer }, 'scan')).code).toBe(0);
    expect((await run({ computer }, 'verify')).code).toBe(0);
    expect(readFileSync(join(stage.root, 'home/anna/kaspersky.txt'), 'utf8')).toBe('mine');
  });

  test('without it leaves them as they are', async () => {
    const report = reportIn(await run({ computer: managed() }, ...go.slice(0, -1), '--json'));
    expect([report.verdict, report.run?.leftovers, report.plan.leftovers]).toEqual([
      'removed',
      undefined,
      undefined,
    ]);
    expect(vendor()).toBe(true);
  });

  test('takes what an earlier removal left, too', async () => {
    const report = reportIn(await run({ computer: clean() }, 'remove', '--yes', '--leftovers', '--json'));
    expect([report.verdict, report.run?.actions, report.run?.leftovers?.finished]).toEqual([
      'removed',
      [],
      true,
    ]);
    expect(report.before?.detections.map(({ status }) => status)).toEqual(['leftovers']);
    expect((await run({ computer: clean() }, 'remove', '--yes', '--leftovers')).out).toContain(
      'There is nothing to remove.',
    );
    expect(runs()).toHaveLength(1);
  });

  test('touches none of them when the product stayed', async () => {
    const computer = managed({ staying: ['kesl'] });
    expect((await run({ computer }, ...go)).code).toBe(21);
    expect(vendor()).toBe(true);
  });

  test.each([
    ['no', 24, true],
    ['yes', 0, false],
  ])('asks, and for %s ends with %i', async (answer, code, stays) => {
    const asked = await run({ computer: clean(), answer: () => answer }, 'remove', '--leftovers');
    expect([asked.code, vendor()]).toEqual([code, stays]);
    expect(asked.err).toContain('Set aside what is left now? Type yes to go on: ');
    expect(asked.out).toContain('What is left in these places is set aside.');
  });

  test('asks once for both', async () => {
    const both = await run(
      { computer: managed(), answer: () => 'yes' },
      ...go.filter((word) => word !== '--yes'),
    );
    expect(both.err).toContain('Remove 3 items now, then set aside what is left? Type yes to go on: ');
    expect([both.code, vendor()]).toEqual([0, false]);
  });

  test('in a dry run names the places and changes nothing', async () => {
    const report = reportIn(
      await run({ computer: managed() }, 'remove', '--dry-run', '--leftovers', '--json'),
    );
    expect(report.plan.leftovers?.map(({ id }) => id)).toEqual([
      'files:/var/opt/kaspersky/kesl',
      'empty-folder:/var/opt/kaspersky',
    ]);
    expect([vendor(), runs()]).toEqual([true, []]);
  });

  test.each<[string, Seat, number]>([
    ['rights are missing', { computer: { ...managed(), host: { elevated: false } } }, 23],
    ['nothing here can set them aside', { computer: managed(), quarantine: undefined }, 64],
  ])('when %s changes nothing', async (_why, seat, code) => {
    const computer = managed(seat.computer?.host === undefined ? {} : { host: seat.computer.host });
    const done = await run({ ...seat, computer }, ...go);
    expect([done.code, vendor(), runs(), computer.packages?.length]).toEqual([code, true, [], 3]);
  });

  test('names the places in a dry run also where they cannot be set aside', async () => {
    const seat: Seat = { computer: managed(), quarantine: undefined };
    expect((await run(seat, 'remove', '--dry-run', '--leftovers')).out).toContain(
      '/var/opt/kaspersky/kesl\n',
    );
  });

  test('has the package manager purge what it remembers of a package that was removed before', async () => {
    const remembered = { ...managedRows.packages?.[0], state: 'config-files' };
    const computer = clean({ packages: [remembered] });
    expect((await run({ computer }, 'remove', '--yes')).code).toBe(0);
    expect(computer.packages).toHaveLength(1);
    const report = reportIn(await run({ computer }, 'remove', '--yes', '--leftovers', '--json'));
    expect(report.run?.actions.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['linux-kesl:dpkg:kesl', 'removed'],
    ]);
    expect(report.plan.actions[0]?.title).toBe(
      'Remove the settings of Kaspersky Endpoint Security for Linux (package kesl)',
    );
    expect([report.verdict, computer.packages, vendor()]).toEqual(['removed', [], false]);
  });

  test('leaves people’s quarantined files until that hazard is accepted', async () => {
    stage.file('/var/opt/kaspersky/kesl/common/objects-backup/17', 'hers');
    const first = await run({ computer: clean() }, 'remove', '--yes', '--leftovers');
    expect(first.code).toBe(0);
    expect(first.out).toContain(
      '  /var/opt/kaspersky/kesl/common/objects-backup/17: Files or passwords of people may be in it. Accept the hazard named here to include it. (quarantine)',
    );
    expect(stage.exists('/var/opt/kaspersky/kesl/common/objects-backup/17')).toBe(true);
    await run({ computer: clean() }, 'remove', '--yes', '--leftovers', '--accept', 'quarantine');
    expect(vendor()).toBe(false);
  });

  test('the printed report tells what is in quarantine and what stays', async () => {
    stage.file('/var/opt/kaspersky/kesl/common/objects-backup/17', 'hers');
    await run({ computer: clean() }, 'remove', '--yes', '--leftovers');
    const file = join(folder.path, 'r.html');
    expect((await run({ computer: clean() }, 'report', '--format', 'html', '--out', file)).code).toBe(0);
    const html = readFileSync(file, 'utf8');
    expect(html).toContain('Leftovers set aside');
    expect(html).toContain('/var/opt/kaspersky/kesl/install');
    expect(html).toContain('Leftovers left alone');
    expect(html).toContain('objects-backup/17');
  });
});

describe('undo', () => {
  test('puts everything back, and a second time nothing', async () => {
    const before = stage.state();
    await run({ computer: managed() }, ...go);
    const [id = ''] = runs();
    const done = await run({ computer: clean() }, 'undo', id, '--json');
    expect([done.code, JSON.parse(done.out)]).toEqual([
      0,
      { schema: 'removal-assistant/undo/1', run: id, restored: 2, refused: [] },
    ]);
    expect([...stage.state()].filter(([path]) => path !== '/var/opt')).toEqual(
      [...before].filter(([path]) => path !== '/var/opt'),
    );
    const again = await run({ computer: clean() }, 'undo', id);
    expect(again).toEqual({ code: 0, out: 'Nothing of this run is in quarantine.\n', err: '' });
    expect((await run({ computer: clean() }, 'verify')).out).not.toContain('Set aside');
    // Somebody wanted them back: going on with the run does not take them again.
    expect((await run({ computer: clean() }, 'resume', '--yes')).code).toBe(0);
    expect(vendor()).toBe(true);
  });

  test('names what has changed meanwhile, leaves it, and ends with 21', async () => {
    await run({ computer: managed() }, ...go);
    const [id = ''] = runs();
    stage.file('/var/opt/kaspersky/kesl/new', 'installed again');
    const done = await run({ computer: clean() }, 'undo', id, '--json');
    expect(done.code).toBe(21);
    expect(undoneIn(done)).toMatchObject({
      restored: 1,
      refused: [
        {
          what: '/var/opt/kaspersky/kesl',
          why: 'Something is there now. We left it as it is.',
          code: 'occupied',
        },
      ],
    });
    expect(readdirSync(join(stage.root, 'var/opt/kaspersky/kesl'))).toEqual(['new']);
    const text = await run({ computer: clean() }, 'undo', id);
    expect(text.out).toContain('Not put back:\n  /var/opt/kaspersky/kesl: Something is there now.');
  });

  test('of an altered quarantine, or another run’s, is refused with one sentence and 65', async () => {
    await run({ computer: managed() }, ...go);
    const [id = ''] = runs();
    const record = join(folder.path, 'runs', id, 'quarantine/0001/record.json');
    const text = readFileSync(record, 'utf8');
    for (const altered of [
      text.replace('"mode":384', '"mode":511'),
      text.replaceAll(id, '20200101-000000-000000'),
    ]) {
      writeFileSync(record, altered);
      const { code, out, err } = await run({ computer: clean() }, 'undo', id);
      expect([code, out]).toEqual([65, '']);
      expect(err).toMatch(
        /^The quarantine of run \S+ is not as it was written: record 1 [^\n]+\. Nothing was put back\.\n$/,
      );
      expect(vendor()).toBe(false);
    }
  });

  test.each([['20200101-000000-000000'], ['../../etc'], ['']])('of no run (%j) ends with 65', async (id) => {
    expect((await run({ computer: clean() }, 'undo', id)).code).toBe(65);
  });

  test('of another computer’s run ends with 65', async () => {
    await run({ computer: managed() }, ...go);
    const other = clean({ host: { name: 'pc2' } });
    expect((await run({ computer: other }, 'undo', runs()[0] ?? '')).code).toBe(65);
    expect(vendor()).toBe(false);
  });

  test('without rights ends with 23, also where only administrators could see whether there is such a run', async () => {
    await run({ computer: managed() }, ...go);
    const user = clean({ host: { elevated: false } });
    const done = await run({ computer: user }, 'undo', runs()[0] ?? '');
    expect([done.code, done.err]).toEqual([
      23,
      'Putting things back needs administrator rights. Start again as administrator, for example with sudo.\n',
    ]);
    expect((await run({ computer: user }, 'undo', '20200101-000000-000000')).code).toBe(23);
    expect((await run({ computer: user }, 'undo', 'x')).code).toBe(65);
  });

  test('stopped by the person says what is still to be put back', async () => {
    await run({ computer: managed() }, ...go);
    const stop = new AbortController();
    stop.abort();
    const done = await run({ computer: clean(), stop }, 'undo', runs()[0] ?? '', '--json');
    expect([done.code, undoneIn(done).refused.map(({ code }) => code)]).toEqual([
      24,
      ['cancelled', 'cancelled'],
    ]);
  });
});

describe('resume', () => {
  test('goes on with leftovers whose run was cut off among them, after a question', async () => {
    await run({ computer: managed() }, ...go);
    const [id = ''] = runs();
    const journal = join(folder.path, 'runs', id, 'journal.jsonl');
    const lines = readFileSync(journal, 'utf8').split('\n');
    // In the middle of the first thing: it is in the quarantine, and the journal does not know yet.
    const kept = lines.slice(0, lines.findIndex((line) => line.includes('leftover-started')) + 1);
    truncateSync(journal, Buffer.byteLength(`${kept.join('\n')}\n`));
    stage.folder('/var/opt/kaspersky/klnagent');
    expect((await run({ computer: clean() }, 'resume')).code).toBe(64);
    const asked = await run({ computer: clean(), answer: () => 'yes' }, 'resume', '--json');
    expect(asked.err).toContain('Set aside what is left now?');
    expect([asked.code, vendor()]).toEqual([0, false]);
    expect(reportIn(asked).run?.leftovers).toMatchObject({
      finished: true,
      setAside: [
        { what: '/var/opt/kaspersky/kesl' },
        { what: '/var/opt/kaspersky/klnagent' },
        { what: '/var/opt/kaspersky' },
      ],
    });
    expect((await run({ computer: clean() }, 'undo', id)).out).toContain('3 things were put back.');
  });

  test('still has the package manager purge what it was to purge', async () => {
    const computer = clean({ packages: [{ ...managedRows.packages?.[0], state: 'config-files' }] });
    const stop = new AbortController();
    computer.tool = () => 'busy';
    expect((await run({ computer, stop }, 'remove', '--yes', '--leftovers')).code).toBe(21);
    expect([computer.packages?.length, vendor()]).toEqual([1, true]);
    delete computer.tool;
    expect((await run({ computer }, 'resume', '--yes')).code).toBe(0);
    expect([computer.packages, vendor()]).toEqual([[], false]);
  });
});
