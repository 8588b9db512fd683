import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { de } from '../electron/core/text/de.ts';
import type { Texts } from '../electron/core/text/index.ts';
import { expect, test } from './app.ts';
import type { Folders } from './app.ts';
import { answerOpenDialog } from './bridge.ts';
import { writeFleet } from './fleet/fleet.ts';
import { clippedText } from './languages/clipped.ts';
import { es as long } from './languages/long.ts';
import { pseudoBuild } from './languages/pseudo-build.ts';
import { fr as rightToLeft } from './languages/right-to-left.ts';
import { picture } from './matrix.ts';
import { atFullSize } from './full-size';

/** In pixels of the screen: enlarged to 200 %, the page is 512 wide. */
const [width, height] = [1024, 720];

const enlarge = async (app: ElectronApplication, page: Page, zoom: number): Promise<void> => {
  const window = await app.browserWindow(page);
  await window.evaluate(
    (own, [w, h, factor]) => {
      own.setContentSize(w, h);
      own.webContents.setZoomFactor(factor);
    },
    [width, height, zoom] as const,
  );
  await page.waitForFunction((target) => Math.abs(innerWidth - target) <= 1, width / zoom);
};

/** Opens everything that can be opened in place. */
const openAll = async (page: Page): Promise<void> => {
  const closed: Locator = page.locator('main button[aria-expanded="false"]:not([aria-haspopup])');
  for (let left = await closed.count(); left > 0; left--) await closed.first().click();
};

interface Walk {
  readonly texts: Texts;
  readonly name: string;
  /** A folder of reports, for the map. */
  readonly reports: string;
}

/** The whole way on a recorded computer and the map, by the words of one language; looks at each screen at 100 % and 200 %. */
const walk = async (
  app: ElectronApplication,
  page: Page,
  { texts, name, reports }: Walk,
): Promise<readonly string[]> => {
  const { window: words } = texts;
  const faults: string[] = [];
  const look = async (screen: string): Promise<void> => {
    await picture(app, page, `languages/${name}-${screen}-closed`);
    await openAll(page);
    for (const zoom of [1, 2]) {
      await enlarge(app, page, zoom);
      const at = `${name}-${screen}-${String(zoom * 100)}`;
      await picture(app, page, `languages/${at}`);
      for (const fault of await clippedText(page)) faults.push(`${at}: ${fault}`);
    }
    await enlarge(app, page, 1);
  };
  const heading = (text: string | RegExp): Promise<void> =>
    expect(page.getByRole('heading', { level: 1, name: text })).toBeVisible();
  // The controls themselves lie unseen below what is drawn; people press their words.
  const say = (text: string): Promise<void> => page.getByText(text, { exact: true }).click();
  const primary = page.locator('.bar .button[data-kind="primary"]');

  await heading(words.start.heading);
  await say(words.start.whoChoices.helping.name);
  await look('1-start');
  await page.getByRole('button', { name: words.start.look }).click();
  await expect(page.getByText(words.identify.groups.installed, { exact: true })).toBeVisible();
  await look('2-identify');
  await primary.click();
  await heading(words.prepare.heading);
  await look('3-prepare');
  await page
    .getByRole('textbox', { name: words.prepare.wordLabel(words.prepare.word) })
    .fill(words.prepare.word);
  for (const secret of await page.locator('input[type="password"]').all()) await secret.fill('any');
  await say(words.prepare.read);
  await primary.click();
  await heading(words.remove.heading);
  await look('4-remove');
  const restart = page.getByRole('heading', { level: 1, name: words.restart.heading });
  const confirmed = page.getByRole('heading', { level: 1, name: words.confirm.headings.removed });
  await expect(restart.or(confirmed)).toBeVisible();
  if (await restart.isVisible()) {
    await look('5-restart');
    await primary.click();
    await heading(words.restart.goOnHeading);
    await look('5-restart-going-on');
    await primary.click();
  }
  await heading(words.confirm.headings.removed);
  await look('6-confirm');
  await page.getByRole('button', { name: texts.map.shell.show, exact: true }).click();
  await answerOpenDialog(app, reports);
  await page.getByRole('button', { name: texts.map.window.choose }).click();
  await expect(page.getByRole('grid', { name: texts.map.window.table })).toBeVisible();
  await look('7-map');
  return faults;
};

const onExample = (name: string, language: string): readonly string[] => [
  '--example',
  name,
  '--example-speed=30',
  `--lang=${language}`,
];

const reportsIn = ({ scratch }: Folders): string => {
  const reports = join(scratch, 'reports');
  writeFleet(reports, 12, 11, 0);
  return reports;
};

test.describe('German', () => {
  test.use({ appArguments: onExample('home-pc', 'de') });
  test('fits on every screen, at 100 % and at 200 %', async ({ app, page, folders }) => {
    expect(await walk(app, page, { texts: de, name: 'de', reports: reportsIn(folders) })).toEqual([]);
    // And it would have been told.
    await page.locator('h1').evaluate((heading) => {
      heading.style.whiteSpace = 'nowrap';
      heading.style.inlineSize = '5rem';
    });
    expect(await clippedText(page)).toContainEqual(expect.stringContaining('does not fit into'));
  });
});

test.describe('languages for tests', () => {
  // One after the other in one process, so that the page is built once.
  test.describe.configure({ mode: 'default' });
  test.use({ appEntry: async ({}, provide) => provide(pseudoBuild()) });

  test.describe('two fifths longer than English', atFullSize, () => {
    test.use({ appArguments: onExample('work-pc', 'es') });
    test('fit on every screen', async ({ app, page, folders }) => {
      expect(await walk(app, page, { texts: long, name: 'long', reports: reportsIn(folders) })).toEqual([]);
    });
  });

  test.describe('written from the right', () => {
    test.use({ appArguments: onExample('debian-server', 'fr') });
    test('fit on every screen, which is turned round', async ({ app, page, folders }) => {
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
      const [rail, main] = await Promise.all(
        ['aside', 'main'].map((part) => page.locator(part).boundingBox()),
      );
      expect(rail?.x).toBeGreaterThan(main?.x ?? Infinity);
      const reports = reportsIn(folders);
      expect(await walk(app, page, { texts: rightToLeft, name: 'rtl', reports })).toEqual([]);
    });
  });
});
