import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FleetMap } from '../model/map.ts';
import { parseAssets } from './assets.ts';
import { directives } from './directives.ts';
import type { ReportFacts, SeenProduct } from './facts.ts';
import { createFold } from './fold.ts';
import type { FoldEnding } from './roll-up.ts';
import { cellsOf, separatorOf } from './table-text.ts';

const kes: SeenProduct = { productId: 'linux-kesl', name: 'KESL', version: '12', status: 'installed' };
const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 10, 1);

let serial = 0;
const report = (more: Partial<ReportFacts>): ReportFacts => {
  serial += 1;
  const lookedAt = more.lookedAt ?? start;
  return {
    file: `${serial}.json`,
    site: '',
    sha256: `digest ${serial}`,
    intact: true,
    name: 'pc',
    os: 'linux',
    system: 'Debian',
    lookedAt,
    createdAt: lookedAt,
    verdict: 'clean',
    products: [],
    before: [],
    gaps: false,
    planned: false,
    ...more,
  };
};

const ending: FoldEnding = {
  folder: 'x',
  now: '2026-11-23T10:00:00.000Z',
  tool: { name: 't', version: '1' },
};
const mapOf = (reports: readonly ReportFacts[], more: Partial<FoldEnding> = {}): FleetMap => {
  const fold = createFold();
  for (const each of reports) fold.add(each);
  return fold.finish({ ...ending, ...more });
};
const statesOf = (map: FleetMap): string[] =>
  map.computers.map(({ label, state, marks }) => [label, state, ...marks].join(' '));

describe('the map', () => {
  test('is the same in whatever order its reports are read', () => {
    const of = <T>(...values: T[]) => fc.constantFrom(...values);
    const facts = fc.record({
      assetTag: of(undefined, 'T1', 'T2'),
      name: of(undefined, 'a', 'b'),
      machine: of(undefined, 'm1', 'm2'),
      lookedAt: of(start, start + day, start + 900 * day),
      verdict: of<ReportFacts['verdict']>('clean', 'found', 'removed', 'unknown', 'leftovers'),
      products: of([], [kes]),
      intact: of(true, true, true, false),
      sha256: of('one', 'two', 'three', 'four', 'five', 'six'),
      file: fc.string({ minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 12 }), fc.nat(), (some, seed) => {
        // One digest is one content.
        const unique = [
          ...new Map(some.map((each) => [`${each.sha256} ${String(each.intact)}`, each])).values(),
        ];
        const reports = [...new Map(unique.map((each) => [each.file, each])).values()].map(report);
        const shuffled = reports.toSorted((a, b) => hash(a.file, seed) - hash(b.file, seed));
        expect(mapOf(shuffled)).toEqual(mapOf(reports));
      }),
      { numRuns: 400 },
    );
  });

  test.each<[string, Partial<ReportFacts>[], string[]]>([
    [
      'a later look overrules',
      [{ verdict: 'clean' }, { verdict: 'found', products: [kes], lookedAt: start + 1 }],
      ['pc present'],
    ],
    [
      'what went is removed',
      [{ verdict: 'found', products: [kes] }, { lookedAt: start + 1 }],
      ['pc removed'],
    ],
    [
      'one tag with two marks is two',
      [
        { assetTag: 'T', machine: 'a' },
        { assetTag: 't ', machine: 'b' },
      ],
      ['T clean conflict', 't  clean conflict'],
    ],
    [
      'no tag joins the only name',
      [
        { assetTag: 'T', machine: 'a' },
        { machine: 'a', lookedAt: start + 1 },
      ],
      ['T clean'],
    ],
    [
      'another mark does not join',
      [{ assetTag: 'T', machine: 'a' }, { machine: 'b' }],
      ['pc clean', 'T clean'],
    ],
    [
      'clones are counted each',
      [
        { name: 'a', machine: 'm' },
        { name: 'b', machine: 'm' },
      ],
      ['a clean clone', 'b clean clone'],
    ],
    [
      'without names the mark tells',
      [{ machine: 'm' }, { name: undefined, machine: 'm', lookedAt: start + 1 }],
      ['pc clean'],
    ],
    ['altered decides nothing', [{ intact: false }], ['pc unknown altered']],
    ['the future decides nothing', [{ lookedAt: start + 900 * day }], ['pc unknown future']],
    ['clean with a closed place is not', [{ gaps: true }], ['pc unknown']],
    [
      'leftovers after a run are removed',
      [{ verdict: 'removed', before: [kes], ranAt: start, products: [{ ...kes, status: 'leftovers' }] }],
      ['pc removed'],
    ],
  ])('%s', (_rule, reports, expected) => {
    expect(statesOf(mapOf(reports.map(report)))).toEqual(expected);
  });

  test('counts who was first looked at after the day as late', () => {
    const directive = { ...directives[0]!, start: '2026-10-01' };
    const last = Date.UTC(2026, 9, 31, 23, 59);
    const reports = [
      report({ name: 'in time', lookedAt: last }),
      report({ name: 'late', lookedAt: last + 60_000 }),
    ];
    expect(statesOf(mapOf(reports, { directive }))).toEqual(['in time clean', 'late clean late']);
  });

  test('asks for as many a day as are left, the last day included', () => {
    const directive = { ...directives[0]!, start: '2026-10-24' };
    const reports = ['a', 'b', 'c'].map((name) => report({ name, gaps: true }));
    expect(mapOf(reports, { directive }).directive?.phases[0]).toMatchObject({
      daysLeft: 0,
      open: 3,
      ratePerDay: 3,
      state: 'open',
    });
  });
});

const hash = (text: string, seed: number): number =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).reduce(
    (sum, code) => (sum * 31 + code + seed) % 9973,
    seed % 97,
  );

describe('a list of assets', () => {
  test.each<[string, string, object[] | string]>([
    ['one name a line', 'PC-1\r\n\r\n  PC-2 \nPC-1', [{ either: 'PC-1' }, { either: 'PC-2' }]],
    ['one column with a heading', 'Computer name\nPC-1', [{ name: 'PC-1' }]],
    ['semicolons and quotes', 'Asset-Tag;Owner\n"A;1";"Me ""x"""', [{ assetTag: 'A;1' }]],
    ['tabs, German', 'Inventarnummer\tStandort\n7\tBonn', [{ assetTag: '7', site: 'Bonn' }]],
    ['bars, French', 'Nom|Lieu\nPC|Lyon', [{ name: 'PC', site: 'Lyon' }]],
    ['several columns without a heading', 'PC-1,me\nPC-2,you', 'bad-assets'],
    ['nothing', '\n \n', 'no-assets'],
  ])('%s', (_kind, text, expected) => {
    const parsed = parseAssets(text, 'list.csv');
    expect(parsed.ok ? parsed.value : parsed.problem.code).toEqual(expected);
  });

  test('is cut into cells as spreadsheets do', () => {
    expect(separatorOf('a,b;c;d')).toBe(';');
    expect(cellsOf('a,"b\n""c""",d\n"open', ',')).toEqual([['a', 'b\n"c"', 'd'], ['open']]);
  });
});
