import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { managedRows } from '../core/testing/hosts.ts';
import type { Seat } from './testing/cli.ts';
import { go, leftoverSeat, reportIn } from './testing/leftover-seat.ts';

let pc: ReturnType<typeof leftoverSeat>;
beforeEach(() => void (pc = leftoverSeat()));
afterEach(() => pc.remove());

describe('remove --leftovers', () => {
  test('ends removed with nothing left, says what was set aside and how to have it back', async () => {
    const computer = pc.managed();
    const { code, out } = await pc.run({ computer }, ...go);
    const [id = ''] = pc.runs();
    expect([code, pc.vendor()]).toEqual([0, false]);
    expect(out).toContain('Then what is left in these places is set aside. “undo” puts it back:');
    expect(out).toContain('Kaspersky is gone. We looked again to make sure.\n');
    expect(out).toContain(`Set aside: 2 things. “undo ${id}” puts them back.`);
    expect(out).toContain('  /var/opt/kaspersky/kesl (5 files and folders)');
    expect((await pc.run({ computer }, 'scan')).code).toBe(0);
    expect((await pc.run({ computer }, 'verify')).code).toBe(0);
    expect(readFileSync(join(pc.stage.root, 'home/anna/kaspersky.txt'), 'utf8')).toBe('mine');
  });

  test('without it leaves them as they are', async () => {
    const report = reportIn(await pc.run({ computer: pc.managed() }, ...go.slice(0, -1), '--json'));
    expect([report.verdict, report.run?.leftovers, report.plan.leftovers]).toEqual([
      'removed',
      undefined,
      undefined,
    ]);
    expect(pc.vendor()).toBe(true);
  });

  test('takes what an earlier removal left, too', async () => {
    const report = reportIn(
      await pc.run({ computer: pc.clean() }, 'remove', '--yes', '--leftovers', '--json'),
    );
    expect([report.verdict, report.run?.actions, report.run?.leftovers?.finished]).toEqual([
      'removed',
      [],
      true,
    ]);
    expect(report.before?.detections.map(({ status }) => status)).toEqual(['leftovers']);
    expect((await pc.run({ computer: pc.clean() }, 'remove', '--yes', '--leftovers')).out).toContain(
      'There is nothing to remove.',
    );
    expect(pc.runs()).toHaveLength(1);
  });

  test('touches none of them when the product stayed', async () => {
    const computer = pc.managed({ staying: ['kesl'] });
    expect((await pc.run({ computer }, ...go)).code).toBe(21);
    expect(pc.vendor()).toBe(true);
  });

  test.each([
    ['no', 24, true],
    ['yes', 0, false],
  ])('asks, and for %s ends with %i', async (answer, code, stays) => {
    const asked = await pc.run({ computer: pc.clean(), answer: () => answer }, 'remove', '--leftovers');
    expect([asked.code, pc.vendor()]).toEqual([code, stays]);
    expect(asked.err).toContain('Set aside what is left now? Type yes to go on: ');
    expect(asked.out).toContain('What is left in these places is set aside.');
  });

  test('asks once for both', async () => {
    const both = await pc.run(
      { computer: pc.managed(), answer: () => 'yes' },
      ...go.filter((word) => word !== '--yes'),
    );
    expect(both.err).toContain('Remove 3 items now, then set aside what is left? Type yes to go on: ');
    expect([both.code, pc.vendor()]).toEqual([0, false]);
  });

  test('in a dry run names the places and changes nothing', async () => {
    const report = reportIn(
      await pc.run({ computer: pc.managed() }, 'remove', '--dry-run', '--leftovers', '--json'),
    );
    expect(report.plan.leftovers?.map(({ id }) => id)).toEqual([
      'files:/var/opt/kaspersky/kesl',
      'empty-folder:/var/opt/kaspersky',
    ]);
    expect([pc.vendor(), pc.runs()]).toEqual([true, []]);
  });

  test.each<[string, Seat, number]>([
    ['rights are missing', { computer: { host: { elevated: false } } }, 23],
    ['nothing here can set them aside', { quarantine: undefined }, 64],
  ])('when %s changes nothing', async (_why, seat, code) => {
    const computer = pc.managed(seat.computer?.host === undefined ? {} : { host: seat.computer.host });
    const done = await pc.run({ ...seat, computer }, ...go);
    expect([done.code, pc.vendor(), pc.runs(), computer.packages?.length]).toEqual([code, true, [], 3]);
  });

  test('names the places in a dry run also where they cannot be set aside', async () => {
    const seat: Seat = { computer: pc.managed(), quarantine: undefined };
    expect((await pc.run(seat, 'remove', '--dry-run', '--leftovers')).out).toContain(
      '/var/opt/kaspersky/kesl\n',
    );
  });

  test('has the package manager purge what it remembers of a package that was removed before', async () => {
    const remembered = { ...managedRows.packages?.[0], state: 'config-files' };
    const computer = pc.clean({ packages: [remembered] });
    expect((await pc.run({ computer }, 'remove', '--yes')).code).toBe(0);
    expect(computer.packages).toHaveLength(1);
    const report = reportIn(await pc.run({ computer }, 'remove', '--yes', '--leftovers', '--json'));
    expect(report.run?.actions.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['linux-kesl:dpkg:kesl', 'removed'],
    ]);
    expect(report.plan.actions[0]?.title).toBe(
      'Remove the settings of Kaspersky Endpoint Security for Linux (package kesl)',
    );
    expect([report.verdict, computer.packages, pc.vendor()]).toEqual(['removed', [], false]);
  });

  test('leaves people’s quarantined files until that hazard is accepted', async () => {
    pc.stage.file('/var/opt/kaspersky/kesl/common/objects-backup/17', 'hers');
    const first = await pc.run({ computer: pc.clean() }, 'remove', '--yes', '--leftovers');
    expect(first.code).toBe(0);
    expect(first.out).toContain(
      '  /var/opt/kaspersky/kesl/common/objects-backup/17: Files or passwords of people may be in it, so it stays. Save what is needed; then “remove --leftovers --accept” with the name given here takes it along. (quarantine)',
    );
    expect(pc.stage.exists('/var/opt/kaspersky/kesl/common/objects-backup/17')).toBe(true);
    await pc.run({ computer: pc.clean() }, 'remove', '--yes', '--leftovers', '--accept', 'quarantine');
    expect(pc.vendor()).toBe(false);
  });

  test('the printed report tells what is in quarantine and what stays', async () => {
    pc.stage.file('/var/opt/kaspersky/kesl/common/objects-backup/17', 'hers');
    await pc.run({ computer: pc.clean() }, 'remove', '--yes', '--leftovers');
    const file = join(pc.state.path, 'r.html');
    expect((await pc.run({ computer: pc.clean() }, 'report', '--format', 'html', '--out', file)).code).toBe(
      0,
    );
    const html = readFileSync(file, 'utf8');
    expect(html).toContain('Leftovers set aside');
    expect(html).toContain('/var/opt/kaspersky/kesl/install');
    expect(html).toContain('Leftovers left alone');
    expect(html).toContain('objects-backup/17');
  });
});

