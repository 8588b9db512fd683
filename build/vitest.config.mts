import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');
const define = { __APP_VERSION__: JSON.stringify('0.0.0-test') };
/** For what is stuck, never for a busy machine. In milliseconds. */
const testTimeout = process.env['RA_FULL'] === undefined ? 60_000 : 300_000;
/** The same for a state that a test waits for. */
const patience = { testTimeout, expect: { poll: { timeout: testTimeout / 2 } } };
/** These put parts of their own in the place of Node's modules. */
const ownModules = 'electron/**/kills.test.ts';
const exclude = ['**/node_modules/**', 'build/out/**', 'build/.cache/**', 'e2e/results/**'];

export default defineConfig({
  root,
  test: {
    // Left to itself it keeps one processor free: on two that is half the speed.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', 'json'],
    outputFile: { json: resolve(root, 'build/out/results/unit.json') },
    projects: [
      {
        root,
        define,
        test: {
          name: 'node',
          environment: 'node',
          setupFiles: [resolve(root, 'build/vitest.setup.ts')],
          ...patience,
          // Most of the time would go into loading the same modules again for each of 200 files.
          isolate: false,
          include: ['electron/**/*.test.ts', 'build/**/*.test.ts', 'e2e/**/*.test.ts'],
          exclude: [...exclude, ownModules],
        },
      },
      {
        root,
        define,
        test: { name: 'alone', environment: 'node', ...patience, include: [ownModules], exclude },
      },
      {
        root,
        define,
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'jsdom',
          ...patience,
          isolate: false,
          include: ['renderer/**/*.test.{ts,tsx}'],
          exclude,
        },
      },
      {
        root,
        define,
        plugins: [react()],
        test: {
          name: 'window',
          environment: 'jsdom',
          ...patience,
          isolate: false,
          include: ['e2e/window/**/*.test.tsx'],
          exclude,
        },
      },
    ],
  },
});
