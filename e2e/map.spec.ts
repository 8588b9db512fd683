import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { en } from '../electron/core/text/en.ts';
import { expect, test } from './app.ts';
import { answerOpenDialog, answerSaveDialog } from './bridge.ts';
import { fleetStart, writeFleet } from './fleet/fleet.ts';

const words = en.map;
const pictures = resolve(__dirname, 'results/pictures');

/** More stops than the screen has. */
const mostStops = 120;

/** Goes from stop to stop until this one has the focus; what the keyboard does not reach fails here. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${String(target)}`);
};

const press = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, page.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
};

/** Which row of the table, its head counted, the focus is in. */
const focusedRow = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.closest('[role="row"]')?.getAttribute('aria-rowindex'));

/** Opens a list by its label and takes an entry, all by keys. */
const choose = async (page: Page, label: string, entry: string): Promise<void> => {
  await tabTo(page, page.getByRole('button', { name: new RegExp(`${label}$`) }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: entry, exact: true })).toBeVisible();
  await page.keyboard.type(entry);
  await expect(page.getByRole('option', { name: entry, exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
};

test('the map, walked by keyboard: folder, clock, list, filters, export', async ({
  app,
  page,
  folders,
  violations,
}) => {
  const planted = writeFleet(join(folders.scratch, 'Site reports'), 300, 11, 2);
  writeFileSync(join(folders.scratch, 'assets.csv'), planted.assets);
  await press(page, words.shell.show);
  await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeFocused();
  expect(await violations()).toEqual([]);

  await answerOpenDialog(app, join(folders.scratch, 'Site reports'));
  await press(page, words.window.choose);
  const table = page.getByRole('grid', { name: words.window.table });
  await expect(table).toBeVisible();
  const seen = [...planted.computers.values()].filter(({ state }) => state !== 'missing');
  await expect(page.getByText(words.window.shown(seen.length, seen.length))).toBeVisible();

  await answerOpenDialog(app, join(folders.scratch, 'assets.csv'));
  await press(page, words.window.chooseAssets);
  await expect(
    page.getByText(words.window.shown(planted.computers.size, planted.computers.size)),
  ).toBeVisible();
  await choose(page, words.directive, 'BOD 17-01');
  const start = page.getByRole('textbox', { name: words.window.start });
  await tabTo(page, start);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(fleetStart);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: words.deadlines })).toBeVisible();
  await expect(page.getByText(words.dueOn(30, new Date('2026-10-31')))).toBeVisible();

  await choose(page, words.state, words.states.removed);
  const removed = seen.filter(({ state }) => state === 'removed').length;
  await expect(page.getByText(words.window.shown(removed, planted.computers.size))).toBeVisible();
  await tabTo(page, table.getByRole('row').nth(1));
  expect(await violations()).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focusedRow(page)).toBe('3');
  await page.keyboard.press('End');
  await expect.poll(() => focusedRow(page)).toBe(String(removed + 1));

  const saved = join(folders.scratch, 'map.csv');
  await answerSaveDialog(app, saved);
  await press(page, words.window.export);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.window.saved('map.csv')).first()).toBeVisible();
  const labels = new Set(
    readFileSync(saved, 'utf8')
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]),
  );
  expect(labels.size).toBe(
    new Set([...planted.computers.keys()].map((label) => label.replace(/#\d$/, ''))).size,
  );

  await page.screenshot({ path: join(pictures, 'map.png') });
  await press(page, words.window.close);
  await expect(page.getByRole('heading', { level: 1, name: en.window.start.heading })).toBeFocused();
});
