// What the stand-in runtime runs when it is started as `electron [switches] FOLDER [arguments]`: loads the app in FOLDER.
// It does what Electron's own default app does as far as this project needs it.
const { app } = require('electron');
const fs = require('node:fs');
const path = require('node:path');
const Module = require('node:module');

const notice = [
  `Electron ${process.versions.electron} STAND-IN, for development and tests only.`,
  'It is out of support and receives no security fixes: never release or hand out anything built on it.',
];
process.stderr.write(notice.map((line) => `*** ${line} ***\n`).join(''));

function readCommandLine(argv) {
  const found = { preload: [], folder: '', print: '' };
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i];
    if (word === '-r' || word === '--require') found.preload.push(argv[++i]);
    else if (word === '--version' || word === '-v') found.print = `v${process.versions.electron}`;
    else if (word === '--abi' || word === '-a') found.print = process.versions.modules;
    else if (!word.startsWith('-')) {
      found.folder = path.resolve(word);
      break; // what follows belongs to the app
    }
  }
  return found;
}

function load(folder) {
  const about = path.join(folder, 'package.json');
  if (!fs.existsSync(about)) {
    process.stderr.write('There is no app in that folder: it has no package.json.\n');
    app.exit(1);
    return;
  }
  const manifest = JSON.parse(fs.readFileSync(about, 'utf8'));
  process.defaultApp = true;
  app.setVersion(manifest.version ?? '0.0.0');
  app.setName(manifest.productName ?? manifest.name ?? 'Electron');
  if (manifest.desktopName) app.setDesktopName(manifest.desktopName);
  const userData = app.commandLine.getSwitchValue('user-data-dir');
  app.setPath(
    'userData',
    userData ? path.resolve(userData) : path.join(app.getPath('appData'), app.getName()),
  );
  app.setAppPath(folder);
  // An app's main file expects to be the main module, not something that another module required.
  Module._load(path.resolve(folder, manifest.main ?? 'index.js'), Module, true);
}

const { preload, folder, print } = readCommandLine(process.argv.slice(1));
if (print) {
  process.stdout.write(`${print}\n`);
  app.exit(0);
} else if (!folder) {
  process.stderr.write('Usage: electron [switches] FOLDER [arguments]\n');
  app.exit(1);
} else {
  // Playwright hooks in through a module that must be loaded before the app.
  for (const file of preload) require(path.resolve(file));
  load(folder);
}
