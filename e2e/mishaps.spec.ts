import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../electron/core/text/en.ts';
import { answerOpenDialog } from './bridge.ts';
import { expect, test } from './example-window.ts';

/** What goes another way than hoped for, in the real window. */

const words = en.window;

test.describe('an uninstaller that hangs', () => {
  test.use({ example: 'stuck-pc' });

  test('is said to be still working, and is left to itself when a person stops waiting', async ({
    person,
  }) => {
    await person.press(words.start.look);
    await person.heading(words.identify.foundHeading(1));
    await person.press(words.identify.prepare(1));
    await person.heading(words.prepare.heading);
    await person.type(/To go on all the same/, words.prepare.word);
    await person.tick(words.prepare.read);
    await person.press(new RegExp(`^${words.prepare.remove(1)}`));
    await person.heading(words.remove.heading);
    await person.sees(/^Still working\./);
    await person.press(words.remove.stop);
    await person.sees(words.remove.stoppingNote);
    await person.sees(/^Still working\./);
    await person.press(new RegExp(`^${en.work.stopWaiting.button}`));
    await person.heading(words.confirm.headings.incomplete);
    await person.sees(en.outcomes['left-running']);
  });
});

test.describe('an encrypted disk', () => {
  test.use({ example: 'encrypted-pc' });

  test('stops the removal, and looking again is the only way', async ({ person, page }) => {
    await person.press(words.start.look);
    await person.heading(words.identify.foundHeading(1));
    await person.press(words.identify.prepare(1));
    await person.heading(words.prepare.heading);
    await person.sees(en.hazards.fde?.title ?? '');
    await person.press(words.prepare.checkEverything);
    await person.sees(words.prepare.blockedNote);
    await expect(page.getByRole('button', { name: new RegExp(`^${words.prepare.remove(1)}`) })).toHaveCount(
      0,
    );
    await expect(page.getByRole('textbox')).toHaveCount(0);
  });
});

test.describe('a slow look', () => {
  test.use({ exampleSpeed: 0.05 });

  test('can be stopped, and says nothing of the computer then', async ({ person }) => {
    await person.press(words.start.look);
    await person.heading(words.identify.lookingHeading);
    await person.press(words.identify.stop);
    await person.heading(words.identify.stoppedHeading);
    await person.sees(words.identify.stoppedText);
  });
});

test('5,000 findings can be opened, leafed through and left', async ({ person, app, page, folders }) => {
  const path = join(folders.scratch, 'big.json');
  const rows = Array.from({ length: 5_000 }, (_each, at) => ({
    path: `/var/opt/kaspersky/kesl/part-${String(at)}`,
    kind: 'file',
  }));
  const package_ = {
    name: 'kesl',
    version: '12.1.0',
    publisher: 'AO Kaspersky Lab',
    manager: 'dpkg',
    state: 'installed',
  };
  const snapshot = {
    schema: 'removal-assistant/snapshot/1',
    takenAt: '2026-11-01T10:00:00Z',
    host: { os: 'linux', version: 'Debian 12', arch: 'x64', elevated: true, name: 'big' },
    readings: { packages: { kind: 'ok', rows: [package_] }, files: { kind: 'ok', rows } },
  };
  writeFileSync(path, JSON.stringify(snapshot));
  await answerOpenDialog(app, path);
  await person.press(words.start.open);
  await person.heading(words.identify.savedFoundHeading(1));
  await person.press(words.evidence.of('Kaspersky Endpoint Security for Linux'));
  await person.sees('/var/opt/kaspersky/kesl/part-0');
  await person.press(words.evidence.moreOf(5_001, 'Kaspersky Endpoint Security for Linux'));
  const list = page.getByRole('grid');
  await expect(list).toHaveAttribute('aria-rowcount', '5001');
  // Only what is in sight exists, and the keyboard leads to the last one.
  expect(await list.getByRole('row').count()).toBeLessThan(100);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await person.sees('/var/opt/kaspersky/kesl/part-4999');
  await page.getByRole('button', { name: words.report.save }).focus();
  await expect(page.getByRole('button', { name: words.report.save })).toBeFocused();
});

test('an example is opened from the Start screen and left again', async ({ person, page }) => {
  await person.press(words.example.leave);
  await expect(page.getByText(en.example)).toHaveCount(0);
  await person.press(words.example.heading);
  await person.press(/^srv-files-01/);
  await person.sees(en.example);
  await person.sees('srv-files-01');
});
