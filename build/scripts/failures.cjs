// What failed, in short, for the end of a test run: whoever sees only its last page must see this.
const noColour = (text) => text.replace(/\u001b\[[0-9;]*m/g, '');
const maximum = { each: 1500, all: 7000 };

function inVitest(report) {
  return report.testResults.flatMap((file) => {
    const tests = file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => ({ name: `${file.name} › ${test.fullName}`, why: test.failureMessages.join('\n') }));
    const isUnloaded = file.status === 'failed' && file.assertionResults.length === 0;
    return isUnloaded ? [{ name: file.name, why: file.message }] : tests;
  });
}

const inSuite = (suite, above) => {
  const names = [...above, suite.title];
  const tests = (suite.specs ?? [])
    .filter((spec) => !spec.ok || spec.tests.some((test) => test.status === 'flaky'))
    .map((spec) => ({
      name: [...names, spec.title].join(' › '),
      why: spec.tests
        .flatMap((test) => test.results)
        .flatMap((result) => result.errors ?? [])
        .map((error) => error.message)
        .join('\n'),
    }));
  return [...tests, ...(suite.suites ?? []).flatMap((inner) => inSuite(inner, names))];
};

function inPlaywright(report) {
  const outside = (report.errors ?? []).map((error) => ({ name: 'outside any test', why: error.message }));
  return [...(report.suites ?? []).flatMap((suite) => inSuite(suite, [])), ...outside];
}

const readers = { vitest: inVitest, playwright: inPlaywright };

/**
 * The failed tests that a runner's report names; none when it cannot be read.
 * @param {'vitest' | 'playwright'} kind
 * @param {string | undefined} text the report file's content
 * @returns {{ name: string, why: string }[]}
 */
function failuresIn(kind, text) {
  try {
    return readers[kind](JSON.parse(text));
  } catch {
    return [];
  }
}

const shorten = (text, length) => (text.length <= length ? text : `${text.slice(0, length)} […]`);

/** Lines for people: one failure after another, each cut to what says what happened, the whole to one page. */
function failureText(failures) {
  const blocks = failures.map(
    ({ name, why }) => `✗ ${name}\n${shorten(noColour(why ?? '').trim(), maximum.each)}`,
  );
  return shorten(blocks.join('\n\n'), maximum.all);
}

module.exports = { failuresIn, failureText };
