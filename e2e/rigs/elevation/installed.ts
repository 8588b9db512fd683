import { chmodSync, copyFileSync, cpSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

import type { Host } from '../debian/host';
import { repoRoot } from '../debian/paths';
import { electronFolder } from '../debian/window';

/** Where a package puts this program; the polkit action names the same place. */
export const installFolder = '/opt/Kaspersky Removal Assistant';
export const installedWindow = `${installFolder}/removal-assistant-window`;

const built = (...parts: readonly string[]): string => join(repoRoot, 'build', 'out', ...parts);

/**
 * Lays this program out on the host the way a package does: the window under its own name, the command line with a Node
 * of its own beside it, the command in the PATH, and the polkit action. Node is the one that runs the tests.
 */
export const install = (host: Host): void => {
  const inside = (path: string): string => `${host.rootPath()}${path}`;
  const resources = inside(`${installFolder}/resources`);
  cpSync(electronFolder(), inside(installFolder), { recursive: true });
  renameSync(inside(`${installFolder}/electron`), inside(installedWindow));
  copyApp(join(resources, 'app'));
  mkdirSync(join(resources, 'cli'));
  copyFileSync(process.execPath, join(resources, 'cli', 'node'));
  copyFileSync(built('cli', 'removal-assistant.cjs'), join(resources, 'cli', 'removal-assistant.cjs'));
  copyFileSync(join(repoRoot, 'build/posix/removal-assistant'), join(resources, 'cli', 'removal-assistant'));
  copyFileSync(join(repoRoot, 'build/linux/removal-assistant'), inside('/usr/bin/removal-assistant'));
  for (const name of ['node', 'removal-assistant']) chmodSync(join(resources, 'cli', name), 0o755);
  const policy = 'org.removalassistant.worker.policy';
  copyFileSync(join(repoRoot, 'build/linux', policy), inside(`/usr/share/polkit-1/actions/${policy}`));
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
