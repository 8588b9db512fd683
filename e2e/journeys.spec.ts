import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../electron/core/text/en.ts';
import { parseReport } from '../electron/core/model/report.ts';
import { answerSaveDialog } from './bridge.ts';
import type { Person } from './example-window.ts';
import { expect, test } from './example-window.ts';
import { atFullSize } from './full-size';

/** The three people that the window is made for, from Start to a verdict, each with the mouse and with the keyboard. */

const words = en.window;

/** What every one of them does: look, prepare, agree, remove. */
const removeEverything = async (person: Person, products: number): Promise<void> => {
  await person.press(words.start.look);
  await person.heading(words.identify.foundHeading(products));
  await person.press(words.identify.prepare(products));
  await person.heading(words.prepare.heading);
  await person.type(/To go on all the same/, words.prepare.word);
  await person.tick(words.prepare.read);
  await person.press(new RegExp(`^${words.prepare.remove(products)}`));
};

/** The window goes with the restart and comes back by itself. */
const restartAndGoOn = async (person: Person): Promise<void> => {
  await person.heading(words.restart.heading);
  await person.press(words.restart.now);
  await person.heading(words.restart.goOnHeading);
  await person.press(words.restart.goOnAsking);
};

for (const hands of ['mouse', 'keyboard'] as const) {
  // By keyboard everything is found by its name as well.
  const [title, share] = hands === 'mouse' ? ['by names alone', atFullSize] : ['by keyboard alone', {}];
  test.describe(title, share, () => {
    test.use({ hands });

    test('my computer: at most seven decisions to “confirmed”', async ({ person }) => {
      await person.heading(words.start.heading);
      await person.sees(en.example);
      await removeEverything(person, 3);
      await restartAndGoOn(person);
      await person.heading(words.confirm.headings.removed);
      expect(person.decisions).toBeLessThanOrEqual(7);
      await person.sees(en.example);
      await person.press(/^Clean up \d+ leftovers/);
      await person.press(en.work.leftovers.undoAll);
      await person.sees(/leftovers put back\.$/);
    });

    test.describe('my work computer', () => {
      test.use({ example: 'work-pc' });

      test('what the employer has a say in is shown first', async ({ person }) => {
        await person.heading(words.start.heading);
        await person.choose(/^My work computer/);
        await person.press(words.start.look);
        await person.heading(words.identify.foundHeading(2));
        await person.press(words.identify.prepare(2));
        await person.heading(words.prepare.heading);
        await person.sees(en.hazards['managed-redeploy']?.title ?? '');
        await person.sees(en.hazards.fde?.title ?? '');
        // Without the word the button leads to it, and nothing begins.
        await person.press(new RegExp(`^${words.prepare.remove(2)}`));
        await person.sees(words.prepare.heading);
        await person.type(/To go on all the same/, words.prepare.word);
        await person.type(en.work.password.of('Kaspersky Endpoint Security for Windows'), 'of the employer');
        await person.tick(words.prepare.read);
        await person.press(new RegExp(`^${words.prepare.remove(2)}`));
        await person.heading(words.confirm.headings.removed);
      });
    });

    test.describe('I’m helping someone', () => {
      test.use({ example: 'debian-server' });

      test('asset tag and ticket reach the report', async ({ person, app, page, folders }) => {
        await person.heading(words.start.heading);
        await person.choose(/^I’m helping someone/);
        await person.type(words.start.assetTag, 'SRV-0007');
        await person.type(words.start.ticket, '20318');
        await removeEverything(person, 2);
        await person.heading(words.confirm.headings.removed);
        const path = join(folders.scratch, 'report.json');
        await answerSaveDialog(app, path);
        await person.choose('JSON');
        await person.press(words.report.save);
        await person.sees('report.json');
        const report = parseReport(JSON.parse(readFileSync(path, 'utf8')));
        if (!report.ok) throw new Error(report.problem.code);
        expect(report.value).toMatchObject({
          verdict: 'removed',
          subject: { assetTag: 'SRV-0007', ticket: '20318' },
          host: { example: 'debian-server' },
        });
        await person.press(words.report.copy);
        await person.sees(words.report.copied);
        const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
        expect(copied.startsWith(en.example)).toBe(true);
        await person.press(en.work.next.button);
        await person.heading(words.start.heading);
        await expect(page.getByLabel(words.start.assetTag)).toHaveValue('');
      });
    });
  });
}
