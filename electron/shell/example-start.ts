import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { problemText } from '../core/text/index.ts';
import { exampleComputers } from '../platform/example/index.ts';
import { systemTexts } from './system-language.ts';

/**
 * Before anything else when the program is started on an example. False for one that nobody recorded: to show the real
 * computer in its place would be dangerous, so that is said and nothing is opened.
 */
export const startExample = (name: string): boolean => {
  const names = exampleComputers.map((each) => each.name);
  if (names.includes(name)) {
    keepApart();
    return true;
  }
  const texts = systemTexts();
  const values = { name, known: names.join(', ') };
  dialog.showErrorBox(texts.appName, problemText(texts, { code: 'unknown-example', values }));
  return false;
};

/** What Chromium writes of a window is in a temporary folder too, unless a folder was named. */
const keepApart = (): void => {
  if (app.commandLine.hasSwitch('user-data-dir')) return;
  const folder = mkdtempSync(join(tmpdir(), 'removal-assistant-example-window-'));
  app.setPath('userData', folder);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
};
