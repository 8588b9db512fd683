import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foundReport, hostileReport, removedReport } from '../testing/reports.ts';
import { csvLine } from './csv-line.ts';
import { reportToCsv } from './csv.ts';

/** A reader by RFC 4180, apart from the writer. */
const parse = (text: string): string[][] => {
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (const [whole, quoted, bare, end] of text.matchAll(cells)) {
    if (whole === '') break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
};

const linesOf = (text: string): Record<string, string>[] => {
  const [names = [], ...rows] = parse(text);
  return rows.map((row) => {
    expect(row).toHaveLength(names.length);
    return Object.fromEntries(names.map((name, at) => [name, row[at] ?? '']));
  });
};

describe('a report for spreadsheets', () => {
  test('has a line of its own, and one for each piece of evidence, before and now', () => {
    const report = removedReport();
    const lines = linesOf(reportToCsv(report));
    expect(lines[0]).toMatchObject({ record: 'report', verdict: 'removed', sha256: report.sha256 });
    const evidence = lines.filter(({ record }) => record === 'evidence');
    expect(evidence.filter(({ look }) => look === 'before')).toHaveLength(
      (report.before?.detections ?? []).flatMap((detection) => detection.evidence).length,
    );
    expect(evidence.some(({ look }) => look === 'now')).toBe(report.detections.length > 0);
  });

  test('tells who accepted which hazard, how each action ended, and what became of leftovers', () => {
    const lines = linesOf(reportToCsv(removedReport()));
    expect(lines).toContainEqual(
      expect.objectContaining({
        record: 'hazard',
        evidence: 'managed-redeploy',
        status: 'accepted',
        operator: 'J. Okafor',
        account: 'CORP\\anna',
        startedAt: '2026-11-26T14:11:02.000Z',
      }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({ record: 'action', status: 'already-gone', exitCode: '1605' }),
    );
    expect(lines).toContainEqual(expect.objectContaining({ record: 'set-aside', looked: '214' }));
    expect(lines).toContainEqual(expect.objectContaining({ record: 'left', reason: 'personal-data' }));
    expect(lines).toContainEqual(expect.objectContaining({ record: 'protection', status: 'active' }));
  });

  test('says what would be done when nothing was done yet', () => {
    const lines = linesOf(reportToCsv(foundReport()));
    expect(lines.some(({ record }) => record === 'planned')).toBe(true);
    expect(lines.some(({ record }) => record === 'action')).toBe(false);
  });
});

test.each([
  ['=1+1', '"\'=1+1"'],
  ['  @SUM(A1)', '"\'  @SUM(A1)"'],
  ['＝1', '"\'＝1"'],
  ['\t=1', '␉=1'],
  ['a;=1', '"a;=1"'],
  ['say "so"', '"say ""so"""'],
  ['plain', 'plain'],
])('%j becomes %s', (text, cell) => expect(csvLine([text])).toBe(`${cell}\r\n`));

test('a number of ours stays a number, below zero too', () => {
  expect(csvLine([-2147023293, 'x'])).toBe('-2147023293,x\r\n');
});

test('no text comes out as a formula, a second line or a hidden character, and each comes back', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), (texts) => {
      const line = csvLine(texts);
      const [cells = [], ...more] = parse(line);
      expect(more).toEqual([]);
      expect(cells).toHaveLength(texts.length);
      for (const cell of cells) {
        expect(cell).not.toMatch(/^\s*[=+\-@|%]/);
        expect(cell).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }
    }),
  );
  const spoiled = reportToCsv(hostileReport());
  expect(linesOf(spoiled).length).toBeGreaterThan(10);
  expect(spoiled.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
});
