import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FleetMap } from '../core/model/map.ts';
import { managedRows } from '../core/testing/hosts.ts';
import { cli, temporaryFolder } from './testing/cli.ts';
import type { FakeComputer } from './testing/cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(at('reports'));
});
afterEach(() => folder.remove());

const at = (...names: string[]): string => join(folder.path, ...names);
const run = (...argv: string[]) => cli(folder.path, {}, ...argv);
const managed: FakeComputer = { packages: [...(managedRows.packages ?? [])], host: { name: 'pc-found' } };

/** Reports of real scans by this very program: one found, one clean, one that could not look. */
const scans = async (): Promise<void> => {
  const closed = { readings: { files: { kind: 'failed', why: 'x' } as const }, host: { name: 'pc-closed' } };
  const computers: FakeComputer[] = [managed, { host: { name: 'pc-clean' } }, closed];
  for (const [index, computer] of computers.entries()) {
    const { out } = await cli(folder.path, { computer }, 'scan', '--json', '--asset-tag', `PC-${index}`);
    writeFileSync(at('reports', `${index}.json`), out);
  }
};

const mapOf = async (...argv: string[]): Promise<FleetMap> => {
  const { code, out } = await run('map', at('reports'), ...argv, '--json');
  expect(code).toBe(0);
  return JSON.parse(out) as FleetMap;
};

