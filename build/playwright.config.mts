import { resolve } from 'node:path';
import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';

const root = resolve(import.meta.dirname, '..');
const results = resolve(root, 'e2e/results');

/** Each test starts an Electron of its own with its own profile folder, so tests may run side by side. */
const config: PlaywrightTestConfig = defineConfig({
  testDir: resolve(root, 'e2e'),
  testMatch: '*.spec.ts',
  testIgnore: ['rigs/**', 'results/**'],
  // What others walk through anyway, or nearly so.
  ...(process.env['RA_FULL'] === undefined ? { grepInvert: /@full/ } : {}),
  // An `only` left behind would quietly skip every other test.
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // For a stuck test, never for a slow machine: on a fresh one the first test also makes the Debian host's base.
  timeout: process.env['RA_FULL'] === undefined ? 300_000 : 900_000,
  expect: { timeout: 30_000 },
  outputDir: resolve(results, 'artifacts'),
  reporter: [['list'], ['json', { outputFile: resolve(results, 'report.json') }]],
});

export default config;
