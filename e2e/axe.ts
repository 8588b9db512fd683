import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Accessibility check of a page as it is now: each violation with its targets. */
export const violationsOn = async (page: Page): Promise<readonly string[]> => {
  // Without legacy mode axe opens a second page, which Electron refuses.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
};
