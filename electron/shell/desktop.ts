import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, clipboard, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { ClosingAnswer } from './closing.ts';
import { printPage } from './pdf.ts';
import { hearOfHandedOver } from './handed-over.ts';
import type { Desktop, FileKind } from './services.ts';
import type { Speech } from './speech.ts';

const endings: Readonly<Record<FileKind, readonly string[]>> = {
  snapshot: ['json'],
  directive: ['json'],
  assets: ['csv', 'txt', 'tsv'],
};

/** Files are chosen in dialogs of this process; the page never sees more than the name of a file that was written. */
export const desktopOf = (window: BrowserWindow, { texts }: Speech): Desktop => ({
  chooseFileToOpen: async (what) => {
    const { map, shell } = texts();
    const { title, filter } = what === 'snapshot' ? shell.openSnapshot : map.shell[what];
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title,
      properties: ['openFile'],
      filters: [{ name: filter, extensions: [...endings[what]] }],
    });
    return canceled ? undefined : filePaths[0];
  },
  chooseFolder: async () => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: texts().map.shell.folder,
      properties: ['openDirectory'],
    });
    return canceled ? undefined : filePaths[0];
  },
  takeHandedOver: hearOfHandedOver(window),
  chooseFileToSave: async (name, format) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: texts().shell.saveReport.title,
      defaultPath: join(usualFolder(), name),
      filters: [{ name: texts().window.report.formats[format], extensions: [format] }],
    });
    return canceled || !filePath ? undefined : filePath;
  },
  // It answers at once on older runtimes and with a promise on newer ones.
  copy: async (text) => {
    await clipboard.writeText(text);
  },
  print: printPage,
});

/** Where people look for what they saved; a computer fresh from the box may not have that folder yet. */
const usualFolder = (): string => {
  const documents = app.getPath('documents');
  return existsSync(documents) ? documents : app.getPath('home');
};

const closingAnswers: readonly ClosingAnswer[] = ['keep-open', 'stop-and-close'];

/** Escape and the close button of the question mean the harmless answer. */
export const askBeforeClosing =
  (window: BrowserWindow, { texts }: Speech) =>
  async (): Promise<ClosingAnswer> => {
    const { title, message, keepOpen, stopAndClose } = texts().shell.closing;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title,
      message,
      buttons: [keepOpen, stopAndClose],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    return closingAnswers[response] ?? 'keep-open';
  };
