import type { Locator, Page } from '@playwright/test';

/**
 * Drops files or folders of this computer on a part of the page, as the desktop hands them to Chromium: the page and the
 * preload see events that they cannot tell from a person's.
 */
export const dropOn = async (page: Page, target: Locator, files: readonly string[]): Promise<void> => {
  const box = await target.boundingBox();
  if (box === null) throw new Error('nothing to drop on');
  const session = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  // Without files it is text, as somebody drags out of another program.
  const text = { mimeType: 'text/plain', data: 'words', title: '', baseURL: '' };
  const data = { items: files.length === 0 ? [text] : [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await session.detach();
};
