// npm test: every check there is, one sum at the end. `--full` adds the slow proofs, `--only unit,e2e` picks steps.
const fs = require('node:fs');
const path = require('node:path');
const { root, out } = require('./paths.cjs');
const { ensureSystemPackages } = require('./system-packages.cjs');
const { electronRuntime } = require('./electron-runtime.cjs');
const { none, add, one, readReport, sumLine } = require('./counts.cjs');
const { failureText } = require('./failures.cjs');
const { run, wasInterrupted } = require('./run.cjs');

const reports = {
  unit: path.join(out, 'results', 'unit.json'),
  rigs: path.join(out, 'results', 'rigs-debian.json'),
  wine: path.join(out, 'results', 'rigs-wine.json'),
  e2e: path.join(root, 'e2e', 'results', 'report.json'),
};
const withElectron = path.join('build', 'scripts', 'with-electron.cjs');
const rigsConfig = 'build/vitest.rigs.config.mts';

const title = (name) => process.stdout.write(`\n=== ${name}\n`);
const npm = (script, options) => run('npm', ['run', '--silent', script], { ...options, group: true });

async function check(name) {
  title(name);
  const { code } = await npm(name);
  return one(code === 0);
}

/** The same, for a check that others do not wait for. */
async function quietCheck(name) {
  const { code, output } = await npm(name, { capture: true });
  return { counts: one(code === 0), failures: code === 0 ? [] : [{ name, why: output }], output };
}

/** Runs a test runner whose report must be of this run, not one left from an earlier run. */
async function runner(kind, report, start) {
  fs.rmSync(report, { force: true });
  const { code, output } = await start();
  const { counts, failures } = readReport(kind, report, code);
  // What the report does not explain is explained by the runner's last words.
  const isUnexplained = counts.failed > failures.length;
  return {
    counts,
    failures: isUnexplained
      ? [...failures, { name: path.basename(report), why: output.slice(-1500) }]
      : failures,
    output,
  };
}

/** Whole machines of one kind. */
function rigs(kind, report, env) {
  const args = [withElectron, 'vitest', 'run', '--config', rigsConfig];
  const options = { env: { ...env, RA_RIGS: kind }, capture: true, group: true };
  return runner('vitest', report, () => run(process.execPath, args, options));
}

/** Runners side by side. Each one's output is kept together and shown when it is done. */
async function sideBySide(steps, env, failures) {
  const runners = {
    lint: () => quietCheck('lint'),
    unit: () => runner('vitest', reports.unit, () => npm('unit', { env, capture: true })),
    e2e: () => runner('playwright', reports.e2e, () => npm('e2e', { env, capture: true })),
    rigs: () => rigs('debian', reports.rigs, env),
    wine: () => rigs('wine', reports.wine, env),
  };
  process.stdout.write(`\nRunning side by side: ${steps.join(', ')}\n`);
  const show = async (name) => {
    const { counts, output, failures: own } = await runners[name]();
    failures.push(...own);
    title(name);
    process.stdout.write(output);
    return counts;
  };
  return (await Promise.all(steps.map(show))).reduce(add, none);
}

function readArguments(args) {
  const names = ['types', 'lint', 'build', 'unit', 'rigs', 'e2e', 'wine'];
  const at = args.indexOf('--only');
  const only = at < 0 ? names : (args[at + 1] ?? '').split(',');
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`--only takes a list of: ${names.join(', ')}`);
  return { full: args.includes('--full'), wanted: (name) => only.includes(name) };
}

async function prepare() {
  try {
    ensureSystemPackages('test');
    await electronRuntime();
    return true;
  } catch (error) {
    process.stdout.write(`${error.message}\n`);
    return false;
  }
}

async function main(args) {
  const { full, wanted } = readArguments(args);
  const env = full ? { RA_FULL: '1' } : {};
  // What computes goes beside what waits for machines most of the time.
  const rounds = [
    ['lint', 'unit', 'rigs'],
    ['e2e', 'wine'],
  ].map((round) => round.filter(wanted));
  const onMachines = rounds.flat().filter((name) => !['lint', 'unit'].includes(name));
  // Without a screen or a runtime those cannot run; everything else still can.
  const prepared = onMachines.length === 0 || (await prepare());

  let sum = none;
  const failures = [];
  if (wanted('types') && !wasInterrupted()) sum = add(sum, await check('types'));

  let built = true;
  if ((wanted('build') || onMachines.length > 0) && !wasInterrupted()) {
    const result = await check('build');
    built = result.failed === 0;
    sum = add(sum, result);
  }
  const missing = built && prepared ? [] : onMachines;
  for (const round of rounds) {
    const runnable = round.filter((name) => !missing.includes(name));
    if (runnable.length > 0 && !wasInterrupted()) sum = add(sum, await sideBySide(runnable, env, failures));
  }
  if (missing.length > 0) {
    title(missing.join(', '));
    process.stdout.write(`Not run: ${built ? 'the preparation' : 'the build'} failed.\n`);
    for (const _ of missing) sum = add(sum, one(false));
  }
  if (wasInterrupted()) sum = add(sum, one(false));
  if (failures.length > 0) {
    title('what failed');
    process.stdout.write(`${failureText(failures)}\n`);
  }
  process.stdout.write(`\n${sumLine(sum)}\n`);
  return sum.failed === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error) => {
    process.stderr.write(`${error.message}\n`);
    process.stdout.write(`${sumLine(one(false))}\n`);
    process.exitCode = 1;
  },
);
