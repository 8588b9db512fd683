import { answerSaveDialog } from './bridge';
import { expect, test } from './host-window';
import type { HostWindow } from './host-window';
import { buildDeb, buildDebs } from './rigs/debian/fixtures/build-deb';
import { addInnocents, innocentPaths } from './rigs/debian/fixtures/innocents';
import { kesl, keslRuntimePaths, keslVersion } from './rigs/debian/fixtures/kesl';
import { removalIsWaiting, removalMayGoOn } from './rigs/debian/fixtures/kesl-faults';
import { keslGui } from './rigs/debian/fixtures/kesl-gui';
import { epagent } from './rigs/debian/fixtures/epagent';
import { klnagent64 } from './rigs/debian/fixtures/klnagent64';
import type { Host } from './rigs/debian/host';
import { compareStates } from './rigs/debian/state-difference';
import { atFullSize } from './full-size';

/** Real removals on booted Debian hosts, by a person at the window. */

const product = 'Kaspersky Endpoint Security for Linux';
const agent = 'Kaspersky Security Center Network Agent';

const look = async (window: HostWindow): Promise<void> => {
  await window.heading('Find and remove Kaspersky from this computer');
  await window.button('Look for Kaspersky').click();
};

const acknowledge = async (window: HostWindow): Promise<void> => {
  const words = window.page.getByRole('textbox', { name: /To go on all the same/ });
  for (let at = 0; at < (await words.count()); at++) await words.nth(at).fill('remove');
  await window.page.getByText('I have read this', { exact: true }).click();
};

const reportOfRun = async (host: Host): Promise<{ verdict: string; sha256: string }> => {
  const run = (await host.exec(['ls', '/var/lib/removal-assistant/runs'])).stdout.trim();
  return JSON.parse(await host.readFile(`/var/lib/removal-assistant/runs/${run}/report.json`)) as {
    verdict: string;
    sha256: string;
  };
};

test('a person finds Endpoint Security and the agent, removes them and gets a confirmed verdict', async ({
  host,
  openWindow,
}) => {
  await addInnocents(host);
  const before = await host.state();
  await host.install(...(await buildDebs([kesl(), keslGui, klnagent64])));
  const window = await openWindow();
  const { page } = window;

  await window.heading('Find and remove Kaspersky from this computer');
  await page.getByText('I’m helping someone').click();
  await page.getByRole('textbox', { name: 'Asset tag' }).fill('OFF-PC-0014');
  await page.getByRole('textbox', { name: 'Ticket' }).fill('20318');
  await window.look('1-start');
  await window.button('Look for Kaspersky').click();

  await window.heading('2 Kaspersky products are on this computer');
  await page.getByRole('button', { name: `Evidence: ${product}` }).click();
  await expect(page.getByText('kesl.service').first()).toBeVisible();
  await expect(page.getByText(keslVersion).first()).toBeVisible();
  await window.look('2-identify');
  await window.button('Prepare to remove 2 products').click();

  await window.heading('Before we remove anything');
  await expect(page.getByText('A server can put Kaspersky back')).toBeVisible();
  await window.look('3-prepare');
  await acknowledge(window);
  await window.button('Remove 2 products').click();

  await window.heading('Removing Kaspersky');
  await window.look('4-remove');

  await window.heading('Confirmed: Kaspersky is removed');
  await window.look('5-confirm');
  const left = '/var/opt/kaspersky/kesl';
  await expect(page.getByRole('checkbox', { name: `Files: ${left}` })).toBeChecked();
  await page.getByRole('button', { name: `Evidence: ${left}`, exact: true }).click();
  await window.look('5-confirm-leftovers');

  await answerSaveDialog(window.app, '/var/tmp/report.html');
  await page.getByRole('radio', { name: 'HTML' }).check({ force: true });
  await window.button('Save report').click();
  // The command lines, which are folded away, name such a file too.
  await expect(page.getByText('report.html').locator('visible=true').first()).toBeVisible();
  const saved = await host.readFile('/var/tmp/report.html');
  for (const words of ['Kaspersky is gone.', 'OFF-PC-0014', keslVersion, '/var/opt/kaspersky/kesl'])
    expect(saved).toContain(words);

  const difference = compareStates(before, await host.state());
  expect(difference.packages).toEqual({ added: [], removed: [] });
  expect(difference.units).toEqual({ added: [], removed: [] });
  expect(difference.running.removed).toEqual([]);
  expect(difference.files.removed).toEqual([]);
  expect(difference.files.added).toEqual(expect.arrayContaining([...keslRuntimePaths()]));
  for (const path of innocentPaths) expect(await host.exists(path), path).toBe(true);
  expect((await reportOfRun(host)).verdict).toBe('removed');
});

