import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { clippedWhenSpread } from './text-spacing.ts';

/** How people see a screen: colours of their system, and how much they enlarge it. */

const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const;
export type Look = keyof typeof looks;
export const zooms = [1, 2, 4] as const;
export type Zoom = (typeof zooms)[number];

export interface View {
  readonly look: Look;
  readonly zoom: Zoom;
}

/** Every one that has to be without a fault. */
export const views: readonly View[] = (['light', 'dark', 'forced'] as const).flatMap((look) =>
  ([2, 4] as const).map((zoom) => ({ look, zoom })),
);

/** In pixels of the screen. Four times enlarged, a window of this width leaves a page 320 pixels wide. */
const sizes: Readonly<Record<Zoom, readonly [number, number]>> = {
  1: [1100, 760],
  2: [1100, 760],
  4: [1280, 1024],
};

const pictures = resolve(__dirname, 'results/screens');

export const show = async (app: ElectronApplication, page: Page, { look, zoom }: View): Promise<void> => {
  await page.emulateMedia({ ...looks[look], reducedMotion: 'reduce' });
  const window = await app.browserWindow(page);
  const [width, height] = sizes[zoom];
  await window.evaluate(
    (own, [w, h, factor]) => {
      own.setContentSize(w, h);
      own.webContents.setZoomFactor(factor);
    },
    [width, height, zoom] as const,
  );
  // The window's new size has to have reached the page, and the screen what it looks like now.
  await page.waitForFunction(([w, factor]) => Math.abs(innerWidth * factor - w) <= factor, [
    width,
    zoom,
  ] as const);
  await page.evaluate(async () => {
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
  });
};

/** What stands in the window, as large as it is shown; Playwright's own picture knows nothing of zoom. */
export const picture = async (app: ElectronApplication, page: Page, name: string): Promise<void> => {
  const path = join(pictures, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  const window = await app.browserWindow(page);
  const png = await window.evaluate(async (own) =>
    (await own.webContents.capturePage()).toPNG().toString('base64'),
  );
  writeFileSync(path, Buffer.from(png, 'base64'));
};

/** Everything that a tool can find wrong with a page as it is shown now. */
export const faultsOf = async (page: Page): Promise<readonly string[]> => [
  ...(await violationsOn(page)),
  ...(await clippedWhenSpread(page)),
  ...(await page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`scrolls sideways: ${scrollWidth} in ${clientWidth}`);
    const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
    if (moving.length > 0) faults.push(`${moving.length} things move although that is not wanted`);
    if (document.querySelectorAll('[role="status"]').length !== 1)
      faults.push('there is not one status line');
    if (document.querySelectorAll('h1').length !== 1) faults.push('there is not one heading of the step');
    return faults;
  })),
];
