// Decides which Electron the development window and the tests run on, fetches it if need be, and says which one it took.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { root, cache, downloadFailed } = require('./paths.cjs');
const standIn = require('./stand-in.cjs');

const packageFolder = path.join(root, 'node_modules', 'electron');
const downloadLimit = 3 * 60_000;
const retryAfter = 24 * 60 * 60_000;

/**
 * The order of choice, and nothing else. `downloadFailed`: tried within the last day and in vain, so not tried again.
 * @param {{override?: string, official: boolean, downloadFailed: boolean, platform: string, arch: string}} known
 * @returns {'override' | 'official' | 'download' | 'stand-in' | 'none'}
 */
function choose(known) {
  if (known.override) return 'override';
  if (known.official) return 'official';
  if (!known.downloadFailed) return 'download';
  return known.platform === 'linux' && known.arch === 'x64' ? 'stand-in' : 'none';
}

function binaryIn(folder, platform = process.platform) {
  if (platform === 'darwin') return path.join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return path.join(folder, platform === 'win32' ? 'electron.exe' : 'electron');
}

function officialVersion() {
  return JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version;
}

function officialIsThere() {
  try {
    const dist = path.join(packageFolder, 'dist');
    const version = fs.readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
    return version === officialVersion() && fs.existsSync(binaryIn(dist));
  } catch {
    return false;
  }
}

/** A failure is remembered for the version it happened with: an update of Electron is tried at once. */
function failedRecently() {
  try {
    const recent = Date.now() - fs.statSync(downloadFailed).mtimeMs < retryAfter;
    return recent && fs.readFileSync(downloadFailed, 'utf8') === officialVersion();
  } catch {
    return false;
  }
}

function download() {
  const env = { ...process.env };
  delete env.ELECTRON_OVERRIDE_DIST_PATH;
  const result = spawnSync(process.execPath, [path.join(packageFolder, 'install.js')], {
    cwd: packageFolder,
    env,
    stdio: 'ignore',
    timeout: downloadLimit,
    killSignal: 'SIGKILL',
  });
  return result.status === 0 && officialIsThere();
}

function rememberFailure() {
  fs.mkdirSync(cache, { recursive: true });
  fs.writeFileSync(downloadFailed, officialVersion());
}

const readVersion = (folder) => {
  try {
    return fs.readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return 'of unknown version';
  }
};

/**
 * Resolves to {kind, folder, binary, version, standIn}; throws an Error with one clear sentence when there is none.
 * `say` receives one line about the choice.
 */
async function electronRuntime(say = (line) => process.stderr.write(`${line}\n`)) {
  const known = {
    override: process.env.ELECTRON_OVERRIDE_DIST_PATH,
    official: officialIsThere(),
    downloadFailed: failedRecently(),
    platform: process.platform,
    arch: process.arch,
  };
  let kind = choose(known);
  if (kind === 'download') {
    say(`Fetching Electron ${officialVersion()} (once; over 100 MB) ...`);
    known.official = download();
    known.downloadFailed = !known.official;
    if (known.downloadFailed) rememberFailure();
    kind = choose(known);
  }
  if (kind === 'none') {
    throw new Error(
      `Electron ${officialVersion()} could not be downloaded from GitHub, and there is no substitute for ` +
        `${process.platform}-${process.arch}. Check the connection or set ELECTRON_MIRROR, delete ` +
        `${path.relative(root, downloadFailed)} and try again.`,
    );
  }
  const folder =
    kind === 'override'
      ? path.resolve(known.override)
      : kind === 'official'
        ? path.join(packageFolder, 'dist')
        : await standIn.ensureStandIn();
  const runtime = {
    kind,
    folder,
    binary: binaryIn(folder),
    version: readVersion(folder),
    standIn: standIn.isStandIn(folder),
  };
  if (!fs.existsSync(runtime.binary)) throw new Error(`There is no Electron at ${runtime.binary}.`);
  const note = runtime.standIn ? ' STAND-IN: for development and tests only, never for a release' : '';
  say(`Electron ${runtime.version} (${kind}, ${path.relative(root, folder) || folder})${note}`);
  return runtime;
}

/** What the electron package, Playwright and electron-vite each need to use this runtime and no other. */
function runtimeEnvironment(runtime) {
  return { ELECTRON_OVERRIDE_DIST_PATH: runtime.folder, ELECTRON_EXEC_PATH: runtime.binary };
}

module.exports = { choose, electronRuntime, runtimeEnvironment, binaryIn };

if (require.main === module) {
  electronRuntime().then(
    (runtime) => process.stdout.write(`${runtime.binary}\n`),
    (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    },
  );
}
