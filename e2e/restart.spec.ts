import { expect, test } from './host-window';
import { buildDebs } from './rigs/debian/fixtures/build-deb';
import { kesl } from './rigs/debian/fixtures/kesl';
import { klnagent64 } from './rigs/debian/fixtures/klnagent64';
import { install, installedWindow } from './rigs/elevation/installed';
import { answerFor } from './rigs/elevation/polkit';

const entry = '/etc/xdg/autostart/removal-assistant-restart.desktop';

test('an ordinary user restarts in the middle, the window opens again as registered, and Confirm is there', async ({
  host,
  openWindow,
}) => {
  await install(host);
  await host.install(...(await buildDebs([kesl({ fault: 'wants-restart' }), klnagent64])));
  const [anna, ben] = [await host.createUser('anna'), await host.createUser('ben')];
  await answerFor(host, { anna: 'YES', ben: 'YES' });

  const window = await openWindow(anna, { executable: installedWindow });
  await window.heading('Find and remove Kaspersky from this computer');
  await window.button('Look for Kaspersky').click();
  await window.heading(/on this computer/);
  await window.button(/Prepare to remove 2 products/).click();
  await window.heading('Before we remove anything');
  await window.page.getByRole('textbox', { name: /To go on all the same/ }).fill('remove');
  await window.page.getByText('I have read this', { exact: true }).click();
  await window.button(/^Remove 2 products/).click();
  await window.heading('Restart to continue');
  await expect(window.page.getByText('This assistant opens by itself')).toBeVisible();
  await window.look('5-restart');
  await window.app.close();

  // What the session of whoever signs in next is told to start, word for word.
  const [, line = ''] = /^Exec=(.*)$/m.exec(await host.readFile(entry)) ?? [];
  expect(line).toMatch(new RegExp(`^"${installedWindow}" --after-restart=\\d{8}-\\d{6}-[0-9a-f]{6}$`));
  await host.reboot();
  const after = await openWindow(ben, { executable: installedWindow, args: [line.split(' ').at(-1) ?? ''] });
  await after.heading('Going on');
  await after.look('5-restart-going-on');
  await after.button('Go on (asks for administrator rights)').click();
  await after.heading(/The products are gone|Confirmed: Kaspersky is removed/);
  await after.look('6-confirm-after-restart');
  expect((await host.exec(['dpkg-query', '-W', '-f', '${Package}\n'])).stdout).not.toMatch(/kesl|klnagent/);
  expect(await host.exists(entry)).toBe(false);
});
