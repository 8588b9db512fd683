// A virtual screen for machines that have none: Xvfb, started and ended with the command that needs it.
const { spawn } = require('node:child_process');
const fs = require('node:fs');

const screen = '1280x1024x24';

/** Windows and macOS always have somewhere to draw. */
function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Starts Xvfb and resolves to its display and a function that ends it. Xvfb picks the number itself, so any number
 * of runs can start at once. `-ac` lets programs of another user or in a container draw on it.
 */
function startVirtualDisplay() {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', screen, '-ac', '-nolisten', 'tcp'];
    // With setpriv the screen ends even when this process is killed outright.
    const tied = fs.existsSync('/usr/bin/setpriv');
    const command = tied ? '/usr/bin/setpriv' : 'Xvfb';
    // Apart from the terminal: Ctrl-C in the terminal must end the app first and the screen after it.
    const child = spawn(command, tied ? ['--pdeathsig', 'TERM', 'Xvfb', ...args] : args, {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let said = '';
    let number = '';
    child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-2000)));
    child.stdio[3].on('data', (chunk) => {
      number += chunk;
      if (!number.endsWith('\n')) return;
      // The command decides how long this process lives, not its screen.
      child.unref();
      child.stderr.unref();
      child.stdio[3].destroy();
      resolve({ display: `:${number.trim()}`, stop: () => child.kill('SIGTERM') });
    });
    child.once('error', (error) =>
      reject(new Error(`The virtual display Xvfb did not start: ${error.message}`)),
    );
    child.once('exit', () => reject(new Error(`The virtual display Xvfb did not start. ${said.trim()}`)));
  });
}

module.exports = { hasDisplay, startVirtualDisplay };
