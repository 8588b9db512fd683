import { app, Menu } from 'electron';
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import type { Texts } from '../core/text/index.ts';

/**
 * Only what keys need: without a menu neither the clipboard keys (macOS) nor zoom (everywhere) work. The menu bar
 * stays hidden on Windows and Linux; the Alt key shows it.
 */
export const setUpMenu = (texts: Texts): void => {
  const { edit, view } = texts.shell;
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: edit,
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    { label: view, submenu: [...zoom, ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const])] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
};

/** One more key each: plus without Shift, and the number pad. */
const zoom: MenuItemConstructorOptions[] = [
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
  { role: 'zoomIn', accelerator: 'CommandOrControl+numadd', visible: false },
  { role: 'zoomOut' },
  { role: 'zoomOut', accelerator: 'CommandOrControl+numsub', visible: false },
];

/** The menu of the right mouse button, where there is text to take or a field to fill. */
export const addContextMenu = (window: BrowserWindow): void => {
  window.webContents.on('context-menu', (_event, { editFlags, isEditable, selectionText }) => {
    if (!isEditable && selectionText === '') return;
    const items: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'cut', enabled: editFlags.canCut },
          { role: 'copy', enabled: editFlags.canCopy },
          { role: 'paste', enabled: editFlags.canPaste },
          { role: 'selectAll' },
        ]
      : [{ role: 'copy' }];
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
