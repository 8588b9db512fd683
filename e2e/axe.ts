import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Named one by one: the rules of WCAG 2.2, such as the size of targets, run only when they are asked for. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Accessibility check of a page as it is now: each violation with its targets. */
export const violationsOn = async (page: Page): Promise<readonly string[]> => {
  // Without legacy mode axe opens a second page, which Electron refuses.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(tags).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
};
