import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';

import { violationsOn } from './axe';
import { hostsUsable } from './rigs/debian/available';
import { startDisplay } from './rigs/debian/display';
import type { HostUser } from './rigs/debian/enter';
import { startHost, type Host } from './rigs/debian/host';
import { repoRoot } from './rigs/debian/paths';
import { launchWindowOn } from './rigs/debian/window';

/** A window on a host of its own, with what a test asks of it. */
export interface HostWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The heading that names the step, once it is there. */
  readonly heading: (words: string | RegExp) => Promise<void>;
  readonly button: (name: string | RegExp) => ReturnType<Page['getByRole']>;
  /** A step as people see it: a picture in the results folder, and nothing for axe to find. */
  readonly look: (name: string) => Promise<void>;
}

interface Fixtures {
  readonly host: Host;
  /** Opens the window on the host; as root unless a user is given, from this checkout unless another place is. */
  readonly openWindow: (user?: HostUser, place?: WindowPlace) => Promise<HostWindow>;
}

/** A program that is installed on the host, or the folder of an app for this checkout's Electron. */
export type WindowPlace =
  { readonly executable: string; readonly args?: readonly string[] } | { readonly app: string };

const pictures = join(repoRoot, 'e2e/results/screens');

export const test = base.extend<Fixtures>({
  host: async ({}, provide) => {
    test.skip(!hostsUsable(), 'no Debian hosts on this machine');
    const host = await startHost({ name: 'office-pc' });
    await provide(host);
    await host.stop();
  },

  openWindow: async ({ host }, provide, info) => {
    const display = await startDisplay();
    const open: ElectronApplication[] = [];
    await provide(async (user, place = { app: repoRoot }) => {
      const app = await launchWindowOn(host, {
        ...('app' in place
          ? { args: [place.app] }
          : { args: place.args ?? [], executable: place.executable }),
        display: display.name,
        userData: user === undefined ? '/var/tmp/window-profile' : `${user.home}/window-profile`,
        ...(user === undefined ? {} : { user }),
      });
      open.push(app);
      await app.context().tracing.start({ screenshots: true, snapshots: true });
      return windowOf(app, await app.firstWindow());
    });
    // A test may have ended the app already: then there is nothing left to record or to close.
    for (const app of open.filter((each) => each.windows().length > 0)) {
      const path = info.outputPath('trace.zip');
      await app.context().tracing.stop(info.status === info.expectedStatus ? {} : { path });
      await app.close();
    }
    await display.stop();
  },
});

const windowOf = (app: ElectronApplication, page: Page): HostWindow => ({
  app,
  page,
  heading: async (words) => {
    const heading = page.getByRole('heading', { level: 1, name: words });
    await expect(heading).toBeVisible({ timeout: 30_000 });
    await expect(heading).toBeFocused();
  },
  button: (name) => page.getByRole('button', { name }),
  look: async (name) => {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name}.png`) });
    expect(await violationsOn(page), name).toEqual([]);
  },
});

export { expect } from '@playwright/test';
