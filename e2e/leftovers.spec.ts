import { expect, test } from './host-window';
import type { HostWindow } from './host-window';
import { buildDebs } from './rigs/debian/fixtures/build-deb';
import { kesl, keslRuntimePaths } from './rigs/debian/fixtures/kesl';
import type { Host } from './rigs/debian/host';
import type { Agent } from './rigs/elevation/agent';
import { startAgent } from './rigs/elevation/agent';
import { install, installedWindow } from './rigs/elevation/installed';
import { polkitPasswords } from './rigs/elevation/polkit';

/** An ordinary user in the window, polkit, and leftovers that go, come back and go again on a booted Debian host. */

const secret = 'Secret-1';

/** Everything below the vendor's folders with owner, mode, size, time to the nanosecond, target and content; and groups. */
const listing = async (host: Host): Promise<string> => {
  const look =
    'find /opt/kaspersky /var/opt/kaspersky /var/log/kaspersky -printf "%p|%y|%m|%U:%G|%s|%T@|%l\\n" 2>/dev/null | sort;' +
    'find /opt/kaspersky /var/opt/kaspersky /var/log/kaspersky -type f -exec sha256sum {} + 2>/dev/null | sort;' +
    'grep -E "^(kesl|nokesl)" /etc/group';
  return (await host.exec(['sh', '-c', look])).stdout;
};

const answered = async (window: HostWindow, agent: Agent, button: string | RegExp): Promise<void> => {
  await window.button(button).click();
  await expect(window.page.getByText(/asks for administrator rights now/).first()).toBeVisible();
  await agent.type(secret);
};

test('an ordinary user has leftovers set aside with the removal, put back, and set aside again', async ({
  host,
  openWindow,
}) => {
  await install(host);
  await host.install(...(await buildDebs([kesl()])));
  const anna = await host.createUser('anna');
  await host.createUser('boss');
  await polkitPasswords(host, { boss: secret }, ['boss']);
  await host.writeFile(`${anna.home}/kaspersky.txt`, 'mine');

  const window = await openWindow(anna, { executable: installedWindow });
  const { page } = window;
  await window.button('Look for Kaspersky').click();
  await window.button(/Prepare to remove 1 product/).click();
  await window.heading('Before we remove anything');
  await page.getByText('Set leftovers aside afterwards', { exact: true }).click();
  await expect(window.button(/^Where we will look: \d+ places$/)).toBeVisible();
  await page.getByText('I have read this', { exact: true }).click();
  await window.look('3-prepare-leftovers');

  const agent = await startAgent(host, anna, await window.app.evaluate(() => process.pid));
  await answered(window, agent, 'Remove 1 product (asks for your administrator password)');
  await window.heading('Confirmed: Kaspersky is removed');
  // One question for both, and nothing of the vendor's is left in its place.
  expect(agent.screen().split('Password:').length - 1).toBe(1);
  expect(await listing(host)).toBe('');
  await expect(page.getByRole('heading', { name: /\d+ set aside/ })).toBeVisible();
  await window.look('5-confirm-set-aside');

  await answered(window, agent, 'Undo: Put everything back');
  await expect(page.getByRole('heading', { name: /leftovers put back\./ })).toBeVisible();
  const back = await listing(host);
  for (const path of keslRuntimePaths()) expect(back).toContain(`${path}|`);
  await expect(page.getByRole('checkbox', { name: 'Files: /var/opt/kaspersky/kesl' })).toBeChecked();
  await window.look('5-confirm-put-back');

  // What the person keeps stays; the rest goes, and comes back as it was to the last byte and nanosecond.
  await page.getByRole('checkbox', { name: 'Files: /var/log/kaspersky/kesl' }).uncheck({ force: true });
  await answered(window, agent, /^Clean up \d+ leftovers \(asks for administrator rights\)$/);
  await expect(page.getByRole('heading', { name: /leftovers set aside\./ })).toBeVisible();
  expect(await listing(host)).toContain('/var/log/kaspersky/kesl/kesl_launcher.log|');
  expect(await listing(host)).not.toContain('/var/opt/kaspersky');
  await answered(window, agent, 'Undo: Put everything back');
  await expect(page.getByRole('heading', { name: /leftovers put back\./ })).toBeVisible();
  expect(await listing(host)).toBe(back);
  expect(await host.readFile(`${anna.home}/kaspersky.txt`)).toBe('mine');
  await agent.stop();
});
