import { createRequire } from 'node:module';
import { join } from 'node:path';
import { withFileLock } from '../rigs/debian/file-lock';
import { cacheRoot, repoRoot } from '../rigs/debian/paths';

const load = createRequire(join(repoRoot, 'package.json'));

type Kind = 'inspectable' | 'release-fuses';

/** A package of this program as a folder, made when something that it is made of is newer: by one process, for all. */
export const ensureTestPackage = (kind: Kind): Promise<string> => {
  const { ensureTestPackage: ensure } = load('./build/scripts/test-package.cjs') as {
    readonly ensureTestPackage: (kind: Kind) => Promise<string>;
  };
  return withFileLock(join(cacheRoot(), 'test-package.lock'), () => ensure(kind));
};

/** What a package puts outside its own folder: `/checkout/file=/place/on/the/computer`. */
export const placedOutside = (): readonly string[] => {
  const { configuration } = load('./build/electron-builder.cjs') as {
    readonly configuration: (env: object) => { readonly deb: { readonly fpm: readonly string[] } };
  };
  return configuration({}).deb.fpm;
};
