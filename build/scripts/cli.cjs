// The command line from a checkout: builds it when needed, says nothing itself, and then is it.
const Module = require('node:module');
const { ensureCliBundle } = require('./cli-bundle.cjs');

function bundle() {
  try {
    return ensureCliBundle();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(70);
  }
}

// It runs in this very process, as its main module: signals, standard streams and the exit code are its own.
process.argv[1] = bundle();
Module.runMain();
