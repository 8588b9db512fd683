import { createRequire } from 'node:module';
import { join } from 'node:path';
import { repoRoot } from '../rigs/debian/paths';

const load = createRequire(join(repoRoot, 'package.json'));

/** A package of this program as a folder, made when something that it is made of is newer. */
export const { ensureTestPackage } = load('./build/scripts/test-package.cjs') as {
  readonly ensureTestPackage: (kind: 'inspectable' | 'release-fuses') => Promise<string>;
};

/** What a package puts outside its own folder: `/checkout/file=/place/on/the/computer`. */
export const placedOutside = (): readonly string[] => {
  const { configuration } = load('./build/electron-builder.cjs') as {
    readonly configuration: (env: object) => { readonly deb: { readonly fpm: readonly string[] } };
  };
  return configuration({}).deb.fpm;
};