test('everything can be done with the keyboard alone', atFullSize, async ({ host, openWindow }) => {
  await host.install(await buildDeb(kesl()));
  const { page, heading } = await openWindow();
  /** Tabs on until the element with this name has the focus; a name that is never reached fails. */
  const reach = async (name: RegExp): Promise<void> => {
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      if ((await focused.count()) === 0) continue;
      const label = await focused.evaluate((element) => {
        const labels = (element as HTMLInputElement).labels;
        const named =
          labels === null || labels === undefined ? [] : [...labels].map((each) => each.textContent);
        return `${element.getAttribute('aria-label') ?? ''} ${named.join(' ')} ${element.textContent ?? ''}`;
      });
      if (name.test(label)) return;
    }
    throw new Error(`The keyboard never reached ${String(name)}`);
  };
  await heading('Find and remove Kaspersky from this computer');
  await reach(/Look for Kaspersky/);
  await page.keyboard.press('Enter');
  await heading('1 Kaspersky product is on this computer');
  await reach(/Evidence/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('kesl.service').first()).toBeVisible();
  await reach(/Prepare to remove 1 product/);
  await page.keyboard.press('Enter');
  await heading('Before we remove anything');
  await reach(/I have read/);
  await page.keyboard.press('Space');
  await reach(/Remove 1 product/);
  await page.keyboard.press('Enter');
  await heading('Confirmed: Kaspersky is removed');
});

test('without rights, and where nothing can ask for them, a person is told how to go on and has no button that fails', async ({
  host,
  openWindow,
}) => {
  await host.install(...(await buildDebs([kesl()])));
  await host.exec(['rm', '/usr/bin/pkexec']);
  const anna = await host.createUser('anna');
  const window = await openWindow(anna);
  await look(window);
  await window.heading('1 Kaspersky product is on this computer');
  await window.button('Prepare to remove 1 product').click();
  await window.heading('Before we remove anything');
  await expect(
    window.page.getByRole('heading', { name: 'Removing needs administrator rights' }),
  ).toBeVisible();
  await expect(window.page.getByText(/Nothing here can ask for administrator rights/)).toBeVisible();
  await expect(window.button(/^Remove 1 product/)).toHaveCount(0);
  await window.look('3-prepare-without-rights');
});

test('an uninstaller that fails ends in “not finished”, with its own words', async ({ host, openWindow }) => {
  await host.install(await buildDeb(kesl({ fault: 'prerm-fails' })));
  const window = await openWindow();
  await look(window);
  await window.button('Prepare to remove 1 product').click();
  await window.heading('Before we remove anything');
  await acknowledge(window);
  await window.button('Remove 1 product').click();
  await window.heading('The removal is not finished');
  await window.look('5-confirm-not-finished');
  await expect(window.page.getByText(product).first()).toBeVisible();
  await expect(window.page.getByText('Its own uninstaller failed.').first()).toBeVisible();
});

test('“Stop after this one” lets the running uninstaller finish and starts no other', async ({
  host,
  openWindow,
}) => {
  await host.install(...(await buildDebs([kesl({ fault: 'prerm-waits' }), epagent])));
  const window = await openWindow();
  await look(window);
  await window.button('Prepare to remove 2 products').click();
  await window.heading('Before we remove anything');
  await acknowledge(window);
  await window.button('Remove 2 products').click();
  await window.heading('Removing Kaspersky');
  await expect.poll(() => host.exists(removalIsWaiting)).toBe(true);
  await window.look('4-remove-working');
  await window.button('Stop after this one').click();
  await host.writeFile(removalMayGoOn, '');
  await window.heading('The removal is not finished');
  const { packages } = await host.state();
  expect(packages.some((line) => line.startsWith('kesl '))).toBe(false);
  expect(packages.some((line) => line.startsWith('epagent '))).toBe(true);
});

test(
  'a computer without Kaspersky is called clean only when all could be looked at',
  atFullSize,
  async ({ host, openWindow }) => {
    await addInnocents(host);
    const window = await openWindow(await host.createUser('anna'));
    await look(window);
    await window.heading('Nothing of Kaspersky is on this computer');
    await window.look('2-identify-clean');
    await host.exec(['chmod', '000', '/var/lib/dpkg/status']);
    await window.button('Look again').click();
    await window.heading(/We found nothing, but 1 place stayed closed to us/);
    await expect(
      window.page.getByText('Until we look there, we cannot call this computer clean.'),
    ).toBeVisible();
    await window.look('2-identify-unknown');
    await expect(window.page.getByText(agent)).toHaveCount(0);
  },
);
