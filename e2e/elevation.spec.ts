import { answerSaveDialog } from './bridge';
import { expect, test } from './host-window';
import type { HostWindow } from './host-window';
import { buildDebs } from './rigs/debian/fixtures/build-deb';
import { epagent } from './rigs/debian/fixtures/epagent';
import { kesl } from './rigs/debian/fixtures/kesl';
import { keslGui } from './rigs/debian/fixtures/kesl-gui';
import { removalIsWaiting, removalMayGoOn } from './rigs/debian/fixtures/kesl-faults';
import type { HostUser } from './rigs/debian/enter';
import type { Host } from './rigs/debian/host';
import { assistantOn } from './rigs/removal/assistant';
import { startAgent } from './rigs/elevation/agent';
import { addExtension } from './rigs/elevation/extension';
import { checkOut, install, installedWindow, installNode } from './rigs/elevation/installed';
import { answerFor, polkitPasswords } from './rigs/elevation/polkit';
import { atFullSize } from './full-size';

/** An ordinary user in the installed window, polkit, and the worker as root, on booted Debian hosts. */

const runs = '/var/lib/removal-assistant/runs';
const installed = { executable: installedWindow };
const product = 'Kaspersky Endpoint Security for Linux';

const lookAndPrepare = async (window: HostWindow, products: RegExp): Promise<void> => {
  await window.heading('Find and remove Kaspersky from this computer');
  await window.page.getByText('My work computer', { exact: true }).click();
  await window.button('Look for Kaspersky').click();
  await window.heading(/on this computer/);
  await window.button(products).click();
  await window.heading('Before we remove anything');
};

const prepare = async (window: HostWindow, products: RegExp): Promise<void> => {
  await lookAndPrepare(window, products);
  await window.page.getByText('I have read this', { exact: true }).click();
};

const asks = 'Remove 1 product (asks for your administrator password)';
const processId = (window: HostWindow): Promise<number> => window.app.evaluate(() => process.pid);
/** Every package with its state: `kesl installed`. */
const packages = async (host: Host): Promise<string> =>
  (await host.exec(['dpkg-query', '-W', '-f', '${Package} ${db:Status-Status}\n'])).stdout;
/** What runs with rights on behalf of the window, or asks for them. */
const workers = async (host: Host): Promise<string> =>
  (await host.exec(['pgrep', '-af', 'elevated-worker'])).stdout.trim();
const owner = async (host: Host, path: string): Promise<string> =>
  (await host.exec(['stat', '-c', '%U %a', path])).stdout.trim();

test('polkit asks an ordinary user, another administrator answers, and the worker removes as root', async ({
  host,
  openWindow,
}) => {
  await install(host);
  await host.install(...(await buildDebs([kesl()])));
  const [anna, ben] = [await host.createUser('anna'), await host.createUser('ben')];
  await host.createUser('boss');
  await polkitPasswords(host, { boss: 'Secret-1' }, ['boss']);
  await addExtension(host, ben);

  const window = await openWindow(anna, installed);
  expect(await owner(host, `/proc/${String(await processId(window))}`)).toMatch(/^anna /);
  await prepare(window, /Prepare to remove 1 product/);
  const agent = await startAgent(host, anna, await processId(window));
  await window.look('3-prepare-asks-for-rights');
  await window.button(asks).click();
  await window.heading('Removing Kaspersky');
  await expect(
    window.page.getByText('Your computer asks for administrator rights now.').first(),
  ).toBeVisible();
  await window.look('4-remove-asking');
  expect(await packages(host)).toContain('kesl installed');
  await agent.type('Secret-1');
  // The extension in ben's browser stays; anna's window cannot see it, the second look of the worker does.
  await window.heading('What you chose is gone');
  expect(agent.screen()).toContain('remove the Kaspersky products that you chose');
  expect(agent.screen()).toContain('Authenticating as: boss');

  expect(await packages(host)).not.toContain('kesl installed');
  await expect.poll(() => workers(host)).toBe('');
  // Runs are root's; the report that came over the channel is anna's, where she saves it, and it is the same one.
  expect(await owner(host, runs)).toBe('root 700');
  const run = (await host.exec(['ls', runs])).stdout.trim();
  const saved = `${anna.home}/report.json`;
  await answerSaveDialog(window.app, saved);
  await window.page.getByRole('radio', { name: 'JSON' }).check({ force: true });
  await window.page
    .getByRole('checkbox', { name: 'With names of people and serial numbers' })
    .check({ force: true });
  await window.button('Save report').click();
  await expect(window.page.getByText('report.json').first()).toBeVisible();
  expect(await owner(host, saved)).toMatch(/^anna /);
  expect(JSON.parse(await host.readFile(saved))).toEqual(
    JSON.parse(await host.readFile(`${runs}/${run}/report.json`)),
  );
  // It looked at everybody, also where anna herself may not.
  expect((await host.exec(['ls', ben.home], { user: anna })).code).not.toBe(0);
  expect(await host.readFile(saved)).toContain(`${ben.home}/.config/google-chrome/Default`);
  await agent.stop();
});

