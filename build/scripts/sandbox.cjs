// Chromium's sandbox: whether it can work here for an Electron that is run from a plain folder.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

/**
 * The sentence that says why the sandbox must be left out, or undefined where it works. An installed package is not
 * concerned: it brings a starter with the rights it needs.
 */
function noSandboxReason(runtimeFolder) {
  if (process.platform !== 'linux') return undefined;
  if (process.getuid() === 0)
    return 'Running as root: Chromium works only without its sandbox (--no-sandbox).';
  const starter = fs.statSync(path.join(runtimeFolder, 'chrome-sandbox'), { throwIfNoEntry: false });
  if (starter && starter.uid === 0 && starter.mode & 0o4000) return undefined;
  // Some distributions and most containers refuse user namespaces to ordinary programs; Chromium would abort there.
  const probe = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' });
  if (probe.error || probe.status === 0) return undefined;
  return 'This system allows no user namespaces: this development run goes without the sandbox (--no-sandbox).';
}

module.exports = { noSandboxReason };
