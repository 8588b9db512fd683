// Every place the scripts share, in one list.
const path = require('node:path');

const root = path.resolve(__dirname, '..', '..');
const out = path.join(root, 'build', 'out');
const cache = path.join(root, 'build', '.cache');

module.exports = {
  root,
  out,
  cache,
  bin: path.join(root, 'node_modules', '.bin'),
  appMain: path.join(out, 'app', 'main', 'main.cjs'),
  appPreload: path.join(out, 'app', 'preload', 'preload.cjs'),
  appPage: path.join(out, 'app', 'renderer', 'index.html'),
  cli: path.join(out, 'cli', 'removal-assistant.cjs'),
  winCli: path.join(out, 'win-cli'),
  screenshot: path.join(out, 'screenshot.png'),
  runtimeSource: path.join(root, 'build', 'runtime'),
  standIn: path.join(cache, 'electron-stand-in'),
  windowsRuntimeSource: path.join(root, 'build', 'win-runtime'),
  windowsRuntime: path.join(cache, 'windows-runtime'),
  macRuntimeSource: path.join(root, 'build', 'mac-runtime'),
  macRuntime: path.join(cache, 'mac-runtime'),
  downloadFailed: path.join(cache, 'electron-download-failed'),
};
