import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright';

import type { HostUser } from './enter';
import type { Host } from './host';
import { repoRoot } from './paths';

export interface WindowOptions {
  /** For Electron: the app's folder first, at the path it has inside the host. */
  readonly args: readonly string[];
  /** The number of a display on this machine that asks for no cookie, see startDisplay(). */
  readonly display: string;
  /** A folder inside the host, which is made; everything of the app's profile stays there. */
  readonly userData: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Root without it. A user other than root gets Chromium's own sandbox. */
  readonly user?: HostUser;
  /** The Electron binary as the host sees it; the one this checkout runs on if not given. */
  readonly executable?: string;
  readonly timeoutMs?: number;
}

/** The same choice as the start scripts: the override, else the electron package, else the stand-in. */
export const electronFolder = (): string => {
  const folders = [
    process.env['ELECTRON_OVERRIDE_DIST_PATH'],
    join(repoRoot, 'node_modules', 'electron', 'dist'),
    join(repoRoot, 'build', '.cache', 'electron-stand-in'),
  ];
  const found = folders.find((folder) => folder !== undefined && existsSync(join(folder, 'electron')));
  if (found === undefined) throw new Error(`There is no Electron to run; looked in ${folders.join(', ')}.`);
  return found;
};

const quote = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** Playwright starts it here, with its own arguments; it hands them to the Electron inside the host. */
const writeWrapper = (argv: readonly string[]): { readonly path: string; readonly remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'window-on-host-'));
  const path = join(folder, 'electron');
  writeFileSync(path, `#!/bin/sh\nexec ${argv.map(quote).join(' ')} "$@"\n`);
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/**
 * The real window on the host, driven from here. Playwright talks to it over this machine's loopback, so the host must
 * share the network; its loader file is seen inside because it lies in the checkout, which is bound at the same path.
 * Close the app before the host stops.
 */
export const launchWindowOn = async (host: Host, options: WindowOptions): Promise<ElectronApplication> => {
  if (host.privateNetwork)
    throw new Error(`Playwright cannot reach ${host.name}: it has a network of its own.`);
  const owner = options.user?.name ?? 'root';
  await host.exec(['install', '-d', '-o', owner, '-m', '700', options.userData]);
  const wrapper = writeWrapper(
    host.enterCommand([options.executable ?? join(electronFolder(), 'electron')], {
      env: { DISPLAY: options.display, ELECTRON_DISABLE_SECURITY_WARNINGS: '1', ...options.env },
      ...(options.user ? { user: options.user, cwd: options.user.home } : {}),
    }),
  );
  try {
    const app = await _electron.launch({
      executablePath: wrapper.path,
      args: [...options.args, `--user-data-dir=${options.userData}`],
      chromiumSandbox: options.user !== undefined,
      timeout: options.timeoutMs ?? 30_000,
    });
    app.on('close', wrapper.remove);
    return app;
  } catch (error) {
    wrapper.remove();
    throw error;
  }
};
