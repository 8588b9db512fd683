import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownCommand } from '../../electron/platform/shared/own-program.ts';

const { configuration } = createRequire(import.meta.url)('../../build/electron-builder.cjs') as {
  configuration: (env: object) => {
    readonly productName: string;
    readonly deb: { readonly fpm: readonly string[] };
  };
};

it('a package for Linux gives the command line the name that the window says it has', () => {
  const { productName, deb } = configuration({});
  const [from = '', to = ''] = (deb.fpm[1] ?? '').split('=');
  expect(statSync(from).mode & 0o777).toBe(0o755);
  const resources = join('/opt', productName, 'resources');
  const command = (isThere: boolean) =>
    ownCommand({ isPackaged: true, resources, app: '' }, 'linux', (path) => isThere && path === to);
  expect(command(true)).toEqual(['removal-assistant']);
  // What stands under that name starts the very program that lies there.
  const [itself = ''] = command(false);
  expect(readFileSync(from, 'utf8')).toContain(`\nexec '${itself}' "$@"\n`);
});
