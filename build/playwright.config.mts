import { resolve } from 'node:path';
import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';

const root = resolve(import.meta.dirname, '..');
const results = resolve(root, 'e2e/results');

/** Each test starts an Electron of its own with its own profile folder, so tests may run side by side. */
const config: PlaywrightTestConfig = defineConfig({
  testDir: resolve(root, 'e2e'),
  testMatch: '*.spec.ts',
  testIgnore: ['rigs/**', 'results/**'],
  // An `only` left behind would quietly skip every other test.
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  outputDir: resolve(results, 'artifacts'),
  reporter: [['list'], ['json', { outputFile: resolve(results, 'report.json') }]],
});

export default config;