describe('map', () => {
  test('of the reports of this program says how each computer stands', async () => {
    await scans();
    const map = await mapOf();
    expect(map.computers.map(({ label, state, coverage }) => [label, state, coverage])).toEqual([
      ['PC-0', 'present', 'looked'],
      ['PC-1', 'clean', 'looked'],
      ['PC-2', 'unknown', 'partly'],
    ]);
    expect(map.products).toMatchObject([
      { productId: 'linux-kesl', version: '12.1.0-1297', present: 1, removed: 0 },
      { productId: 'linux-nagent', present: 1 },
    ]);
  });

  test('follows a computer from found to removed, whichever report is read first', async () => {
    const computer: FakeComputer = { packages: [...(managedRows.packages ?? [])] };
    const found = await cli(folder.path, { computer }, 'scan', '--json');
    writeFileSync(at('reports', 'z.json'), found.out);
    const removed = await cli(
      folder.path,
      { computer },
      'remove',
      '--yes',
      '--accept',
      'managed-redeploy',
      '--json',
    );
    writeFileSync(at('reports', 'a.json'), removed.out);
    const map = await mapOf();
    expect(map.computers).toMatchObject([{ label: 'pc1', reports: 2 }]);
    // Both looks bear the same moment here, as the clock of the test stands still: the worse one counts.
    expect(map.computers[0]?.state).toBe('in-work');
    rmSync(at('reports', 'z.json'));
    expect((await mapOf()).computers[0]).toMatchObject({
      state: 'removed',
      products: [{ status: 'removed' }, { status: 'removed' }],
    });
  });

  test('fits its own schema, with and without a directive and a list of assets', async () => {
    await scans();
    writeFileSync(at('assets.txt'), 'PC-0\npc-clean\nPC-9\n');
    const { out } = await run('schema', 'map');
    const fits = new Ajv2020({ validateFormats: false }).compile(JSON.parse(out) as object);
    for (const argv of [[], ['--directive', 'bod-17-01'], ['--assets', at('assets.txt')]]) {
      fits(await mapOf(...argv));
      expect(fits.errors).toBeNull();
    }
    expect(fits({ schema: 'removal-assistant/map/1' })).toBe(false);
  });

  test('counts the days of a directive from the day that is given, and who is missing by the list', async () => {
    await scans();
    writeFileSync(at('assets.csv'), 'Site;Asset Tag\r\nNorth;PC-0\r\nNorth;PC-1\r\n"Old; cellar";PC-9\r\n');
    const map = await mapOf(
      '--directive',
      'bod-17-01',
      '--start',
      '2026-11-01',
      '--assets',
      at('assets.csv'),
    );
    expect(map.directive).toMatchObject({ start: '2026-11-01', today: '2026-11-23', day: 22 });
    expect(map.directive?.phases).toMatchObject([
      { id: 'identify', due: '2026-12-01', daysLeft: 8, state: 'open', done: 2, open: 2, ratePerDay: 0.23 },
      { id: 'plan', daysLeft: 38, state: 'open', open: 1 },
      { id: 'begin-removal', daysLeft: 68, state: 'open', open: 1 },
    ]);
    expect(map.computers.map(({ label, site, state, marks }) => [label, site, state, ...marks])).toEqual([
      ['PC-0', 'North', 'present'],
      ['PC-1', 'North', 'clean'],
      ['PC-2', '', 'unknown', 'unlisted'],
      ['PC-9', 'Old; cellar', 'missing'],
    ]);
  });

  test('without a list of assets says of nothing that it is whole', async () => {
    await scans();
    rmSync(at('reports', '2.json'));
    const [identify] = (await mapOf('--directive', 'bod-17-01')).directive?.phases ?? [];
    expect(identify).toMatchObject({ open: 0, state: 'no-list' });
  });

  test('writes JSON, CSV and HTML by the ending, and the form to fill in', async () => {
    await scans();
    for (const name of ['map.json', 'map.csv', 'map.html', 'form.html', 'form.csv']) {
      const option = name.startsWith('map') ? '--out' : '--form';
      const { code, err } = await run('map', at('reports'), option, at(name), '--directive', 'bod-17-01');
      expect([code, err]).toEqual([0, `Saved ${at(name)}\n`]);
    }
    expect((JSON.parse(readFileSync(at('map.json'), 'utf8')) as FleetMap).computers).toHaveLength(3);
    const lines = readFileSync(at('map.csv'), 'utf8').split('\r\n');
    expect(lines[0]).toMatch(/^computer,assetTag,name,site,/);
    expect(lines).toHaveLength(6);
    const html = readFileSync(at('map.html'), 'utf8');
    for (const words of ['BOD 17-01', 'Still here', 'A computer without a report never counts as clean'])
      expect(html).toContain(words);
    expect(html).not.toContain('<script');
    expect(readFileSync(at('form.html'), 'utf8')).toMatch(/contenteditable="true"/);
    expect(readFileSync(at('form.csv'), 'utf8')).toContain('Contact: name');
    const { out } = await run('map', at('reports'), '--format', 'csv', '--directive', 'bod-17-01');
    expect(out).toBe(readFileSync(at('map.csv'), 'utf8'));
  });

  test('does not let a report speak for a computer once it was altered', async () => {
    await scans();
    const file = at('reports', '0.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"verdict": "found"', '"verdict": "clean"'));
    const map = await mapOf();
    expect(map.altered).toEqual([{ file: '0.json', label: 'PC-0' }]);
    expect(map.computers[0]).toMatchObject({ label: 'PC-0', state: 'unknown', coverage: 'unusable' });
    expect((await run('map', at('reports'))).out).toContain('0.json: altered after it was written');
  });

  test('lists what it cannot read and does the rest', async () => {
    await scans();
    mkdirSync(at('reports', 'deep'));
    symlinkSync(at('reports'), at('reports', 'deep', 'again'));
    writeFileSync(at('reports', 'deep', 'cut.json'), '{"schema":"removal-ass');
    writeFileSync(at('reports', 'deep', 'huge.json'), Buffer.alloc(33 * 1024 * 1024, 0x20));
    writeFileSync(at('reports', 'deep', 'other\u001b[2J.json'), '{"tool":"x"}');
    const { code, out } = await run('map', at('reports'));
    expect(code).toBe(0);
    expect(out).toContain('3 reports for 3 computers');
    expect(out).toContain('deep/cut.json: not JSON, or cut off');
    expect(out).toContain('deep/huge.json: larger than 32 MB');
    expect(out).toContain('deep/again: a link');
    expect(out).toContain('deep/other␛[2J.json: a file of another tool');
    expect(out).not.toContain('\u001b');
  });

  test('of nothing but missing computers is a map too', async () => {
    writeFileSync(at('assets.txt'), 'PC-1\nPC-2\nPC-1\n');
    expect((await mapOf('--assets', at('assets.txt'))).totals.states).toMatchObject({ missing: 2, clean: 0 });
  });
});

