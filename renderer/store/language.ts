import type { Texts } from '../../electron/core/text/index.ts';
import { languages } from '../../electron/core/text/index.ts';
import { ask } from '../bridge/bridge.ts';
import type { SliceContext } from './app-state.ts';

export interface LanguageSlice {
  /** Everything the window says. */
  readonly texts: Texts;
  /** Says it in another language from now on, and lets main do the same and remember it. */
  speak(language: string): Promise<void>;
}

export const languageSlice = ({ bridge, set }: SliceContext, texts: Texts): LanguageSlice => ({
  texts,
  async speak(language) {
    const chosen = languages[language];
    if (chosen === undefined) return;
    set({ texts: chosen });
    await ask(bridge, 'language', { choose: language });
  },
});
