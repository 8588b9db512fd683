import type { Page } from '@playwright/test';

/** Words on the page that do not fit: beyond the window, beyond their own box, or cut by what is around them. */
export const clippedText = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    /** Fractions of a pixel are rounding. */
    const slack = 1.5;
    const isForEars = (element: Element): boolean => {
      for (let each: Element | null = element; each !== null; each = each.parentElement)
        if (getComputedStyle(each).clipPath !== 'none') return true;
      return false;
    };
    const boxOf = (element: Element): Element => {
      for (let each: Element | null = element; each !== null; each = each.parentElement)
        if (!['inline', 'contents'].includes(getComputedStyle(each).display)) return each;
      return document.documentElement;
    };
    /** What it does not fit into, up to the window itself; what scrolls upwards and downwards has only sides. */
    const cutBy = (box: Element, line: DOMRect): string | undefined => {
      let isInList = false;
      for (let each: Element | null = box; each !== null; each = each.parentElement) {
        const { display, overflowX, overflowY } = getComputedStyle(each);
        const edge = each.getBoundingClientRect();
        // A wide table scrolls in a place of its own, which the keyboard reaches too.
        if (['auto', 'scroll'].includes(overflowX) && each.matches('[tabindex="0"], [role="grid"]'))
          return undefined;
        const sideways = display !== 'inline' && display !== 'contents';
        if (sideways && (line.left < edge.left - slack || line.right > edge.right + slack))
          return `the sides of ${each.tagName}.${each.className}`;
        const upright = !isInList && (overflowY === 'hidden' || overflowY === 'clip');
        if (upright && (line.top < edge.top - slack || line.bottom > edge.bottom + slack))
          return `the height of ${each.tagName}.${each.className}`;
        isInList ||= overflowY === 'auto' || overflowY === 'scroll';
      }
      return line.left < -slack || line.right > innerWidth + slack ? 'the window' : undefined;
    };
    const faults = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (words === '' || parent === null || !parent.checkVisibility() || isForEars(parent)) continue;
      const box = boxOf(parent);
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        const cut = line.width === 0 ? undefined : cutBy(box, line);
        if (cut !== undefined) faults.add(`“${words.slice(0, 60)}” does not fit into ${cut}`);
      }
      if (box.scrollWidth > box.clientWidth + slack && getComputedStyle(box).overflowX === 'visible')
        faults.add(`“${words.slice(0, 60)}” is wider than ${box.tagName}.${box.className}`);
    }
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
      faults.add('the page scrolls sideways');
    return [...faults];
  });