describe('resume', () => {
  test('goes on with leftovers whose run was cut off among them, after a question', async () => {
    await pc.run({ computer: pc.managed() }, ...go);
    const [id = ''] = pc.runs();
    const journal = join(pc.state.path, 'runs', id, 'journal.jsonl');
    const lines = readFileSync(journal, 'utf8').split('\n');
    // In the middle of the first thing: it is in the quarantine, and the journal does not know yet.
    const kept = lines.slice(0, lines.findIndex((line) => line.includes('leftover-started')) + 1);
    truncateSync(journal, Buffer.byteLength(`${kept.join('\n')}\n`));
    pc.stage.folder('/var/opt/kaspersky/klnagent');
    expect((await pc.run({ computer: pc.clean() }, 'resume')).code).toBe(64);
    const asked = await pc.run({ computer: pc.clean(), answer: () => 'yes' }, 'resume', '--json');
    expect(asked.err).toContain('Set aside what is left now?');
    expect([asked.code, pc.vendor()]).toEqual([0, false]);
    expect(reportIn(asked).run?.leftovers).toMatchObject({
      finished: true,
      setAside: [
        { what: '/var/opt/kaspersky/kesl' },
        { what: '/var/opt/kaspersky/klnagent' },
        { what: '/var/opt/kaspersky' },
      ],
    });
    expect((await pc.run({ computer: pc.clean() }, 'undo', id)).out).toContain('3 things were put back.');
  });

  test('still has the package manager purge what it was to purge', async () => {
    const computer = pc.clean({ packages: [{ ...managedRows.packages?.[0], state: 'config-files' }] });
    const stop = new AbortController();
    computer.tool = () => 'busy';
    expect((await pc.run({ computer, stop }, 'remove', '--yes', '--leftovers')).code).toBe(21);
    expect([computer.packages?.length, pc.vendor()]).toEqual([1, true]);
    delete computer.tool;
    expect((await pc.run({ computer }, 'resume', '--yes')).code).toBe(0);
    expect([computer.packages, pc.vendor()]).toEqual([[], false]);
  });
});
