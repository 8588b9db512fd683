import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type ElectronViteConfigExport } from 'electron-vite';

const root = resolve(import.meta.dirname, '..');
const out = (name: string): string => resolve(root, 'build/out/app', name);
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string };

// electron-vite would choose targets from the installed Electron package; the development runtime may be an older one,
// so the oldest that must run the output is named here.
const nodeTarget = 'node18';
const pageTarget = 'chrome114';

const define = { __APP_VERSION__: JSON.stringify(version) };
const external = [
  'electron',
  /^electron\//,
  // Native code; build/electron-builder.cjs puts it beside the app.
  'koffi',
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

/** Main and preload: one CommonJS file each, with everything in it but Electron and Node's own modules. */
function nodeSide(name: string, entry: string) {
  return {
    root,
    define,
    build: {
      outDir: out(name),
      emptyOutDir: true,
      target: nodeTarget,
      minify: true,
      sourcemap: false,
      externalizeDeps: false,
      rolldownOptions: {
        input: { [name]: resolve(root, entry) },
        external,
        output: { format: 'cjs' as const, entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  };
}

const config: ElectronViteConfigExport = defineConfig({
  main: nodeSide('main', 'electron/shell/main.ts'),
  preload: nodeSide('preload', 'electron/shell/preload.ts'),
  renderer: {
    root: resolve(root, 'renderer'),
    define,
    plugins: [react()],
    build: {
      outDir: out('renderer'),
      emptyOutDir: true,
      target: pageTarget,
      cssTarget: pageTarget,
      minify: true,
      sourcemap: false,
      // The page's Content-Security-Policy allows no data: addresses for scripts or styles, so nothing is put inline.
      assetsInlineLimit: 0,
      // Read from the disk, not over a network: parts of this size are no fault.
      chunkSizeWarningLimit: 1000,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: resolve(root, 'renderer/index.html') },
    },
  },
});

export default config;
