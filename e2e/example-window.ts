import type { Locator, Page } from '@playwright/test';
import { expect, test as base } from './app.ts';

/** A person who knows nothing of the page but what is said on it: roles and accessible names. */
export interface Person {
  /** The heading of the step, once it is there and has the focus. */
  heading(words: string | RegExp): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  choose(name: string | RegExp): Promise<void>;
  type(field: string | RegExp, text: string): Promise<void>;
  tick(name: string | RegExp): Promise<void>;
  sees(words: string | RegExp): Promise<void>;
  /** How often something was decided so far: a press, a choice, a word or a tick. */
  readonly decisions: number;
}

interface ExampleFixtures {
  readonly example: string;
  /** How many times as fast as it was recorded. */
  readonly exampleSpeed: number;
  /** What the person works with. */
  readonly hands: 'mouse' | 'keyboard';
  readonly person: Person;
}

/** A window on a recorded computer. */
export const test = base.extend<ExampleFixtures>({
  example: ['home-pc', { option: true }],
  exampleSpeed: [400, { option: true }],
  appArguments: async ({ example, exampleSpeed }, provide) => {
    await provide(['--example', example, `--example-speed=${String(exampleSpeed)}`]);
  },
  hands: ['mouse', { option: true }],
  person: async ({ page, hands }, provide) => {
    await provide(personAt(page, hands === 'mouse' ? byMouse : byKeyboard(page)));
  },
});

/** How things are done to what was found by its name. */
interface Hands {
  press(button: Locator): Promise<void>;
  choose(radio: Locator): Promise<void>;
  type(field: Locator, text: string): Promise<void>;
  tick(box: Locator): Promise<void>;
}

const byMouse: Hands = {
  press: (button) => button.click(),
  // The real control lies unseen below what is drawn; a person clicks on its words.
  choose: (radio) => radio.check({ force: true }),
  type: (field, text) => field.fill(text),
  tick: (box) => box.check({ force: true }),
};

/** More stops than any screen has: what is not reached by then is never reached. */
const mostStops = 80;

const byKeyboard = (page: Page): Hands => {
  const hasFocus = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => element === document.activeElement);
  const reach = async (target: Locator): Promise<void> => {
    await expect(target).toHaveCount(1);
    for (let stop = 0; stop < mostStops; stop++) {
      if (await hasFocus(target)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard never reached ${String(target)}`);
  };
  return {
    press: async (button) => {
      await reach(button);
      await page.keyboard.press('Enter');
    },
    choose: async (radio) => {
      const group = page.getByRole('radio', { checked: true }).first();
      await reach(group);
      for (let at = 0; at < 8 && !(await radio.isChecked()); at++) await page.keyboard.press('ArrowRight');
      await expect(radio).toBeChecked();
    },
    type: async (field, text) => {
      await reach(field);
      await page.keyboard.type(text);
    },
    tick: async (box) => {
      await reach(box);
      await page.keyboard.press('Space');
      await expect(box).toBeChecked();
    },
  };
};

const personAt = (page: Page, hands: Hands): Person => {
  let decisions = 0;
  const decide = async (act: Promise<void>): Promise<void> => {
    decisions += 1;
    await act;
  };
  return {
    heading: async (name) => {
      const heading = page.getByRole('heading', { level: 1, name });
      await expect(heading).toBeVisible();
      await expect(heading).toBeFocused();
    },
    press: (name) => decide(hands.press(page.getByRole('button', { name }))),
    choose: (name) => decide(hands.choose(page.getByRole('radio', { name }))),
    type: (label, text) => decide(hands.type(page.getByLabel(label), text)),
    tick: (name) => decide(hands.tick(page.getByRole('checkbox', { name }))),
    sees: (words) => expect(page.getByText(words).first()).toBeVisible(),
    get decisions() {
      return decisions;
    },
  };
};

export { expect } from '@playwright/test';