describe('bad input to map', () => {
  const directive = {
    schema: 'removal-assistant/directive/1',
    id: 'ours',
    name: 'Our order',
    start: '2026-11-01',
    phases: [{ id: 'all', days: 10, measure: 'gone' }],
  };
  const files: Record<string, string> = {
    'typo.json': JSON.stringify({ ...directive, phasse: [] }),
    'phase.json': JSON.stringify({ ...directive, phases: [{ id: 'x', dayz: 3, measure: 'gone' }] }),
    'value.json': JSON.stringify({ ...directive, phases: [{ id: 'x', days: 3, measure: 'lokked' }] }),
    'day.json': JSON.stringify({ ...directive, start: '2026-02-30' }),
    'other.json': '{"schema":"removal-assistant/snapshot/1"}',
    'text.json': 'thirty days',
    'columns.csv': 'Owner,Room\nme,4\n',
    'empty.csv': 'Asset Tag,Name\n',
    'latin.csv': '',
  };

  test.each<[string[], number, string]>([
    [['nowhere'], 65, 'Could not read the folder'],
    [['reports'], 65, 'There is no report in'],
    [['typo.json'], 65, 'a part of the path is not a folder'],
    [
      ['reports', '--directive', 'bod-17-02'],
      65,
      'There is no directive and no file “bod-17-02”. Built in: bod-17-01.',
    ],
    [['reports', '--directive', '@typo.json'], 65, 'at phasse: not a known key. Did you mean “phases”?'],
    [
      ['reports', '--directive', '@phase.json'],
      65,
      'at phases.0.dayz: not a known key. Did you mean “days”?',
    ],
    [['reports', '--directive', '@value.json'], 65, 'Did you mean “looked”?'],
    [['reports', '--directive', '@day.json'], 65, 'at start: not a day of the calendar'],
    [['reports', '--directive', '@other.json'], 65, 'is not a removal-assistant/directive/1 file'],
    [['reports', '--directive', '@text.json'], 65, 'is not JSON'],
    [['reports', '--assets', '@columns.csv'], 65, 'its headings are: Owner, Room'],
    [['reports', '--assets', '@empty.csv'], 65, 'names no computer'],
    [['reports', '--assets', '@latin.csv'], 65, 'it is not text in UTF-8 or UTF-16'],
    [['reports', '--assets', '@gone.csv'], 65, 'There is no file'],
    [['reports', '--start', '2026-11-01'], 64, 'The option “--start” goes with “--directive”'],
    [['reports', '--start', '1.11.2026'], 64, 'YYYY-MM-DD'],
    [['reports', '--format', 'pdf'], 64, 'Choose html, json or csv'],
    [['reports', '--out', 'map.docx'], 64, 'Choose html, json or csv'],
    [['reports', '--form', 'form.docx'], 64, 'that ends in .html or .csv'],
    [[], 64, '“DIR” is missing'],
  ])('%j is answered with one sentence and %i', async (argv, code, sentence) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
    writeFileSync(at('latin.csv'), Buffer.from('Name\nB\u00fcro\n', 'latin1'));
    const [dir, ...rest] = argv.map((word) => (word.startsWith('@') ? at(word.slice(1)) : word));
    const spoken = await run('map', ...(dir === undefined ? [] : [at(dir)]), ...rest);
    expect([spoken.code, spoken.out]).toEqual([code, '']);
    expect(spoken.err).toContain(sentence);
    expect(spoken.err).toMatch(/^[^\n]+\n$/);
  });
});
