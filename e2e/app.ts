import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, expect, test as base } from '@playwright/test';
import type { ConsoleMessage, ElectronApplication, Page, TestInfo } from '@playwright/test';
import { violationsOn } from './axe.ts';

const root = resolve(__dirname, '..');

/** A packaged app instead of this checkout. It refuses to run as root, so here it always has Chromium's sandbox. */
const packaged = process.env['RA_APP'];

export interface Folders {
  readonly userData: string;
  /** Where the app keeps its runs. */
  readonly state: string;
  /** For whatever a test wants to write. */
  readonly scratch: string;
}

export interface AppFixtures {
  /** More switches for the app: `test.use({ appArguments: [...] })`. */
  readonly appArguments: readonly string[];
  /** What Electron starts: this checkout, or another build of it. */
  readonly appEntry: string;
  readonly folders: Folders;
  readonly app: ElectronApplication;
  /** Errors on the console and uncaught ones, as they come. A test that provokes one takes it out: `expectPageError`. */
  readonly pageErrors: string[];
  readonly page: Page;
  /** Accessibility check of the page as it is now: violations with their targets. */
  readonly violations: () => Promise<readonly string[]>;
}

/** What starts the app with these folders, for Playwright and for a test that starts it once more. */
export const launchArguments = (
  folders: Folders,
  more: readonly string[] = [],
  entry: string = root,
): string[] => [
  ...(packaged === undefined ? [entry] : []),
  `--user-data-dir=${folders.userData}`,
  `--state-dir=${folders.state}`,
  // Whatever language the person who runs the tests reads.
  ...(more.some((word) => word.startsWith('--lang=')) ? [] : ['--lang=en']),
  ...more,
];

/** Pictures and copies of the page at every step are a third of what a test computes: `RA_TRACE=1` asks for them. */
const recorded = {
  screenshots: process.env['RA_TRACE'] !== undefined,
  snapshots: process.env['RA_TRACE'] !== undefined,
};

/** What a failed test looked like at its end, and its steps. A test may have closed the app: then there is nothing left. */
const keepRecordOf = async (app: ElectronApplication, info: TestInfo): Promise<void> => {
  for (const [at, page] of app.windows().entries()) {
    const path = info.outputPath(`window-${String(at)}.png`);
    const body = await page.screenshot({ path, timeout: 5_000 }).catch(() => undefined);
    if (body !== undefined) await info.attach('window', { path, contentType: 'image/png' });
  }
  const path = info.outputPath('trace.zip');
  const isKept = await app
    .context()
    .tracing.stop({ path })
    .then(() => true)
    .catch(() => false);
  if (isKept) await info.attach('trace', { path, contentType: 'application/zip' });
};

/** One app a test, with folders of its own; its end and its steps are kept when it fails, and no page error goes unseen. */
export const test = base.extend<AppFixtures>({
  appArguments: [[], { option: true }],
  appEntry: [root, { option: true }],

  folders: async ({}, provide) => {
    const top = mkdtempSync(join(tmpdir(), 'removal-assistant-e2e-'));
    // A packaged app runs as another user when the tests run as root.
    if (packaged !== undefined) chmodSync(top, 0o777);
    await provide({ userData: join(top, 'profile'), state: join(top, 'state'), scratch: top });
    rmSync(top, { recursive: true, force: true });
  },

  app: async ({ folders, appArguments, appEntry }, provide, info) => {
    const app = await _electron.launch({
      args: launchArguments(folders, appArguments, appEntry),
      ...(packaged === undefined ? {} : { executablePath: packaged, chromiumSandbox: true }),
    });
    // `use.trace` records only the steps of a test for Electron; the page is recorded like this.
    await app.context().tracing.start({ ...recorded, sources: true });
    await provide(app);
    if (info.status !== info.expectedStatus) await keepRecordOf(app, info);
    await app.close().catch(() => undefined);
  },

  pageErrors: async ({ app }, provide) => {
    const errors: string[] = [];
    // Before there is a page, so that errors while it starts are seen; bugs in the main process go to its own console.
    const note = (message: ConsoleMessage): void => {
      if (isTrouble(message)) errors.push(message.text());
    };
    app.on('console', note);
    app.context().on('console', note);
    app.context().on('weberror', (problem) => errors.push(problem.error().message));
    await provide(errors);
    expect(errors, 'errors on the console').toEqual([]);
  },

  // It has to ask for the errors, else nobody collects them.
  page: async ({ app, pageErrors: _collected }, provide) => {
    const page = await app.firstWindow();
    await page.waitForLoadState('load');
    await provide(page);
  },

  violations: async ({ page }, provide) => {
    await provide(() => violationsOn(page));
  },
});

/**
 * Electron warns on the console of an unpackaged app about unsafe settings: that counts as an error here. Node's own
 * warnings, `(node:PID) …`, come as errors and are none.
 */
const isTrouble = (message: Pick<ConsoleMessage, 'type' | 'text'>): boolean =>
  (message.type() === 'error' && !message.text().startsWith('(node:')) ||
  (message.type() === 'warning' && message.text().includes('Electron Security Warning'));

/** Takes provoked errors out of the list; the test fails when there was none. */
export const expectPageError = async (pageErrors: string[], pattern: RegExp): Promise<void> => {
  await expect.poll(() => pageErrors.some((text) => pattern.test(text))).toBe(true);
  const others = pageErrors.filter((text) => !pattern.test(text));
  pageErrors.splice(0, pageErrors.length, ...others);
};

export { expect } from '@playwright/test';
