// Runs a command so that every tool in it uses the chosen Electron and has a screen: with-electron.cjs COMMAND [ARG]...
const { electronRuntime, runtimeEnvironment } = require('./electron-runtime.cjs');
const { hasDisplay, startVirtualDisplay } = require('./display.cjs');
const { run } = require('./run.cjs');

async function main([command, ...args]) {
  if (command === undefined) throw new Error('Usage: with-electron.cjs COMMAND [ARGUMENT]...');
  const env = runtimeEnvironment(await electronRuntime());
  let screen;
  if (!hasDisplay()) {
    screen = await startVirtualDisplay();
    env.DISPLAY = screen.display;
  }
  try {
    return (await run(command, args, { env })).code;
  } finally {
    screen?.stop();
  }
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
