import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
const require = createRequire(import.meta.url);
const { countReport, sumLine } = require('./counts.cjs') as {
  countReport: (kind: 'vitest' | 'playwright', text: string | undefined, exitCode: number) => Counts;
  sumLine: (counts: Counts) => string;
};

const vitestReport = (
  counts: Partial<Record<'passed' | 'failed' | 'skipped' | 'todo', number>>,
  files: object[] = [],
): string =>
  JSON.stringify({
    numPassedTests: counts.passed ?? 0,
    numFailedTests: counts.failed ?? 0,
    numPendingTests: counts.skipped ?? 0,
    numTodoTests: counts.todo ?? 0,
    testResults: files,
  });
const playwrightReport = (stats: object, errors: object[] = []): string =>
  JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

describe('the counts of a runner', () => {
  it('come from its report', () => {
    expect(countReport('vitest', vitestReport({ passed: 5, skipped: 1, todo: 1 }), 0)).toEqual({
      passed: 5,
      failed: 0,
      skipped: 2,
    });
    expect(
      countReport('playwright', playwrightReport({ expected: 3, unexpected: 1, skipped: 2 }), 1),
    ).toEqual({
      passed: 3,
      failed: 1,
      skipped: 2,
    });
  });

  it('count a missing, broken or empty report as one failed test', () => {
    const oneFailed = { passed: 0, failed: 1, skipped: 0 };
    expect(countReport('vitest', undefined, 0)).toEqual(oneFailed);
    expect(countReport('vitest', '{"numPassed', 0)).toEqual(oneFailed);
    expect(countReport('playwright', '{}', 0)).toEqual(oneFailed);
    expect(countReport('vitest', '{"testResults":[]}', 0)).toEqual(oneFailed);
    expect(countReport('playwright', playwrightReport({}), 0)).toEqual(oneFailed);
  });

  it('count a failure that the report does not explain', () => {
    expect(countReport('vitest', vitestReport({ passed: 5 }), 1)).toEqual({
      passed: 5,
      failed: 1,
      skipped: 0,
    });
    expect(countReport('playwright', playwrightReport({ expected: 2 }), 137)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 0,
    });
  });

  it('count a test file that could not be loaded', () => {
    const files = [{ status: 'failed', assertionResults: [] }];
    expect(countReport('vitest', vitestReport({ passed: 1 }, files), 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });

  it('count an error outside any test and a test that passed only on a second try', () => {
    expect(countReport('playwright', playwrightReport({ expected: 1, flaky: 1 }, [{}]), 1).failed).toBe(2);
  });
});

describe('the sum line', () => {
  it('names what was skipped only if something was', () => {
    expect(sumLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(sumLine({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
  });
});
