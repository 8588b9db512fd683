import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { ensureTestPackage } from './packages/test-package';

/**
 * A package as electron-builder makes it, with every fuse of a release, on the Electron that is at hand. It takes no
 * settings that it does not know, those for other systems included.
 */

test('a package has the fuses of a release burnt in, and holds the built app and the command line alone', async () => {
  const folder = await ensureTestPackage('release-fuses');
  const wire = await getCurrentFuseWire(join(folder, 'removal-assistant-window'));
  // One letter a fuse in the binary itself: see FuseState of @electron/fuses.
  const isOn = (fuse: FuseV1Options): boolean | undefined =>
    ({ 0: false, 1: true })[String.fromCharCode(wire[fuse] ?? 0)];
  expect({
    runAsNode: isOn(FuseV1Options.RunAsNode),
    nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    onlyFromArchive: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    integrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    cookies: isOn(FuseV1Options.EnableCookieEncryption),
  }).toEqual({
    runAsNode: false,
    nodeOptions: false,
    inspect: false,
    onlyFromArchive: true,
    integrity: true,
    cookies: true,
  });

  const archive = listPackage(join(folder, 'resources/app.asar'), { isPack: false });
  const files = archive.filter((path) => /\.\w+$/.test(path));
  expect(files).toEqual(expect.arrayContaining(['/package.json', '/build/out/app/main/main.cjs']));
  expect(files.filter((path) => path !== '/package.json' && !path.startsWith('/build/out/app/'))).toEqual([]);

  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  const command = join(folder, 'resources/cli/removal-assistant');
  // Nothing of the caller's environment, so no other Node either.
  const said = execFileSync(command, ['--version'], { env: { PATH: '/nowhere' }, encoding: 'utf8' });
  expect(said).toContain(version);
});