test('whoever does not get the rights is told so in a sentence that fits, and nothing is changed', async ({
  host,
  openWindow,
}) => {
  await install(host);
  await host.install(...(await buildDebs([kesl()])));
  const before = await packages(host);
  const refused = async (user: HostUser, sentence: RegExp): Promise<HostWindow> => {
    const window = await openWindow(user, installed);
    await prepare(window, /Prepare to remove 1 product/);
    await window.button(asks).click();
    await expect(window.page.getByRole('alert')).toContainText(sentence, { timeout: 30_000 });
    await window.heading('Before we remove anything');
    return window;
  };

  const ben = await host.createUser('ben');
  await answerFor(host, { ben: 'NO' });
  const window = await refused(ben, /Administrator rights were not given/);
  await window.look('3-prepare-refused');
  // What is left for the help desk.
  await answerSaveDialog(window.app, `${ben.home}/report.pdf`);
  await window.button('Save a report for the help desk').click();
  await expect(window.page.getByText('report.pdf').first()).toBeVisible();

  const second = await refused(await host.createUser('carla'), /no program is running that could ask you/);
  const typed = await second.page.getByText('sudo removal-assistant remove').first().innerText();
  await second.look('3-prepare-nobody-asks');

  expect(await packages(host)).toBe(before);
  expect(await host.exists(runs)).toBe(false);

  // What the window told to type does the same, once somebody with rights does.
  expect(typed).toMatch(/^sudo removal-assistant remove --product linux-kesl --accept /);
  const removal = await host.exec([...typed.split(' ').slice(1), '--yes']);
  expect(removal.stdout).toContain('Kaspersky');
  expect(await packages(host)).not.toContain('kesl installed');
});

test(
  'a wrong password, a question that is called off and a program that others could exchange change nothing either',
  atFullSize,
  async ({ host, openWindow }) => {
    await install(host);
    await host.install(...(await buildDebs([kesl()])));
    const before = await packages(host);
    const dora = await host.createUser('dora');
    await polkitPasswords(host, { root: 'Root-1' }, []);
    const third = await openWindow(dora, installed);
    await prepare(third, /Prepare to remove 1 product/);
    const agent = await startAgent(host, dora, await processId(third));
    await third.button(asks).click();
    await agent.type('not the password');
    await expect(third.page.getByRole('alert')).toContainText(/Administrator rights were not given/);
    // She thinks better of it while the question stands: it goes away.
    await third.button(asks).click();
    await third.heading('Removing Kaspersky');
    await expect.poll(() => workers(host)).not.toBe('');
    await third.button('Stop after this one').click();
    await third.heading('Before we remove anything');
    await expect(third.page.getByRole('alert')).toContainText('Stopped by you. Nothing was changed.');
    await expect.poll(() => workers(host)).toBe('');
    await agent.stop();

    const eva = await host.createUser('eva');
    const fourth = await openWindow(eva, { app: await checkOut(host, eva) });
    await lookAndPrepare(fourth, /Prepare to remove 1 product/);
    await expect(
      fourth.page.getByRole('heading', { name: 'Removing needs administrator rights' }),
    ).toBeVisible();
    await expect(
      fourth.page.getByText(/somebody else could have exchanged this program: \/home\/eva/),
    ).toBeVisible();
    await expect(fourth.button(/^Remove 1 product/)).toHaveCount(0);

    await expect(fourth.page.getByText(`sudo npm --prefix ${eva.home}/checkout`).first()).toBeVisible();

    expect(await packages(host)).toBe(before);
    expect(await host.exists(runs)).toBe(false);
  },
);

