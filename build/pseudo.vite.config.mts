import { resolve } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';
import app from './electron.vite.config.mts';

const root = resolve(import.meta.dirname, '..');
const languages = resolve(root, 'e2e/languages');

/** What stands in for two languages: no translator ever sees English as long as that, or written from the right. */
const standIns: Readonly<Record<string, string>> = {
  './es.ts': resolve(languages, 'long.ts'),
  './fr.ts': resolve(languages, 'right-to-left.ts'),
};

const { renderer } = app as { renderer: UserConfig };

/** The page of the window with two languages for tests, beside the ordinary build, which has no trace of them. */
export default defineConfig({
  ...renderer,
  base: './',
  plugins: [
    ...(renderer.plugins ?? []),
    {
      name: 'pseudo-languages',
      enforce: 'pre',
      resolveId: (source, importer) =>
        importer?.endsWith('/core/text/index.ts') === true ? standIns[source] : undefined,
    },
  ],
  build: {
    ...renderer.build,
    outDir: resolve(root, 'build/out/app-pseudo/renderer'),
    // For a look, not for a release.
    minify: false,
    reportCompressedSize: false,
  },
});
