import type { BrowserWindow } from 'electron';
import { handedOverChannel } from './channels.ts';
import { isOurPage } from './ipc.ts';

/**
 * The path of the one thing that a person dropped on the window or pasted there last, once; undefined when it was none
 * or several. The preload tells of it; the page never learns a path and can name none, only ask that it be opened.
 */
export const hearOfHandedOver = ({ webContents }: BrowserWindow): (() => string | undefined) => {
  let path: string | undefined;
  webContents.ipc.on(handedOverChannel, (event, told: unknown) => {
    if (isOurPage(event.senderFrame, webContents.mainFrame))
      path = typeof told === 'string' && told !== '' ? told : undefined;
  });
  return () => {
    const taken = path;
    path = undefined;
    return taken;
  };
};
