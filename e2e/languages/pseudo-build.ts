import { execFileSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const folder = join(root, 'build/out/app-pseudo');

let isBuilt = false;

/**
 * Builds the page with the two languages for tests beside the ordinary main process, once a process. The folder is an
 * app for Electron.
 */
export const pseudoBuild = (): string => {
  if (isBuilt) return folder;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const config = join(root, 'build/pseudo.vite.config.mts');
  const args = [vite, 'build', '--config', config, '--logLevel', 'error'];
  execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  for (const part of ['main', 'preload'])
    cpSync(join(root, 'build/out/app', part), join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'pseudo', main: 'main/main.cjs' }));
  isBuilt = true;
  return folder;
};
