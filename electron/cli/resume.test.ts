import { truncateSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../core/model/report.ts';
import { managedRows, packageRow } from '../core/testing/hosts.ts';
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
const go = ['remove', '--yes', '--accept', 'managed-redeploy', '--json'];
const reportIn = ({ out }: Spoken): Report => JSON.parse(out) as Report;
const namesLeft = ({ packages }: FakeComputer) => packages?.map((row) => row.name);

/** A removal whose program ended in the middle: the journal is cut after so many of its lines. */
const cutRun = async (computer: FakeComputer, lines: number): Promise<string> => {
  const id = reportIn(await run({ computer }, ...go)).run?.id ?? '';
  const journal = join(folder.path, 'runs', id, 'journal.jsonl');
  const kept = readFileSync(journal, 'utf8').split('\n').slice(0, lines).join('\n');
  // With half of the next line, as a power cut leaves it.
  truncateSync(journal, Buffer.byteLength(kept) + 20);
  return id;
};

describe('resume', () => {
  test('takes what is left of a run that was cut off, and nothing twice', async () => {
    const computer = managed();
    const id = await cutRun(computer, 3);
    computer.packages = [packageRow('kesl'), packageRow('klnagent64')];
    const asked: string[] = [];
    computer.tool = (name) => {
      asked.push(name);
      return 'removed';
    };
    const done = await run({ computer }, 'resume', '--yes', '--json');
    expect([done.code, reportIn(done).run?.id, reportIn(done).verdict]).toEqual([0, id, 'removed']);
    expect(asked).toEqual(['kesl', 'klnagent64']);
    expect(reportIn(done).run?.actions).toHaveLength(3);
    expect((await run({ computer }, 'verify')).code).toBe(0);
    expect((await run({ computer }, 'resume')).code).toBe(0);
  });

  test('before the restart that was asked for is 20 again, after it goes on to the end', async () => {
    const staying = ['kesl'];
    const computer = managed({ staying, tool: (name) => (name === 'kesl' ? 'restart-needed' : 'removed') });
    expect((await run({ computer }, ...go)).code).toBe(20);
    expect(namesLeft(computer)).toEqual(['kesl', 'klnagent64']);
    expect((await run({ computer }, 'resume', '--yes')).code).toBe(20);
    expect((await run({ computer }, 'verify')).code).toBe(20);
    computer.start = 'second start';
    computer.packages = [packageRow('klnagent64')];
    expect((await run({ computer }, 'verify')).code).toBe(21);
    expect((await run({ computer }, 'resume', '--yes')).code).toBe(0);
    expect(namesLeft(computer)).toEqual([]);
  });

  test('asks before it changes anything, and says what', async () => {
    const computer = managed();
    await cutRun(computer, 3);
    computer.packages = [packageRow('kesl'), packageRow('klnagent64')];
    expect((await run({ computer }, 'resume')).code).toBe(64);
    expect((await run({ computer, answer: () => 'no' }, 'resume')).code).toBe(24);
    expect(namesLeft(computer)).toEqual(['kesl', 'klnagent64']);
    const asked = await run({ computer, answer: () => 'yes' }, 'resume');
    expect(asked.err).toContain('Remove 2 items now?');
    expect([asked.code, namesLeft(computer)]).toEqual([0, []]);
  });

  test('needs the rights that a removal needs', async () => {
    const computer = managed();
    await cutRun(computer, 3);
    computer.packages = [packageRow('kesl')];
    computer.host = { elevated: false };
    expect((await run({ computer }, 'resume', '--yes')).code).toBe(23);
  });

  test('without any run, or of another computer, changes nothing and says so', async () => {
    expect((await run({ computer: managed() }, 'resume', '--yes')).code).toBe(65);
    const id = await cutRun(managed(), 3);
    const other = managed({ host: { name: 'pc2' } });
    expect((await run({ computer: other }, 'resume', '--run', id, '--yes')).code).toBe(65);
    expect((await run({ computer: other }, 'resume', '--run', '../x', '--yes')).code).toBe(65);
    expect(namesLeft(other)).toHaveLength(3);
  });
});

describe('passwords', () => {
  test('that were promised through standard input and did not come are wrong usage, before any change', async () => {
    const computer = managed();
    const done = await run({ computer }, ...go, '--password-stdin');
    expect([done.code, namesLeft(computer)?.length]).toEqual([64, 3]);
    expect((await run({ computer, input: 'a\nb\n' }, ...go, '--password-stdin')).code).toBe(64);
    expect((await run({ computer, input: 'S3cret\n' }, ...go, '--password-stdin')).code).toBe(0);
  });
});
