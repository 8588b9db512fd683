// The command line from a checkout: builds it when needed, says nothing itself, and then is it.
const { spawnSync } = require('node:child_process');
const Module = require('node:module');
const path = require('node:path');
const { root, cli } = require('./paths.cjs');
const { isStale } = require('./freshness.cjs');

const config = path.join(root, 'build', 'cli.vite.config.mts');
const inputs = ['electron/core', 'electron/platform', 'electron/cli', 'package.json'];

function build() {
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const result = spawnSync(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'error'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (result.status === 0) return;
  process.stderr.write(`The command line could not be built.\n${result.stdout ?? ''}${result.stderr ?? ''}`);
  if (result.error) process.stderr.write(`${result.error.message}\n`);
  process.exit(70);
}

if (isStale([cli], [...inputs.map((name) => path.join(root, name)), config])) build();

// It runs in this very process, as its main module: signals, standard streams and the exit code are its own.
process.argv[1] = cli;
Module.runMain();
