// What the window and the tests need from a Debian-like Linux: looked for, and as root installed.
// Elsewhere (Windows, macOS, other Linux families) it does nothing. Run as: system-packages.cjs [window|test]
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { hasDisplay } = require('./display.cjs');

const library = (name) => (host) => host.libraries.includes(name);
const program = (name) => (host) => host.hasProgram(name);

// Packages are recognised by what they bring, because their names differ between releases; the newest name comes first.
const window = [
  { packages: ['libgtk-3-0t64', 'libgtk-3-0'], there: library('libgtk-3.so.0') },
  { packages: ['libnss3'], there: library('libnss3.so') },
  { packages: ['libasound2t64', 'libasound2'], there: library('libasound.so.2') },
  { packages: ['libgbm1'], there: library('libgbm.so.1') },
  { packages: ['libx11-xcb1'], there: library('libX11-xcb.so.1') },
  { packages: ['fonts-dejavu-core'], there: (host) => host.hasFonts },
];
const screen = [{ packages: ['xvfb'], there: program('Xvfb') }];
// Whole machines for the tests can be set up by root alone, so nobody else is asked for these.
const machines = [
  { packages: ['debootstrap'], there: program('debootstrap') },
  { packages: ['systemd-container'], there: program('systemd-nspawn') },
  // A real rpm database, and packages for it, in a root of its own.
  { packages: ['rpm'], there: program('rpmbuild') },
  // A Windows (it brings wine64 along), and what makes setup programs and services for it.
  { packages: ['wine'], there: program('wine') },
  { packages: ['nsis'], there: program('makensis') },
  { packages: ['wixl'], there: program('wixl') },
  { packages: ['msitools'], there: program('msibuild') },
  {
    packages: ['gcc-mingw-w64-x86-64-win32', 'gcc-mingw-w64-x86-64'],
    there: program('x86_64-w64-mingw32-gcc'),
  },
];

/** The packages to install, each as its list of possible names. Pure: `host` says what is there. */
function missing(purpose, host) {
  const needs = [...window];
  if (purpose === 'test' || !host.hasDisplay) needs.push(...screen);
  if (purpose === 'test' && host.isRoot) needs.push(...machines);
  return needs.filter((need) => !need.there(host)).map((need) => need.packages);
}

function containsFont(folder, depth = 5) {
  if (depth === 0 || !fs.existsSync(folder)) return false;
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .some((entry) =>
      entry.isDirectory()
        ? containsFont(path.join(folder, entry.name), depth - 1)
        : /\.(ttf|otf|ttc|pfb)$/i.test(entry.name),
    );
}

function lookAtHost() {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/sbin', '/usr/bin', '/bin'];
  const hasProgram = (name) => folders.some((folder) => fs.existsSync(path.join(folder, name)));
  const listed = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? '';
  return {
    isDebianLike: process.platform === 'linux' && hasProgram('apt-get') && hasProgram('dpkg'),
    isRoot: process.getuid?.() === 0,
    hasDisplay: hasDisplay(),
    libraries: [...listed.matchAll(/^\s+(\S+) \(/gm)].map((match) => match[1]),
    hasFonts: containsFont('/usr/share/fonts') || containsFont('/usr/local/share/fonts'),
    hasProgram,
  };
}

/** The first of the names that this release really has; a name that others merely provide has no version of its own. */
function knownName(names) {
  const has = (name) =>
    / Candidate: (?!\(none\))/.test(spawnSync('apt-cache', ['policy', name], english).stdout ?? '');
  return names.find(has) ?? names.at(-1);
}
const english = { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } };

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], { env, encoding: 'utf8' });
  if (result.status !== 0) {
    throw new Error(`apt-get ${args[0]} failed: ${`${result.stderr}${result.stdout}`.trim().slice(-1500)}`);
  }
}

/** Makes sure that everything is there; throws with one line that says what to install and how. */
function ensureSystemPackages(purpose, say = (line) => process.stderr.write(`${line}\n`)) {
  const host = lookAtHost();
  if (!host.isDebianLike) return;
  const wanted = missing(purpose, host);
  if (wanted.length === 0) return;
  if (!host.isRoot) {
    const names = wanted.map(knownName).join(' ');
    throw new Error(
      `Missing system packages; please run: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`,
    );
  }
  apt(['update']);
  const names = wanted.map(knownName);
  say(`Installing system packages: ${names.join(' ')}`);
  apt(['install', '-y', '--no-install-recommends', ...names]);
  const still = missing(purpose, lookAtHost());
  if (still.length > 0)
    throw new Error(`Still missing after installation: ${still.map((one) => one.at(-1)).join(' ')}`);
}

module.exports = { ensureSystemPackages, missing };

if (require.main === module) {
  try {
    ensureSystemPackages(process.argv[2] ?? 'test');
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
