import type { Page } from '@playwright/test';
import { clippedText } from './languages/clipped.ts';

/**
 * As wide as WCAG 2.2, criterion 1.4.12 lets a person set lines, paragraphs, letters and words. A person sets it before
 * the page is there; the hair at the side makes long lists, which measure their rows when their width changes, do so now.
 */
const widest = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }
body { padding-inline-end: 2px !important; }`;

/** What no longer fits on a page as it is shown now when a person spreads its text. */
export const clippedWhenSpread = async (page: Page): Promise<readonly string[]> => {
  const sheet = await page.evaluateHandle(async (text) => {
    const own = new CSSStyleSheet();
    own.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, own];
    for (let frames = 0; frames < 4; frames++) await new Promise(requestAnimationFrame);
    return own;
  }, widest);
  const faults = await clippedText(page);
  await sheet.evaluate((own) => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== own);
  });
  return faults.map((fault) => `with text spread: ${fault}`);
};
