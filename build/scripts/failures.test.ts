import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

interface Failure {
  readonly name: string;
  readonly why: string;
}
const require = createRequire(import.meta.url);
const { failuresIn, failureText } = require('./failures.cjs') as {
  failuresIn: (kind: 'vitest' | 'playwright', text: string | undefined) => readonly Failure[];
  failureText: (failures: readonly Failure[]) => string;
};

describe('the failures of a runner', () => {
  it('are named with their file and what they said, and the passed are not', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'a sum is right', failureMessages: [] },
      { status: 'failed', fullName: 'a sum is wrong', failureMessages: ['expected 2 to be 3'] },
    ];
    const report = { testResults: [{ name: 'sum.test.ts', status: 'failed', assertionResults }] };
    expect(failuresIn('vitest', JSON.stringify(report))).toEqual([
      { name: 'sum.test.ts › a sum is wrong', why: 'expected 2 to be 3' },
    ]);
  });

  it('include a file that could not be loaded', () => {
    const file = { name: 'sum.test.ts', status: 'failed', message: 'no such module', assertionResults: [] };
    expect(failuresIn('vitest', JSON.stringify({ testResults: [file] }))).toEqual([
      { name: 'sum.test.ts', why: 'no such module' },
    ]);
  });

  it('include a window test of any depth, one that passed at the second try, and an error outside any', () => {
    const spec = (title: string, ok: boolean, status: string, message?: string) => ({
      title,
      ok,
      tests: [{ status, results: [{ errors: message === undefined ? [] : [{ message }] }] }],
    });
    const inner = {
      title: 'a window',
      specs: [spec('opens', true, 'expected'), spec('closes', false, 'unexpected', 'it did not')],
    };
    const report = {
      suites: [{ title: 'w.spec.ts', specs: [spec('hurries', true, 'flaky', 'late')], suites: [inner] }],
      errors: [{ message: 'no display' }],
    };
    expect(failuresIn('playwright', JSON.stringify(report))).toEqual([
      { name: 'w.spec.ts › hurries', why: 'late' },
      { name: 'w.spec.ts › a window › closes', why: 'it did not' },
      { name: 'outside any test', why: 'no display' },
    ]);
  });

  it('are none in what is no report: the count says that it failed', () => {
    expect(failuresIn('vitest', undefined)).toEqual([]);
    expect(failuresIn('playwright', '{"suites":')).toEqual([]);
  });
});

describe('what is written of failures', () => {
  it('has no colours, and stays within a page however much was said', () => {
    const many = Array.from({ length: 20 }, (_, nth) => ({
      name: `test ${nth}`,
      why: `\u001b[31mno\u001b[39m ${'x'.repeat(5000)}`,
    }));
    const text = failureText(many);
    expect(text).toContain('✗ test 0\nno xxx');
    expect(text).toContain('✗ test 3');
    expect(text.length).toBeLessThan(7100);
    expect(text).not.toContain('\u001b');
  });
});
