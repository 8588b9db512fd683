import { readFileSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, '..');
const folder = resolve(root, 'build/out/cli');
const file = 'removal-assistant.cjs';
const work = resolve(folder, `.building-${process.pid}`);
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string };

/**
 * The finished file appears whole or not at all, whoever else builds or runs it at the same moment. It bears the time
 * at which the build began, so that a source saved during the build counts as newer.
 */
function publishWhole(): Plugin {
  let begun = new Date();
  return {
    name: 'publish-whole',
    buildStart() {
      begun = new Date();
    },
    writeBundle() {
      utimesSync(resolve(work, file), begun, begun);
      renameSync(resolve(work, file), resolve(folder, file));
    },
    closeBundle() {
      rmSync(work, { recursive: true, force: true });
    },
  };
}

export default defineConfig({
  root,
  define: { __APP_VERSION__: JSON.stringify(version) },
  plugins: [publishWhole()],
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: resolve(root, 'electron/cli/main.ts'),
    outDir: work,
    emptyOutDir: true,
    target: 'node18',
    minify: true,
    sourcemap: false,
    rolldownOptions: {
      // Native code cannot be part of the one file; only Windows loads it.
      external: ['koffi', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
      output: { format: 'cjs', entryFileNames: file, codeSplitting: false },
    },
  },
});
