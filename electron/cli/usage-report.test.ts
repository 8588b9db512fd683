import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { debianSnapshot, managedRows, packageRow } from '../core/testing/hosts.ts';
import { cli, temporaryFolder } from './testing/cli.ts';
import type { FakeComputer, Seat } from './testing/cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => folder.remove());

const run = (seat: Seat, ...argv: string[]) => cli(folder.path, seat, ...argv);
const at = (name: string): string => join(folder.path, name);
const managed = (): FakeComputer => ({ packages: [...(managedRows.packages ?? [])] });
const go = ['remove', '--yes', '--accept', 'managed-redeploy'];

describe('report', () => {
  test('of the latest run is written as HTML, JSON and CSV', async () => {
    const done = await run({ computer: managed() }, ...go, '--json');
    for (const format of ['html', 'json', 'csv']) {
      const { code, out } = await run({}, 'report', '--format', format, '--out', at(`r.${format}`));
      expect([code, out]).toEqual([0, `Saved ${at(`r.${format}`)}\n`]);
    }
    expect(readFileSync(at('r.html'), 'utf8')).toContain('Kaspersky removal report');
    expect(readFileSync(at('r.csv'), 'utf8')).toContain('removed');
    const { code, err } = await run({}, 'report', '--raw', '--format', 'json', '--out', at('r.json'));
    expect([code, err]).toEqual([0, `What was in ${at('r.json')} before was replaced.\n`]);
    expect(readFileSync(at('r.json'), 'utf8')).toBe(done.out);
  });

  test('of a named run prints it with --json too', async () => {
    const done = await run({ computer: managed() }, ...go, '--json');
    const { run: made } = JSON.parse(done.out) as { run: { id: string } };
    const argv = ['report', made.id, '--raw', '--format', 'csv', '--out', at('r.csv'), '--json'];
    expect((await run({}, ...argv)).out).toBe(done.out);
  });

  test('of a saved scan is an identification', async () => {
    writeFileSync(at('s.json'), JSON.stringify(debianSnapshot(managedRows)));
    const argv = ['report', '--from', at('s.json'), '--format', 'html', '--out', at('r.html')];
    expect((await run({}, ...argv)).code).toBe(0);
    expect(readFileSync(at('r.html'), 'utf8')).toContain('Kaspersky identification report');
  });

  test('of a report file is rendered again, unless it was altered', async () => {
    const { out } = await run({ computer: managed() }, 'scan', '--json');
    writeFileSync(at('in.json'), out);
    const argv = ['report', '--in', at('in.json'), '--format', 'csv', '--out', at('r.csv')];
    expect((await run({}, ...argv)).code).toBe(0);
    writeFileSync(at('in.json'), out.replace('"found"', '"clean"'));
    expect((await run({}, ...argv)).code).toBe(65);
  });

  test.each<[string[], number, string]>([
    [['--format', 'pdf', '--out', 'x'], 64, 'cannot print a PDF'],
    [['--format', 'docx', '--out', 'x'], 64, 'Choose html, json or csv'],
    [['--format', 'csv'], 64, '--out'],
    [['--format', 'csv', '--out', 'x', '--from', 'a', '--in', 'b'], 64, 'do not go together'],
    [['20261123-100000-000001', '--in', 'b', '--format', 'csv', '--out', 'x'], 64, 'Use only one of these'],
    [['--format', 'csv', '--out', 'x'], 65, 'No removal has been run'],
    [['20261123-100000-000001', '--format', 'csv', '--out', 'x'], 65, 'There is no run'],
  ])('%j is refused', async (argv, code, sentence) => {
    const spoken = await run({}, 'report', ...argv);
    expect([spoken.code, spoken.out]).toEqual([code, '']);
    expect(spoken.err).toContain(sentence);
  });
});

