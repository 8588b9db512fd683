import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');
/** `debian` or `wine`; without it all of them. */
const kind = process.env['RA_RIGS'];
const wine = 'e2e/rigs/wine/**/*.rig.ts';
/** Tests of the machines and of their fixtures, and of what others walk through anyway: at full size only. */
const atFullSize = [
  'e2e/rigs/debian/**',
  'e2e/rigs/wine/{machine,state,windows-api-machine,windows-quarantine}.rig.ts',
];

/**
 * Tests against whole machines: each file sets one up, so files may run side by side but tests inside one may not. Wine
 * machines take both processors wholly, so `npm test` runs them apart from what has a window.
 */
export default defineConfig({
  root,
  define: { __APP_VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    name: 'rigs',
    environment: 'node',
    include: [kind === 'wine' ? wine : 'e2e/rigs/**/*.rig.ts'],
    exclude: [
      '**/node_modules/**',
      ...(kind === 'debian' ? [wine] : []),
      ...(process.env['RA_FULL'] === undefined ? atFullSize : []),
    ],
    pool: 'forks',
    // Half of the time a Windows removal waits, for what comes back or lingers.
    maxWorkers: kind === 'wine' ? 3 : 2,
    fileParallelism: true,
    sequence: { concurrent: false },
    testTimeout: 300_000,
    // A state that a test waits for may be long in coming on a busy machine.
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 300_000,
    reporters: ['default', 'json'],
    outputFile: { json: resolve(root, `build/out/results/rigs${kind === undefined ? '' : `-${kind}`}.json`) },
  },
});
