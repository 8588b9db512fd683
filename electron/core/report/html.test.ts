import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allReports, foundReport, hostileReport, removedReport, unknownReport } from '../testing/reports.ts';
import { languages, textsFor } from '../text/index.ts';
import { reportToHtml } from './html.ts';
import { jsonText } from './json-escape.ts';
import { redact } from './redact.ts';
import { reportToText } from './summary.ts';

const texts = textsFor('en');
const reports = allReports();
const pages = reports.map(([name, report]) => [name, reportToHtml(report, texts)] as const);

/** What a person reads: without tags, in one line. */
const read = (page: string): string =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ');

describe('the printed report', () => {
  test.each(pages)('of “%s” fetches nothing, runs nothing, and says so to the browser', (_name, page) => {
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"`,
    );
    expect(page).not.toMatch(/<script|\son\w+=|javascript:|\shref=|\ssrc=|url\(|@import|https?:/i);
  });

  test.each(pages)(
    'of “%s” can be read by ear: one title, no level left out, named tables',
    (_name, whole) => {
      const page = whole.replace(/<style>.*?<\/style>/s, '');
      expect(page).toMatch(/<html lang="en" dir="ltr">/);
      const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      levels.slice(1).forEach((level, at) => expect(level).toBeLessThanOrEqual((levels[at] ?? 0) + 1));
      for (const [one] of page.matchAll(/<table[^]*?<\/table>/g)) {
        expect(one).toMatch(/<caption[^>]*>\s*\S/);
        for (const [head] of one.matchAll(/<th[ >][^>]*/g)) expect(head).toMatch(/scope="(?:row|col)"/);
      }
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, id] of page.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(id);
    },
  );

  test('names the order behind it, who accepted what and when, and how each action ended', () => {
    const said = read(reportToHtml(removedReport(), texts));
    for (const words of [
      'Kaspersky removal report · PC-0417',
      'Kaspersky is gone.',
      'Directive or reason BOD 17-01',
      'Done by J. Okafor',
      'Accepted · J. Okafor, account CORP\\anna · 2026-11-26 14:11:02 UTC',
      'Was already gone 1605',
      '2026-11-26 14:12:02 UTC',
      'undo 20261126-141102-4f3a9c',
      'C:\\Program Files (x86)\\Kaspersky Lab 214 18 MB',
      'Another antivirus is on.',
      'Kaspersky products here 4 → 0',
      'It proves no author',
      removedReport().sha256,
    ])
      expect(said).toContain(words);
  });

  test('says whether names were replaced', () => {
    expect(read(reportToHtml(redact(removedReport()), texts))).toContain(
      'replaced by marks such as [user-1]',
    );
    expect(read(reportToHtml(removedReport(), texts))).toContain('stand as they are');
  });

  test('says in words what could not be looked at, first what the verdict rests on', () => {
    const said = read(reportToHtml(unknownReport(), texts));
    expect(said).toContain('Could not look: Running programs.');
    expect(said).toContain('(Required for the verdict)');
    expect(said).toContain('Places looked at in full 2 of 4');
    expect(said).toContain('0 (1 part closed)');
  });

  test('says what would be done, and claims nothing that was not', () => {
    const said = read(reportToHtml(foundReport(), texts));
    expect(said).toContain('Would be removed');
    expect(said).not.toContain('Exit code');
  });

  test.each(Object.keys(languages))('is whole in the language %s', (language) => {
    for (const [, report] of reports) {
      const page = reportToHtml(report, textsFor(language));
      expect(page).toContain(`<html lang="${language}"`);
      expect(page).not.toMatch(/undefined|\[object|NaN/);
    }
  });
});

/** Line ends and the layout of this program are its own; nothing else below a blank is. */
const hidden =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;
const skeleton = (page: string): string => page.replaceAll(/[^<>]+/g, '-');

test('no text of the computer becomes markup, a hidden character or another line, in any format', () => {
  const plain = skeleton(reportToHtml(hostileReport('x'), texts));
  const lines = reportToText(hostileReport('x'), texts).split('\n').length;
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
        fc
          .array(
            fc.constantFrom(
              '<',
              '>',
              '&',
              '"',
              "'",
              '</style>',
              '<img src=x>',
              '\u001b[2J',
              '\u202e',
              '\u0000',
              '\u2028',
            ),
            {
              minLength: 1,
              maxLength: 5,
            },
          )
          .map((parts) => parts.join('')),
      ),
      (text) => {
        // An empty or blank field is left out of a page; what matters here is what stands on it.
        const report = hostileReport(`x${text}x`);
        const page = reportToHtml(report, texts);
        expect(skeleton(page)).toBe(plain);
        expect(page).not.toMatch(hidden);
        const summary = reportToText(report, texts);
        expect(summary).not.toMatch(hidden);
        expect(summary.split('\n')).toHaveLength(lines);
        const json = jsonText(report);
        expect(json).not.toMatch(hidden);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(report)));
      },
    ),
    { numRuns: process.env['RA_FULL'] === undefined ? 12 : 2000 },
  );
});
