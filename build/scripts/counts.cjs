// How many tests passed, failed and were skipped: read from each runner's own report, never from its text.
const fs = require('node:fs');
const { failuresIn } = require('./failures.cjs');

const none = { passed: 0, failed: 0, skipped: 0 };
const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** A step without tests of its own, such as the type check, is one test. */
const one = (ok) => ({ ...none, [ok ? 'passed' : 'failed']: 1 });

function fromVitest(report) {
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  // A file that could not even be loaded has no tests to fail.
  counts.failed += report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return counts;
}

function fromPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  // A test that passed only at the second try is not a passed test.
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

const readers = { vitest: fromVitest, playwright: fromPlaywright };

/**
 * The counts of one runner. Silence is never success: without a readable report with at least one test in it, or with
 * an exit code that the report does not explain, the runner itself counts as one failed test.
 * @param {'vitest' | 'playwright'} kind
 * @param {string | undefined} text the report file's content
 */
function countReport(kind, text, exitCode) {
  let counts;
  try {
    counts = readers[kind](JSON.parse(text));
  } catch {
    return one(false);
  }
  const values = Object.values(counts);
  if (!values.every(Number.isSafeInteger) || values.every((value) => value === 0)) return one(false);
  return exitCode !== 0 && counts.failed === 0 ? add(counts, one(false)) : counts;
}

/** The counts of a report file, and the failed tests that it names. */
function readReport(kind, file, exitCode) {
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
  return { counts: countReport(kind, text, exitCode), failures: failuresIn(kind, text) };
}

/** The last line of a test run; continuous integration reads it. */
function sumLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

module.exports = { none, add, one, countReport, readReport, sumLine };
