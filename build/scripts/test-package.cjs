// A package of this program as a folder, made by electron-builder with the settings of a release on whatever Electron is
// at hand. For tests: what they install on a host is what people get.
const path = require('node:path');
const { electronRuntime, runtimeEnvironment } = require('./electron-runtime.cjs');
const { ensureCliBundle } = require('./cli-bundle.cjs');
const { isStale } = require('./freshness.cjs');
const { must, ensureFolder } = require('./locked-folder.cjs');
const { root, out, cli } = require('./paths.cjs');

const builder = path.join(root, 'node_modules', 'electron-builder', 'cli.js');
const config = path.join(root, 'build', 'electron-builder.cjs');
const inputs = ['build/out/app', 'build/linux', 'build/posix', 'package.json'].map((name) =>
  path.join(root, name),
);

/**
 * Resolves to the folder. Throws with electron-builder's last words.
 * @param {'inspectable' | 'release-fuses'} kind whether Playwright can attach to it, or with every fuse of a release
 */
async function ensureTestPackage(kind) {
  const runtime = await electronRuntime(() => undefined);
  ensureCliBundle();
  const folder = path.join(out, 'test-packages', kind);
  const program = path.join(folder, 'removal-assistant-window');
  return ensureFolder({
    folder,
    isCurrent: () => !isStale([program], [...inputs, cli, config]),
    assemble: (work) => {
      const env = {
        ...process.env,
        ...runtimeEnvironment(runtime),
        RA_E2E: kind === 'inspectable' ? '1' : kind,
      };
      const args = ['--config', config, '--linux', 'dir', `--config.directories.output=${work}`];
      must(process.execPath, [builder, ...args], { cwd: root, env });
      return path.join(work, 'linux-unpacked');
    },
  });
}

module.exports = { ensureTestPackage };
