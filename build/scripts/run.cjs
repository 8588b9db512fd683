// Starting other programs: one way to do it, so that signals and exit codes behave the same everywhere.
const { spawn } = require('node:child_process');
const path = require('node:path');
const os = require('node:os');
const { root, bin } = require('./paths.cjs');

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const running = new Set();
let interrupted = false;

const atTerminal = () => process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;

// Ctrl-C at a terminal reaches the children by itself, and a program that is told twice may give up its tidy end.
// So an interrupt is passed on only when there is no terminal, and only to what is still running a moment later.
// A group of its own hears nothing from the terminal and is always told.
function passOn(signal) {
  interrupted = true;
  for (const child of running) {
    if (child.ownGroup) signalGroup(child, signal);
    else if (signal !== 'SIGINT') child.kill(signal);
    else if (!atTerminal()) setTimeout(() => running.has(child) && child.kill(signal), 250);
  }
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It ended in this very moment.
  }
}

function track(child) {
  if (running.size === 0) forwarded.forEach((signal) => process.on(signal, passOn));
  running.add(child);
  const forget = () => {
    running.delete(child);
    if (running.size === 0) forwarded.forEach((signal) => process.off(signal, passOn));
  };
  child.once('exit', forget);
  child.once('error', forget);
}

/** The environment of an npm script: tools in node_modules are found by name. */
function toolEnvironment(extra = {}) {
  return { ...process.env, ...extra, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` };
}

/** What a shell would report: the code, or 128 + the number of the signal that ended it. */
function exitCode(code, signal) {
  return signal ? 128 + (os.constants.signals[signal] ?? 0) : (code ?? 1);
}

/**
 * Runs a command to its end and never rejects: a program that cannot be started is code 127 and says why.
 * With `capture` standard output and error are collected into `output` in the order they came. With `group` a signal
 * reaches the whole tree of processes: npm's shells do not pass signals on.
 */
function run(command, args, { env = {}, cwd = root, capture = false, group = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: toolEnvironment(env),
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      // Windows can start npm's .cmd shims only through a shell; every argument here is our own text.
      shell: process.platform === 'win32' && !path.isAbsolute(command),
      detached: group && process.platform !== 'win32',
    });
    child.ownGroup = group && process.platform !== 'win32';
    track(child);
    let output = '';
    const collect = (chunk) => (output += chunk);
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    child.once('error', (error) => resolve({ code: 127, output: `${output}${command}: ${error.message}\n` }));
    child.once('close', (code, signal) => resolve({ code: exitCode(code, signal), output }));
  });
}

/** True once a person or a supervisor asked this process to stop. */
const wasInterrupted = () => interrupted;

module.exports = { run, track, toolEnvironment, exitCode, wasInterrupted };
