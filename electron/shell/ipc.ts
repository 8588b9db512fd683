import type { BrowserWindow, WebFrameMain } from 'electron';
import { callChannel, eventChannel } from './channels.ts';
import type { Door } from './door.ts';
import { refused } from './door.ts';
import { isPageAddress } from './page-files.ts';
import type { Emit } from './services.ts';

/** Lets the page of this window through the door, and nobody else: no other window, no frame inside the page. */
export const openDoor = (window: BrowserWindow, door: Door): void => {
  const { webContents } = window;
  webContents.ipc.handle(callChannel, (event, name: unknown, input: unknown) =>
    isOurPage(event.senderFrame, webContents.mainFrame)
      ? door(name, input)
      : refused('the sender is not the page'),
  );
};

type Frame = Pick<WebFrameMain, 'url' | 'frameTreeNodeId'>;

/** The frame is compared too, not only its address: a frame inside the page could show the same address. */
export const isOurPage = (sender: Frame | null, page: Frame): boolean =>
  sender !== null && sender.frameTreeNodeId === page.frameTreeNodeId && isPageAddress(sender.url);

/** Sends events to the page as long as there is one: a removal goes on without it. */
export const emitTo =
  (window: BrowserWindow): Emit =>
  (name, payload) => {
    if (!window.isDestroyed() && !window.webContents.isDestroyed())
      window.webContents.send(eventChannel, name, payload);
  };
