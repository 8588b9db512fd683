// How the packages are made. Code, not data: some settings depend on the runtime, and a stand-in must be refused.
//
//   RA_E2E=1              a package for tests: may be built on the stand-in, and Playwright can attach to it
//   RA_E2E=release-fuses  a package for tests with the fuses of a release
//   (unset)               a release: the official Electron of package.json or nothing
const fs = require('node:fs');
const path = require('node:path');
const { isStandIn } = require('./scripts/stand-in.cjs');
const { ensureWindowsRuntime, koffiFiles, places } = require('./scripts/windows-runtime.cjs');
const { ensureMacRuntime } = require('./scripts/mac-runtime.cjs');
const { root, cli, winCli, macRuntime } = require('./scripts/paths.cjs');
const manifest = require('../package.json');

const official = manifest.devDependencies.electron;

function readVersion(folder) {
  const file = path.join(folder, 'version');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

/** Throws for any runtime but the pinned official one. `folders`: where the runtime's files are, as far as known. */
function refuseForRelease(version, folders) {
  if (folders.some((folder) => folder && isStandIn(folder)) || version !== official) {
    throw new Error(
      `Refusing to pack: Electron ${version} is not the official ${official} but a stand-in for development and tests.`,
    );
  }
}

/** The fuses of a release. They are burnt into the binary: no environment variable or switch can undo them. */
function fuses({ inspectable, old }) {
  const set = {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: inspectable,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
  };
  // The old runtime does not know this fuse, and packing fails on an unknown one.
  return old ? set : { ...set, grantFileProtocolExtraPrivileges: false };
}

const policy = 'org.removalassistant.worker.policy';

/**
 * The command line beside the app, which is also what is started with administrator rights. It has a Node of its own:
 * with `runAsNode` off Electron can be none, and a browser engine is not to run as root.
 */
const onNode = (node, licence) => [
  { from: 'build/posix/removal-assistant', to: 'cli/removal-assistant' },
  { from: path.relative(root, cli), to: 'cli/removal-assistant.cjs' },
  { from: path.relative(root, node), to: 'cli/node' },
  { from: path.relative(root, licence), to: 'cli/LICENSE.node.txt' },
];
const commandLine = {
  linux: onNode(places.linuxNode, places.nodeLicence),
  mac: onNode(path.join(macRuntime, '${arch}/node'), path.join(macRuntime, '${arch}/LICENSE.node.txt')),
  windows: [{ from: path.relative(root, winCli), to: 'cli' }],
};

/**
 * What a package for Linux puts outside its own folder: the command, which is not the window, and what polkit asks, for
 * this one program with this one word.
 */
const outside = [
  [policy, `/usr/share/polkit-1/actions/${policy}`],
  ['removal-assistant', '/usr/bin/removal-assistant'],
].map(([name, to]) => `${path.join(root, 'build/linux', name)}=${to}`);

function resourcesFolder(context) {
  const { appOutDir, electronPlatformName, packager } = context;
  if (electronPlatformName !== 'darwin') return path.join(appOutDir, 'resources');
  return path.join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources');
}

/** @param {NodeJS.ProcessEnv} env */
function configuration(env) {
  const forTests = env.RA_E2E === '1' || env.RA_E2E === 'release-fuses';
  const givenRuntime = env.ELECTRON_OVERRIDE_DIST_PATH || undefined;
  const givenVersion = givenRuntime && readVersion(givenRuntime);
  if (givenRuntime && !forTests) refuseForRelease(givenVersion, [givenRuntime]);

  const check = (context) => {
    if (forTests) return;
    const { framework, config } = context.packager.info;
    refuseForRelease(framework.version, [
      context.appOutDir,
      typeof config.electronDist === 'string' && config.electronDist,
    ]);
  };

  return {
    appId: 'org.removalassistant.app',
    productName: manifest.productName,
    copyright: 'MIT licence. Independent of Kaspersky.',
    artifactName: '${name}-${version}-${os}-${arch}.${ext}',
    directories: {
      // Not the default "build": that folder would be left out of the app, and the built app is in it.
      buildResources: 'build/icons',
      output: forTests
        ? `build/out/test-packages/${env.RA_E2E === '1' ? 'inspectable' : 'release-fuses'}`
        : 'build/out/packages',
    },
    files: ['build/out/app/**', 'package.json', '!node_modules/**'],
    // deb and rpm insist on a home page; this name can never belong to anybody.
    extraMetadata: { homepage: manifest.homepage ?? 'https://removal-assistant.invalid/' },
    asar: true,
    npmRebuild: false,
    publish: null,
    ...(givenRuntime ? { electronDist: path.resolve(givenRuntime), electronVersion: givenVersion } : {}),
    electronFuses: fuses({ inspectable: env.RA_E2E === '1', old: Boolean(givenVersion?.startsWith('25.')) }),
    beforePack: (context) => {
      check(context);
      // The Nodes for Linux and Windows come from one lockfile.
      return context.electronPlatformName === 'darwin' ? ensureMacRuntime() : ensureWindowsRuntime();
    },
    afterPack: (context) => {
      check(context);
      // Electron's own demo app comes along with an unpacked runtime.
      fs.rmSync(path.join(resourcesFolder(context), 'default_app.asar'), { force: true });
    },
    win: {
      icon: 'build/icons/icon.ico',
      // Windows' own functions are called through koffi, which is native code: the one dependency that is not in the
      // bundle. It comes from its own lockfile, because npm fetches it only for the system that it runs on.
      files: [{ from: path.relative(root, places.modules), to: 'node_modules', filter: koffiFiles }],
      asarUnpack: ['**/*.node'],
      extraResources: commandLine.windows,
      // The archive is for a stick. A program that unpacks itself at each start would have the command line nowhere.
      target: [
        { target: 'nsis', arch: ['x64'] },
        { target: 'zip', arch: ['x64'] },
      ],
    },
    nsis: {
      oneClick: false,
      allowToChangeInstallationDirectory: true,
      artifactName: '${name}-${version}-setup-${arch}.${ext}',
      // The journal and the quarantine are there, and taking them away would take undo away.
      deleteAppDataOnUninstall: false,
    },
    mac: {
      icon: 'build/icons/icon.icns',
      category: 'public.app-category.utilities',
      target: [
        { target: 'pkg', arch: ['x64', 'arm64'] },
        { target: 'zip', arch: ['x64', 'arm64'] },
      ],
      extraResources: commandLine.mac,
    },
    // Its script, which is root's, puts the helper where only root can write: for the whole Mac or not at all.
    pkg: {
      scripts: '../mac/scripts',
      installLocation: '/Applications',
      isRelocatable: false,
      allowAnywhere: false,
      allowCurrentUserHome: false,
    },
    linux: {
      icon: 'build/icons/linux',
      category: 'Utility',
      synopsis: 'Finds and removes Kaspersky products, and proves it',
      maintainer: 'The Removal Assistant contributors <nobody@removal-assistant.invalid>',
      executableName: 'removal-assistant-window',
      syncDesktopName: true,
      extraResources: commandLine.linux,
      // The archive is for a stick; what mounts itself at each start could never be given rights.
      target: ['deb', 'rpm', 'tar.gz'],
    },
    // Where pkexec is missing, the window says how to go on without it.
    deb: { fpm: outside, recommends: ['pkexec | policykit-1'] },
    rpm: { fpm: outside },
  };
}

module.exports = () => configuration(process.env);
module.exports.configuration = configuration;
