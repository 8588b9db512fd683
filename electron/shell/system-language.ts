import { app } from 'electron';
import { chooseLanguage, textsFor } from '../core/text/index.ts';
import type { Texts } from '../core/text/index.ts';

/** As the person put them in order; Chromium's own locale alone would name only one. */
export const systemLanguages = (): readonly string[] => [
  ...app.getPreferredSystemLanguages(),
  app.getLocale(),
];

/** For what has to be said before there is a window. */
export const systemTexts = (): Texts => textsFor(chooseLanguage(systemLanguages()));
