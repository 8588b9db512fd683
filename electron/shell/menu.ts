import { app, Menu } from 'electron';
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import type { Texts } from '../core/text/index.ts';
import { emitTo } from './ipc.ts';
import type { Speech } from './speech.ts';

/**
 * Only what keys need: without a menu neither the clipboard keys (macOS) nor zoom (everywhere) work. The menu bar
 * stays hidden on Windows and Linux; the Alt key shows it.
 */
export const setUpMenu = (texts: Texts): void => {
  const { edit, view, menu } = texts.shell;
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [appMenu(texts)] : []),
    {
      label: edit,
      submenu: [
        { role: 'undo', label: menu.undo },
        { role: 'redo', label: menu.redo },
        { type: 'separator' },
        ...clipboard(menu),
      ],
    },
    {
      label: view,
      submenu: [
        { label: texts.map.shell.show, accelerator: 'CommandOrControl+Shift+M', click: showMap },
        { type: 'separator' },
        ...zoom(menu),
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
};

/** The page opens it where it may: not while a removal is under way. */
const showMap: MenuItemConstructorOptions['click'] = (_item, window) => {
  if (window !== undefined && 'webContents' in window) emitTo(window as BrowserWindow)('showMap', {});
};

type MenuWords = Texts['shell']['menu'];

/** Electron knows these parts by their roles; its own words for them are English only. */
const appMenu = ({ appName, shell: { menu } }: Texts): MenuItemConstructorOptions => ({
  label: appName,
  submenu: [
    { role: 'about', label: menu.about(appName) },
    { type: 'separator' },
    { role: 'services', label: menu.services },
    { type: 'separator' },
    { role: 'hide', label: menu.hide(appName) },
    { role: 'hideOthers', label: menu.hideOthers },
    { role: 'unhide', label: menu.unhide },
    { type: 'separator' },
    { role: 'quit', label: menu.quit(appName) },
  ],
});

const clipboard = (menu: MenuWords): MenuItemConstructorOptions[] => [
  { role: 'cut', label: menu.cut },
  { role: 'copy', label: menu.copy },
  { role: 'paste', label: menu.paste },
  { role: 'selectAll', label: menu.selectAll },
];

/** One more key each: plus without Shift, and the number pad. */
const zoom = (menu: MenuWords): MenuItemConstructorOptions[] => [
  { role: 'resetZoom', label: menu.resetZoom },
  { role: 'zoomIn', label: menu.zoomIn },
  { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
  { role: 'zoomIn', accelerator: 'CommandOrControl+numadd', visible: false },
  { role: 'zoomOut', label: menu.zoomOut },
  { role: 'zoomOut', accelerator: 'CommandOrControl+numsub', visible: false },
];

/** The menu of the right mouse button, where there is text to take or a field to fill. */
export const addContextMenu = (window: BrowserWindow, speech: Speech): void => {
  window.webContents.on('context-menu', (_event, { editFlags, isEditable, selectionText }) => {
    if (!isEditable && selectionText === '') return;
    const [cut, copy, paste, selectAll] = clipboard(speech.texts().shell.menu);
    const items: MenuItemConstructorOptions[] = isEditable
      ? [
          { ...cut, enabled: editFlags.canCut },
          { ...copy, enabled: editFlags.canCopy },
          { ...paste, enabled: editFlags.canPaste },
          { ...selectAll },
        ]
      : [{ ...copy }];
    Menu.buildFromTemplate(items).popup({ window });
  });
};

/** Ctrl and the mouse wheel; Chromium leaves it to the app. */
export const zoomByWheel = (window: BrowserWindow): void => {
  const { webContents } = window;
  webContents.on('zoom-changed', (_event, direction) => {
    webContents.setZoomLevel(webContents.getZoomLevel() + (direction === 'in' ? 0.5 : -0.5));
  });
};
