import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../catalogue/index.ts';
import { conclude } from '../engine/conclude.ts';
import type { Report } from '../model/report.ts';
import { debianSnapshot, managedRows, packageRow } from '../testing/hosts.ts';
import { textsFor } from '../text/index.ts';
import { checkSeal, seal } from './seal.ts';
import { planToText, reportToText } from './summary.ts';

const texts = textsFor('en');
const desk = { catalogue, tool: { name: 'removal-assistant', version: '0.0.0' } };
const about = (snapshot = debianSnapshot(managedRows)): Report =>
  conclude(desk, snapshot, { subject: { assetTag: 'PC-1' } }, '2026-11-23T10:00:05.000Z');
const hostile = '<img src=x onerror=alert(1)>\u001b[2J\u202egnp.exe';
const hostileReport = about(
  debianSnapshot({ packages: [packageRow('kesl', { version: hostile })] }, { name: hostile }),
);

describe('the digest of a report', () => {
  test('holds after a round trip through a file, in any order of the keys', () => {
    const report = about();
    const reordered = Object.fromEntries(Object.entries(JSON.parse(JSON.stringify(report))).toReversed());
    expect(checkSeal(reordered as unknown as Report)).toEqual({ ok: true, value: true });
  });

  test('breaks with any single edit, whatever it hits', () => {
    const original = about();
    const paths = leafPaths(original).filter((path) => path[0] !== 'sha256');
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.constantFrom('edit', 'delete'), (path, change) => {
        const altered = structuredClone(original) as unknown as Record<string, unknown>;
        const parent = path
          .slice(0, -1)
          .reduce<Record<string, unknown>>((at, key) => at[key] as never, altered);
        const last = path.at(-1)!;
        if (change === 'delete') delete parent[last];
        else parent[last] = `${String(parent[last])}x`;
        expect(checkSeal(altered as unknown as Report)).toMatchObject({
          problem: { code: 'report-altered' },
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('covers fields that this version does not know', () => {
    const report = seal({ ...about(), extra: 'by a later version' } as Report);
    expect(checkSeal(report).ok).toBe(true);
    expect(checkSeal({ ...report, extra: 'changed' } as Report).ok).toBe(false);
  });
});

describe('the report for terminals', () => {
  test('shows control and direction characters of data instead of sending them to a terminal', () => {
    expect(reportToText(hostileReport, texts)).not.toMatch(/[\u001b\u202e]/);
  });

  test('says how to go on past a hazard that can be answered for', () => {
    expect(planToText(about(), texts)).toContain('--accept managed-redeploy');
    const server = about(debianSnapshot({ packages: [packageRow('ksc64')] }));
    expect(planToText(server, texts)).not.toContain('--accept');
  });
});

function leafPaths(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return Object.entries(value).flatMap(([key, inner]) => leafPaths(inner, [...path, key]));
}
