// npm run build:win-cli: the command line as a Windows program, made on 64-bit Linux into build/out/win-cli. Beside it
// lies koffi, which calls Windows' own functions and, being native code, cannot be part of the one file.
const fs = require('node:fs');
const path = require('node:path');
const { root, winCli, windowsRuntimeSource } = require('./paths.cjs');
const { ensureCliBundle } = require('./cli-bundle.cjs');
const { isStale } = require('./freshness.cjs');
const { must, ensureFolder } = require('./locked-folder.cjs');
const { ensureWindowsRuntime, koffiFiles } = require('./windows-runtime.cjs');
const { windowsProgram, programScript } = require('./windows-program.cjs');
const manifest = require('../../package.json');

const fileName = 'removal-assistant.exe';
const program = path.join(winCli, fileName);
const icon = path.join(root, 'build', 'icons', 'icon.ico');
const ownScripts = ['win-cli.cjs', 'windows-program.cjs', 'windows-runtime.cjs'].map((name) =>
  path.join(__dirname, name),
);

const strings = {
  ProductName: manifest.productName,
  FileDescription: `${manifest.productName} (command line)`,
  CompanyName: manifest.author,
  InternalName: manifest.name,
  OriginalFilename: fileName,
  LegalCopyright: 'MIT licence. Independent of Kaspersky. Contains Node.js, see LICENSE.node.txt.',
};

/** The script as Node of that version wants to find it in its own binary. */
function prepare(bundle, linuxNode, work) {
  fs.writeFileSync(path.join(work, 'main.cjs'), programScript(fs.readFileSync(bundle, 'utf8')));
  const settings = {
    main: 'main.cjs',
    output: 'blob',
    disableExperimentalSEAWarning: true,
    // Code that was compiled here would not fit Windows.
    useCodeCache: false,
    useSnapshot: false,
    // NODE_OPTIONS of a person's session must not reach a program that runs with rights.
    execArgvExtension: 'none',
  };
  fs.writeFileSync(path.join(work, 'settings.json'), JSON.stringify(settings));
  must(linuxNode, ['--experimental-sea-config', 'settings.json'], { cwd: work });
  return fs.readFileSync(path.join(work, 'blob'));
}

function assemble(bundle, runtime, work) {
  const begun = new Date();
  const folder = path.join(work, 'win-cli');
  fs.mkdirSync(folder);
  const copy = (from, to) => {
    fs.mkdirSync(path.dirname(path.join(folder, to)), { recursive: true });
    fs.copyFileSync(from, path.join(folder, to));
  };
  for (const file of koffiFiles) copy(path.join(runtime.modules, file), path.join('node_modules', file));
  copy(path.join(root, 'LICENSE'), 'LICENSE.txt');
  copy(runtime.nodeLicence, 'LICENSE.node.txt');
  const made = windowsProgram({
    nodeExe: fs.readFileSync(runtime.nodeExe),
    blob: prepare(bundle, runtime.linuxNode, work),
    icon: fs.readFileSync(icon),
    version: manifest.version,
    strings,
  });
  fs.writeFileSync(path.join(folder, fileName), made);
  // A source that is saved from now on counts as newer.
  fs.utimesSync(path.join(folder, fileName), begun, begun);
  return folder;
}

/** Resolves to the program's path. Says nothing when it is up to date. */
async function ensureWindowsCli() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The Windows command line is made on 64-bit Linux (x64).');
  }
  const bundle = ensureCliBundle();
  const isCurrent = () => !isStale([program], [bundle, windowsRuntimeSource, icon, ...ownScripts]);
  if (isCurrent()) return program;
  const runtime = await ensureWindowsRuntime();
  await ensureFolder({ folder: winCli, isCurrent, assemble: (work) => assemble(bundle, runtime, work) });
  return program;
}

module.exports = { ensureWindowsCli };

if (require.main === module) {
  ensureWindowsCli().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
