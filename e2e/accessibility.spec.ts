import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { en } from '../electron/core/text/en.ts';
import { answerOpenDialog } from './bridge.ts';
import { expect, test } from './example-window.ts';
import { writeFleet } from './fleet/fleet.ts';
import { faultsOf, picture, show, views } from './matrix.ts';
import type { View } from './matrix.ts';

/**
 * Every screen in light, dark and forced colours, at 200 % and 400 %: one start of the window, no fault in any view.
 * The normal run takes one view a screen in turn, `npm run prove` all six.
 */

const words = en.window;
const perScreen = process.env['RA_FULL'] === undefined ? 1 : views.length;

interface Inspection {
  readonly inspect: (screen: string) => Promise<void>;
  readonly faults: string[];
}

const inspectionOf = (app: ElectronApplication, page: Page): Inspection => {
  let at = 0;
  const faults: string[] = [];
  const inspect = async (screen: string): Promise<void> => {
    const chosen = Array.from({ length: perScreen }, (_each, n) => views[(at + n) % views.length] as View);
    at += perScreen;
    for (const view of chosen) {
      await show(app, page, view);
      await picture(app, page, `${screen}-${view.look}-${String(view.zoom * 100)}`);
      for (const fault of await faultsOf(page))
        faults.push(`${screen}, ${view.look}, ${String(view.zoom * 100)} %: ${fault}`);
    }
    for (const look of ['dark', 'light'] as const) {
      await show(app, page, { look, zoom: 1 });
      await picture(app, page, `${screen}-${look}`);
    }
  };
  return { inspect, faults };
};

test('every screen of the way has no fault in any view', async ({ app, page, person }) => {
  const { inspect, faults } = inspectionOf(app, page);
  await person.heading(words.start.heading);
  await inspect('1-start');
  await person.choose(/^I’m helping someone/);
  await inspect('1-start-helping');
  await person.press(words.start.look);
  await person.heading(words.identify.foundHeading(3));
  await person.press(words.evidence.of('Kaspersky VPN'));
  await inspect('2-identify');
  await person.press(words.identify.prepare(3));
  await person.heading(words.prepare.heading);
  await inspect('3-prepare');
  await person.type(/To go on all the same/, words.prepare.word);
  await person.tick(words.prepare.read);
  await person.press(new RegExp(`^${words.prepare.remove(3)}`));
  await person.heading(words.restart.heading);
  await inspect('5-restart');
  await person.press(words.restart.now);
  await person.heading(words.restart.goOnHeading);
  await inspect('5-restart-going-on');
  await person.press(words.restart.goOnAsking);
  await person.heading(words.confirm.headings.removed);
  await expect(page.getByRole('status')).toHaveText(en.verdict.removed);
  await inspect('6-confirm');
  await person.press(/^Clean up \d+ leftovers/);
  await person.sees(/leftovers set aside\.$/);
  await inspect('6-confirm-cleaned');

  await person.press(words.example.leave);
  await person.press(words.example.heading);
  await person.press(/^OLD-PC/);
  await person.press(words.start.look);
  await person.press(words.identify.prepare(1));
  await person.type(/To go on all the same/, words.prepare.word);
  await person.tick(words.prepare.read);
  await person.press(new RegExp(`^${words.prepare.remove(1)}`));
  await person.sees(/^Still working\./);
  await inspect('4-remove');
  await person.press(new RegExp(`^${en.work.stopWaiting.button}`));
  await person.heading(words.confirm.headings.incomplete);
  await inspect('6-confirm-not-finished');
  expect(faults).toEqual([]);
});

test('the map has no fault in any view', async ({ app, page, person, folders }) => {
  const { inspect, faults } = inspectionOf(app, page);
  const planted = writeFleet(join(folders.scratch, 'Site reports'), 120, 11, 2);
  writeFileSync(join(folders.scratch, 'assets.csv'), planted.assets);
  await person.press(en.map.shell.show);
  await person.heading(en.map.title);
  await inspect('7-map-empty');
  await answerOpenDialog(app, join(folders.scratch, 'Site reports'));
  await person.press(en.map.window.choose);
  await expect(page.getByRole('grid', { name: en.map.window.table })).toBeVisible();
  await inspect('7-map');
  await answerOpenDialog(app, join(folders.scratch, 'assets.csv'));
  await person.press(en.map.window.chooseAssets);
  await person.press(new RegExp(`${en.map.directive}$`));
  await page.getByRole('option', { name: 'BOD 17-01', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: en.map.deadlines })).toBeVisible();
  await inspect('7-map-clock');
  expect(faults).toEqual([]);
});

test.describe('a slow look', () => {
  test.use({ exampleSpeed: 0.02, example: 'encrypted-pc' });

  test('has no fault in any view while it goes on and when it was stopped', async ({ app, page, person }) => {
    const { inspect, faults } = inspectionOf(app, page);
    await person.press(words.start.look);
    await person.heading(words.identify.lookingHeading);
    await expect(page.getByRole('status')).toHaveText(/^Looking\./);
    await inspect('2-identify-looking');
    await person.press(words.identify.stop);
    await person.heading(words.identify.stoppedHeading);
    await inspect('2-identify-stopped');
    expect(faults).toEqual([]);
  });
});
