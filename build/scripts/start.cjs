// npm start: brings everything up to date and opens the window. Arguments after -- go to the app.
const fs = require('node:fs');
const path = require('node:path');
const { root, appMain, appPreload, appPage, screenshot } = require('./paths.cjs');
const { ensureSystemPackages } = require('./system-packages.cjs');
const { electronRuntime, runtimeEnvironment } = require('./electron-runtime.cjs');
const { hasDisplay, startVirtualDisplay } = require('./display.cjs');
const { noSandboxReason } = require('./sandbox.cjs');
const { isStale } = require('./freshness.cjs');
const { run } = require('./run.cjs');

const inputs = ['electron', 'renderer', 'build/electron.vite.config.mts', 'package.json'];
const say = (line) => process.stderr.write(`${line}\n`);

async function buildIfStale() {
  const sources = inputs.map((name) => path.join(root, name));
  if (!isStale([appMain, appPreload, appPage], sources)) return;
  say('Building ...');
  const { code, output } = await run('npm', ['run', '--silent', 'build'], { capture: true });
  if (code !== 0) throw new Error(`The build failed.\n${output}`);
}

/** A window nobody can see: opened on a virtual screen and shown as a picture. */
async function openUnseen(runtime, appArguments, withoutSandbox) {
  say('No display here: opening the window on a virtual one.');
  const screen = await startVirtualDisplay();
  // Playwright holds an unpackaged app back until it is listening, but only if it finds the runtime by itself.
  Object.assign(process.env, runtimeEnvironment(runtime), { DISPLAY: screen.display });
  const { _electron } = require('playwright');
  const app = await _electron.launch({
    args: [root, ...appArguments],
    chromiumSandbox: !withoutSandbox,
  });
  const stop = () => void app.close();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  let said = '';
  app.process().stderr?.on('data', (chunk) => (said = (said + chunk).slice(-4000)));
  try {
    const closed = new Promise((resolve) => app.once('close', resolve));
    const page = await app.firstWindow();
    // Loaded means that the page shows its title, not that some seconds have passed.
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'visible' });
    fs.mkdirSync(path.dirname(screenshot), { recursive: true });
    await page.screenshot({ path: screenshot });
    process.stdout.write(`${screenshot}\n`);
    if (process.stdin.isTTY) {
      say('The window stays open. Press Ctrl-C to close it.');
      await closed;
    }
  } catch (error) {
    throw new Error(`The window did not come up: ${error.message}\n${said}`, { cause: error });
  } finally {
    await app.close().catch(() => {});
    screen.stop();
  }
  return 0;
}

async function main(appArguments) {
  ensureSystemPackages('window', say);
  const runtime = await electronRuntime(say);
  await buildIfStale();
  const noSandbox = noSandboxReason(runtime.folder);
  if (noSandbox) say(noSandbox);
  if (!hasDisplay()) return openUnseen(runtime, appArguments, Boolean(noSandbox));
  const switches = noSandbox ? ['--no-sandbox'] : [];
  const { code } = await run(runtime.binary, [...switches, root, ...appArguments], {
    env: runtimeEnvironment(runtime),
  });
  return code;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    say(error.message);
    process.exit(1);
  },
);
