// Folders in build/.cache that are made from a lockfile: npm checks every digest, and a folder appears whole or not at all.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { cache } = require('./paths.cjs');

/** Runs a command and throws with the last lines of what it said unless it succeeds. */
function must(command, args, options) {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    // Windows can start npm.cmd only through a shell; every argument is our own text.
    shell: process.platform === 'win32' && command === 'npm',
    ...options,
  });
  if (result.status === 0) return;
  const why =
    result.error?.message ?? `${result.stderr}${result.stdout}`.trim().split('\n').slice(-5).join(' ');
  throw new Error(`${command} ${args[0]} failed: ${why}`);
}

/** npm of the outer script passes its own folders on; inside the work folder they would point to the wrong project. */
function npmEnvironment() {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^npm_(package|lifecycle)_|^npm_config_(local_prefix|prefix|global_prefix)$/i.test(name))
      delete env[name];
  }
  return env;
}

/** Puts what the lockfile in `source` names into `work`; the lockfile makes npm check each package's SHA-512. */
function installLocked(source, work, switches = []) {
  fs.mkdirSync(work, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) {
    fs.copyFileSync(path.join(source, name), path.join(work, name));
  }
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'];
  must('npm', ['ci', ...switches, ...quiet, '--prefix', work], { cwd: work, env: npmEnvironment() });
}

/**
 * Makes sure that `folder` is there and current; several runs may do so at once. `assemble(work)` makes the content
 * below an empty folder on the same disk and returns where it is.
 */
async function ensureFolder({ folder, isCurrent, assemble }) {
  if (isCurrent()) return folder;
  fs.mkdirSync(cache, { recursive: true });
  const work = fs.mkdtempSync(path.join(cache, `${path.basename(folder)}-`));
  try {
    const made = await assemble(work);
    // Another run may have finished meanwhile, and a program may be running from those very files.
    if (isCurrent()) return folder;
    fs.mkdirSync(path.dirname(folder), { recursive: true });
    if (fs.existsSync(folder)) fs.renameSync(folder, path.join(work, 'old'));
    try {
      fs.renameSync(made, folder);
    } catch (error) {
      if (!isCurrent()) throw error;
    }
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

module.exports = { must, installLocked, ensureFolder };
