import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

/** Tests against whole machines: each file sets one up, so files may run side by side but tests inside one may not. */
export default defineConfig({
  root,
  define: { __APP_VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    name: 'rigs',
    environment: 'node',
    include: ['e2e/rigs/**/*.rig.ts'],
    exclude: ['**/node_modules/**'],
    pool: 'forks',
    maxWorkers: 2,
    fileParallelism: true,
    sequence: { concurrent: false },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: ['default', 'json'],
    outputFile: { json: resolve(root, 'build/out/results/rigs.json') },
  },
});
