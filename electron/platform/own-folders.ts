import type { OwnFolders } from './shared/state-folder.ts';
import { ownFoldersByMode } from './shared/state-folder.ts';
import { windowsOwnFolders } from './windows/own-folders.ts';
import { openWindowsMachine } from './windows/this-machine.ts';

/** Folders of our own on the system that this program runs on. */
export const ownFolders = (platform: NodeJS.Platform = process.platform): OwnFolders =>
  platform === 'win32' ? windowsOwnFolders(openWindowsMachine) : ownFoldersByMode;