test(
  'what came meanwhile is not removed: the person is asked again, and once they agreed it goes too',
  atFullSize,
  async ({ host, openWindow }) => {
    // From a checkout that only root can write, on the computer's own Node.
    installNode(host);
    const app = await checkOut(host, { name: 'root', home: '/srv' });
    await host.install(...(await buildDebs([kesl()])));
    const anna = await host.createUser('anna');
    await answerFor(host, { anna: 'YES' });
    const window = await openWindow(anna, { app });
    await prepare(window, /Prepare to remove 1 product/);
    await host.install(...(await buildDebs([keslGui])));
    await window.button(/^Remove 1 product/).click();
    await window.heading('Before we remove anything');
    await expect(
      window.page.getByRole('heading', { name: 'There is more than you agreed to' }),
    ).toBeVisible();
    await expect(window.page.getByText(`Would also be removed: ${product}, kesl-gui`)).toBeVisible();
    await window.look('3-prepare-changed');
    expect(await packages(host)).toContain('kesl-gui installed');
    expect(await host.exists(runs)).toBe(false);
    await window.page.getByText('I have read this', { exact: true }).click();
    await window.button(/^Remove 1 product/).click();
    await window.heading('Confirmed: Kaspersky is removed');
    expect(await packages(host)).not.toMatch(/^kesl/m);
  },
);

test('a window that is killed in the middle of a removal loses nothing', async ({ host, openWindow }) => {
  await install(host);
  await host.install(...(await buildDebs([kesl({ fault: 'prerm-waits' }), epagent])));
  const anna = await host.createUser('anna');
  await answerFor(host, { anna: 'YES' });
  const window = await openWindow(anna, installed);
  await prepare(window, /Prepare to remove 2 products/);
  await window.button(/^Remove 2 products/).click();
  await window.heading('Removing Kaspersky');
  await expect.poll(() => host.exists(removalIsWaiting), { timeout: 60_000 }).toBe(true);
  expect(await workers(host)).not.toBe('');
  await host.exec(['kill', '-KILL', String(await processId(window))]);
  await expect
    .poll(async () => (await host.exec(['pgrep', '-u', 'anna'])).stdout, { timeout: 30_000 })
    .toBe('');
  expect(await workers(host)).not.toBe('');

  await host.writeFile(removalMayGoOn, '');
  await expect.poll(() => workers(host), { timeout: 60_000 }).toBe('');
  const run = (await host.exec(['ls', runs])).stdout.trim();
  const journal = (await host.readFile(`${runs}/${run}/journal.jsonl`)).trim().split('\n');
  expect(journal.at(-1)).toContain('run-ended');
  expect(JSON.parse(await host.readFile(`${runs}/${run}/report.json`))).toMatchObject({
    verdict: 'incomplete',
    run: { cancelled: true },
  });
  expect(await packages(host)).not.toContain('kesl installed');
  expect(await packages(host)).toContain('epagent installed');

  // The next start knows where it was: what was not begun is done now, what was done is not done again.
  const resumed = await assistantOn(host).report(['resume', '--yes']);
  expect(resumed).toMatchObject({ code: 0, report: { verdict: 'removed', run: { id: run } } });
  expect(await packages(host)).not.toContain('epagent installed');
});
