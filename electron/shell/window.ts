import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, session } from 'electron';
import { addContextMenu, zoomByWheel } from './menu.ts';
import { pageAddress } from './page-files.ts';
import { servePage } from './page-server.ts';
import type { Speech } from './speech.ts';

/** Not persistent (no `persist:`): a technician's stick leaves nothing of this session on the computer. */
const partition = 'window';

/** The page's own background, so that the window does not flash before the page is drawn. */
const background = { dark: '#15171b', light: '#eceff3' } as const;

/** Makes the one window, still hidden and empty. The build puts main, preload and page side by side. */
export const createWindow = (speech: Speech): BrowserWindow => {
  const pageSession = session.fromPartition(partition);
  servePage(pageSession, join(__dirname, '../renderer'));
  const window = new BrowserWindow({
    title: speech.texts().appName,
    width: 1100,
    height: 760,
    minWidth: 320,
    minHeight: 400,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      session: pageSession,
      preload: join(__dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  addContextMenu(window, speech);
  zoomByWheel(window);
  return window;
};

export const loadPage = (window: BrowserWindow): Promise<void> => window.loadURL(pageAddress);

export const bringToFront = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};