describe('schema', () => {
  const validator = async (kind: string) => {
    const { code, out } = await run({}, 'schema', kind);
    expect(code).toBe(0);
    const document = JSON.parse(out) as { $schema: string; $id: string; title: string };
    expect(document.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(document.$id).toBe(`urn:removal-assistant:${kind}:1`);
    expect(document.title).toBe(`Kaspersky Removal Assistant: ${kind}`);
    return new Ajv2020({ validateFormats: false }).compile(document);
  };

  test('of a report fits every report that is printed', async () => {
    const fits = await validator('report');
    const computer = managed();
    const closed: FakeComputer = { readings: { files: { kind: 'failed', why: 'x' } } };
    for (const spoken of [
      await run({ computer }, 'scan', '--json'),
      await run({ computer: closed }, 'scan', '--json'),
      await run({ computer: {} }, 'plan', '--json'),
      await run({ computer }, 'remove', '--dry-run', '--json'),
      await run({ computer }, ...go, '--json', '--ticket', 'T'),
      await run({ computer }, 'verify', '--json'),
      await run({ computer }, 'remove', '--yes', '--json'),
    ]) {
      fits(JSON.parse(spoken.out));
      expect(fits.errors).toBeNull();
    }
    expect(fits({ schema: 'removal-assistant/report/1' })).toBe(false);
  });

  test('of a snapshot fits what scan saves, and what has parts that are not known yet', async () => {
    const fits = await validator('snapshot');
    await run({ computer: managed() }, 'scan', '--save', at('s.json'));
    const saved = JSON.parse(readFileSync(at('s.json'), 'utf8')) as { readings: object };
    expect(fits(saved)).toBe(true);
    expect(fits({ ...saved, readings: { ...saved.readings, moods: { kind: 'ok', rows: [] } } })).toBe(true);
    expect(fits({ ...saved, readings: { packages: { kind: 'ok', rows: [{ name: 5 }] } } })).toBe(false);
  });

  test('of anything else is wrong usage', async () => {
    expect((await run({}, 'schema', 'moods')).code).toBe(64);
    expect((await run({}, 'schema')).code).toBe(64);
  });
});

describe('wrong usage', () => {
  test.each([
    [[], 'Say what to do'],
    [['--json'], 'Say what to do'],
    [['fly'], 'Unknown command “fly”'],
    [['undo'], '“RUN” is missing'],
    [['scna'], 'Unknown command “scna” (perhaps you mean scan)'],
    [['--fast'], 'Unknown option “--fast”'],
    [['scan', '--leftovers'], 'Unknown option “--leftovers”'],
    [['scan', 'everything'], 'There are too many words'],
    [['scan', '--save'], 'The option “--save <FILE>” needs a value'],
    [['scan', '--save', 'a', '--from', 'b'], 'do not go together'],
    [['verify', '--run', 'a', '--report', 'b'], 'do not go together'],
    [['fly\u001b[2J'], 'Unknown command'],
    [['schema', 'moods'], '“moods” does not fit “KIND”. You can choose'],
    [['remove', '--lock-wait', 'long'], '“long” does not fit “--lock-wait <SECONDS>”. Give whole seconds'],
    [['scan', '--lang', 'tlh'], 'Choose one of these languages: de, en, es, fr'],
    [['report', '--format', 'csv'], 'The option “--out <FILE>” is needed'],
  ])('%j is answered with one sentence and 64', async (argv, sentence) => {
    const { code, out, err } = await run({ computer: {} }, ...argv);
    expect(code).toBe(64);
    expect(err).toContain(sentence);
    expect(err).toMatch(/^[^\n\u001b]+ Run “removal-assistant --help” to see what is\.\n$/);
    if (argv.includes('--json'))
      expect(JSON.parse(out)).toMatchObject({ problem: { code: 'usage' }, exit: 64 });
    else expect(out).toBe('');
  });
});

describe('help', () => {
  test('names every command with examples, and the version', async () => {
    const { code, out, err } = await run({}, '--help');
    expect([code, err]).toEqual([0, '']);
    for (const name of ['scan', 'plan', 'remove', 'verify', 'undo', 'report', 'map', 'schema'])
      expect(out).toContain(`  ${name} `);
    expect(out).toContain('Examples:\n  removal-assistant scan');
    expect(await run({}, '--version')).toEqual({ code: 0, out: '1.2.3\n', err: '' });
  });

  test.each(['scan', 'plan', 'remove', 'verify', 'undo', 'report', 'map', 'schema'])(
    'of %s shows its examples and the common options',
    async (name) => {
      const { code, out } = await run({}, name, '--help');
      expect(code).toBe(0);
      expect(out).toContain(`Examples:\n  removal-assistant ${name}`);
      expect(out).toContain('--json');
    },
  );
});

describe('a Problem with --json', () => {
  test('is the one document on standard output, and a sentence on standard error', async () => {
    const { code, out, err } = await run({ computer: managed() }, 'remove', '--yes', '--json');
    expect(code).toBe(22);
    expect(JSON.parse(out)).toEqual({
      schema: 'removal-assistant/problem/1',
      problem: { code: 'blocked-by-hazard', values: { hazards: 'managed-redeploy' } },
      message: 'Stopped before any change: managed-redeploy.',
      exit: 22,
    });
    expect(err).toBe('Stopped before any change: managed-redeploy.\n');
  });
});

describe('a bug', () => {
  const broken: FakeComputer = {
    packages: [packageRow('kesl')],
    tool: () => {
      throw new TypeError('no such thing');
    },
  };

  test('ends with 70 and one sentence; the stack is for those who ask for it', async () => {
    const quiet = await run({ computer: broken }, ...go);
    expect([quiet.code, quiet.err]).toEqual([70, 'Something went wrong in this program: no such thing.\n']);
    expect((await run({ computer: broken, debug: true }, ...go)).err).toContain(
      'TypeError: no such thing\n    at ',
    );
  });
});
