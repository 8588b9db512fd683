import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

/** Figures for people: printed, never asserted. One at a time, so that none disturbs another. */
export default defineConfig({
  root,
  test: {
    name: 'bench',
    environment: 'node',
    include: ['e2e/**/*.figures.ts'],
    exclude: ['**/node_modules/**'],
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 300_000,
  },
});
