import { chmodSync, copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ensureTestPackage, placedOutside } from '../../packages/test-package';
import type { Host } from '../debian/host';
import { repoRoot } from '../debian/paths';

/** Where a package puts this program; the polkit action names the same place. */
export const installFolder = '/opt/Kaspersky Removal Assistant';
export const installedWindow = `${installFolder}/removal-assistant-window`;

const built = (...parts: readonly string[]): string => join(repoRoot, 'build', 'out', ...parts);

/** Puts a package of this program on the host the way its installer does: as root, and nobody else may write there. */
export const install = async (host: Host): Promise<void> => {
  const inside = (path: string): string => `${host.rootPath()}${path}`;
  cpSync(await ensureTestPackage('inspectable'), inside(installFolder), { recursive: true });
  for (const words of placedOutside()) {
    const [from = '', to = ''] = words.split('=');
    mkdirSync(dirname(inside(to)), { recursive: true });
    copyFileSync(from, inside(to));
  }
};

/** What Electron needs of a checkout to open the window. */
const copyApp = (folder: string): void => {
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(repoRoot, 'package.json'), join(folder, 'package.json'));
  cpSync(built('app'), join(folder, 'build/out/app'), { recursive: true });
};

/** Node for the whole computer, as an administrator installs it: the one that runs the tests. */
export const installNode = (host: Host): void => {
  const node = `${host.rootPath()}/usr/local/bin/node`;
  copyFileSync(process.execPath, node);
  chmodSync(node, 0o755);
};

/** A checkout that belongs to a user: whatever runs as that user can exchange it. */
export const checkOut = async (
  host: Host,
  user: { readonly name: string; readonly home: string },
): Promise<string> => {
  const folder = `${user.home}/checkout`;
  const outside = `${host.rootPath()}${folder}`;
  copyApp(outside);
  mkdirSync(join(outside, 'build/out/cli'));
  copyFileSync(built('cli', 'removal-assistant.cjs'), join(outside, 'build/out/cli/removal-assistant.cjs'));
  await host.exec(['chown', '-R', `${user.name}:${user.name}`, folder]);
  return folder;
};
