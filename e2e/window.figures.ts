import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { it } from 'vitest';
import { answerOpenDialog } from './bridge.ts';

/** How long the page's own tasks take: one over 50 ms is felt as a stutter. */

const root = resolve(import.meta.dirname, '..');
const findings = 5_000;

interface Tasks {
  readonly long: number;
  readonly longest: number;
}

/** Tasks over 50 ms while something is done, as Chromium's own observer of long tasks tells them. In milliseconds. */
const during = async (page: Page, work: () => Promise<void>): Promise<Tasks> => {
  await page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(window, { durations });
    new PerformanceObserver((list) =>
      durations.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    });
  });
  await work();
  // The observer tells of a task after it.
  await page.waitForTimeout(500);
  const durations = await page.evaluate(() => (window as unknown as { durations: number[] }).durations);
  return { long: durations.length, longest: Math.max(0, ...durations) };
};

const bigScan = (path: string): void => {
  const rows = Array.from({ length: findings }, (_each, at) => ({
    path: `/var/opt/kaspersky/kesl/part-${String(at)}`,
    kind: 'file',
  }));
  const own = {
    name: 'kesl',
    version: '12.1.0',
    publisher: 'AO Kaspersky Lab',
    manager: 'dpkg',
    state: 'installed',
  };
  const readings = { packages: { kind: 'ok', rows: [own] }, files: { kind: 'ok', rows } };
  const host = { os: 'linux', version: 'Debian 12', arch: 'x64', elevated: true, name: 'big' };
  writeFileSync(
    path,
    JSON.stringify({
      schema: 'removal-assistant/snapshot/1',
      takenAt: '2026-11-01T10:00:00Z',
      host,
      readings,
    }),
  );
};

const measure = async (app: ElectronApplication, folder: string): Promise<readonly string[]> => {
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  const lines: string[] = [];
  const figure = async (what: string, work: () => Promise<void>): Promise<void> => {
    const { long, longest } = await during(page, work);
    lines.push(
      `${what}: ${String(long)} tasks over 50 ms${long === 0 ? '' : `, the longest ${longest.toFixed(0)} ms`}`,
    );
  };
  const press = (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
  await figure('a scan, from the press to its result', async () => {
    await press('Look for Kaspersky');
    await page.getByRole('button', { name: /^Prepare to remove/ }).waitFor();
  });
  const scan = join(folder, 'big.json');
  bigScan(scan);
  await answerOpenDialog(app, scan);
  await page.getByRole('button', { name: /Start/ }).first().click();
  await figure(`a saved scan with ${String(findings)} findings opened`, async () => {
    await press('Open a saved scan');
    await page.getByRole('heading', { name: /in this saved scan/ }).waitFor();
  });
  await press('Evidence: Kaspersky Endpoint Security for Linux');
  await figure('all of them shown', () => press(/^Show all/));
  await figure('leafed through to the last one', async () => {
    for (let at = 0; at < 30; at++) await page.keyboard.press('PageDown');
    await page.keyboard.press('End');
    await page.getByText(`part-${String(findings - 1)}`).waitFor();
  });
  return lines;
};

it('how long the tasks of the page take', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'window-figures-'));
  const args = [root, `--user-data-dir=${join(folder, 'profile')}`, `--state-dir=${join(folder, 'state')}`];
  const app = await _electron.launch({ args: [...args, '--example', 'home-pc', '--example-speed=20'] });
  try {
    process.stdout.write(`\n${(await measure(app, folder)).join('\n')}\n`);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
