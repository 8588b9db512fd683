// The command line's one file, build/out/cli: built when something that it is made of is newer.
const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { root, cli } = require('./paths.cjs');
const { isStale } = require('./freshness.cjs');

const config = path.join(root, 'build', 'cli.vite.config.mts');
const inputs = ['electron/core', 'electron/platform', 'electron/cli', 'package.json'];

/** Returns the bundle's path; throws with everything that the builder said. */
function ensureCliBundle() {
  if (!isStale([cli], [...inputs.map((name) => path.join(root, name)), config])) return cli;
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const result = spawnSync(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'error'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (result.status === 0) return cli;
  const said = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`;
  throw new Error(`The command line could not be built.\n${said.trimEnd()}`);
}

module.exports = { ensureCliBundle };
