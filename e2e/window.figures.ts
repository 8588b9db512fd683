import type * as PerfHooksModule from 'node:perf_hooks';
import type { IntervalHistogram } from 'node:perf_hooks';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { it } from 'vitest';
import { answerOpenDialog } from './bridge.ts';

/** How long the tasks of the page and of the main process take: one over 50 ms is felt as a stutter. */

type PerfHooks = typeof PerfHooksModule;

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

/** The longest that the main process answered nobody while something was done, in milliseconds. */
const longestInMain = async (app: ElectronApplication, work: () => Promise<void>): Promise<number> => {
  await app.evaluate(() => {
    const perfHooks = process.mainModule?.require('node:perf_hooks') as PerfHooks | undefined;
    if (perfHooks === undefined) throw new Error('no way to Node’s own measures');
    const delay = perfHooks.monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    Object.assign(globalThis, { delay });
  });
  await work();
  return app.evaluate(() => (globalThis as unknown as { delay: IntervalHistogram }).delay.max / 1e6);
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

/** Does things one after the other, and writes down how long their tasks were. */
const stopwatch = (app: ElectronApplication, page: Page) => {
  const lines: string[] = [];
  const figure = async (what: string, work: () => Promise<void>): Promise<void> => {
    let tasks: Tasks = { long: 0, longest: 0 };
    const main = await longestInMain(app, async () => {
      tasks = await during(page, work);
    });
    const { long, longest } = tasks;
    const ofPage = `${String(long)} tasks over 50 ms${long === 0 ? '' : `, the longest ${longest.toFixed(0)} ms`}`;
    lines.push(`${what}: ${ofPage}; in the main process the longest ${main.toFixed(0)} ms`);
  };
  return { lines, figure };
};

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();

const openBigScan = async (
  app: ElectronApplication,
  page: Page,
  folder: string,
): Promise<readonly string[]> => {
  const { lines, figure } = stopwatch(app, page);
  await figure('a scan of an example, from the press to its result', async () => {
    await press(page, 'Look for Kaspersky');
    await page.getByRole('button', { name: /^Prepare to remove/ }).waitFor();
  });
  const scan = join(folder, 'big.json');
  bigScan(scan);
  await answerOpenDialog(app, scan);
  await press(page, /Start/);
  await figure(`a saved scan with ${String(findings)} findings opened`, async () => {
    await press(page, 'Open a saved scan');
    await page.getByRole('heading', { name: /in this saved scan/ }).waitFor();
  });
  await press(page, 'Evidence: Kaspersky Endpoint Security for Linux');
  await figure('all of them shown', () => press(page, /^Show all/));
  await figure('leafed through to the last one', async () => {
    for (let at = 0; at < 30; at++) await page.keyboard.press('PageDown');
    await page.keyboard.press('End');
    await page.getByText(`part-${String(findings - 1)}`).waitFor();
  });
  return lines;
};

const scanHere = async (app: ElectronApplication, page: Page): Promise<readonly string[]> => {
  const { lines, figure } = stopwatch(app, page);
  for (const time of ['first', 'second'])
    await figure(`the ${time} scan of this computer`, async () => {
      await press(page, time === 'first' ? 'Look for Kaspersky' : 'Look again');
      await page.getByRole('button', { name: 'Look again' }).waitFor();
    });
  return lines;
};

type Work = (app: ElectronApplication, page: Page, folder: string) => Promise<readonly string[]>;

it.each<[string, Work, readonly string[]]>([
  ['a recorded computer', openBigScan, ['--example', 'home-pc', '--example-speed=20']],
  ['this computer', scanHere, []],
])('how long tasks take on %s', async (_what, work, more) => {
  const folder = mkdtempSync(join(tmpdir(), 'window-figures-'));
  const args = [root, `--user-data-dir=${join(folder, 'profile')}`, `--state-dir=${join(folder, 'state')}`];
  const app = await _electron.launch({ args: [...args, '--lang=en', ...more] });
  try {
    const page = await app.firstWindow();
    await page.waitForLoadState('load');
    process.stdout.write(`\n${(await work(app, page, folder)).join('\n')}\n`);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
