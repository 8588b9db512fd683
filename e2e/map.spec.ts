import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Bridge } from '../electron/core/contract/contract.ts';
import { en } from '../electron/core/text/en.ts';
import { expect, test } from './app.ts';
import { answerOpenDialog, answerSaveDialog } from './bridge.ts';
import { fleetStart, writeFleet } from './fleet/fleet.ts';
import { dropOn } from './handing-over.ts';

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
  // Month, day and year, as this language has them.
  const start = page.getByRole('group', { name: words.window.start });
  await tabTo(page, start.getByRole('spinbutton').last());
  // Digit by digit and part by part to the left, until nothing is there.
  for (let digits = 0; digits < 12; digits++) await page.keyboard.press('Backspace');
  await expect(page.getByText(words.window.startWhole)).toBeVisible();
  await expect(start.getByRole('spinbutton').first()).toBeFocused();
  const [year = '', month = '', day = ''] = fleetStart.split('-');
  await page.keyboard.type(`${month}${day}${year}`);
  await expect(page.getByText(words.window.startWhole)).toBeHidden();
  await press(page, words.window.apply);
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

test.describe('a folder that is dropped on the map', () => {
  test('is read like one that was chosen', async ({ page, folders }) => {
    const planted = writeFleet(join(folders.scratch, 'Site reports'), 20, 11, 0);
    await page.getByRole('button', { name: words.shell.show }).click();
    const zone = page.getByRole('heading', { name: words.window.empty });
    await dropOn(page, zone, [join(folders.scratch, 'Site reports')]);
    await expect(page.getByRole('grid', { name: words.window.table })).toBeVisible();
    await expect(page.getByText(words.window.from('Site reports'))).toBeVisible();
    const seen = [...planted.computers.values()].filter(({ state }) => state !== 'missing').length;
    await expect(page.getByText(words.window.shown(seen, seen))).toBeVisible();
  });

  test('is one, and a folder; otherwise a sentence says so', async ({ page, folders }) => {
    const [one, other] = [join(folders.scratch, 'one'), join(folders.scratch, 'other')];
    for (const each of [one, other]) writeFleet(each, 3, 11, 0);
    await page.getByRole('button', { name: words.shell.show }).click();
    const zone = page.getByRole('heading', { name: words.window.empty });
    await dropOn(page, zone, [one, other]);
    await expect(page.getByRole('alert')).toContainText(en.problems['nothing-handed-over']());
    // What was dropped before is not what is meant now.
    await dropOn(page, page.getByRole('heading', { level: 1 }), [one]);
    await dropOn(page, zone, []);
    await expect(page.getByRole('alert')).toContainText(en.problems['nothing-handed-over']());
    await expect(page.getByRole('grid', { name: words.window.table })).toBeHidden();
    writeFileSync(join(folders.scratch, 'a.json'), '{}');
    await dropOn(page, zone, [join(folders.scratch, 'a.json')]);
    await expect(page.getByRole('alert')).toContainText('a.json');
  });

  test('cannot be named by the page: events that it makes itself hand nothing over', async ({ page }) => {
    const asked = await page.evaluate(async () => {
      const dropped = new DataTransfer();
      const file = new File(['x'], 'etc');
      Object.defineProperty(file, 'path', { value: '/etc' });
      dropped.items.add(file);
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true }));
      return (window as unknown as { bridge: Bridge }).bridge.call('openMap', { handedOver: true });
    });
    expect(asked).toMatchObject({ ok: false, problem: { code: 'nothing-handed-over' } });
  });
});
