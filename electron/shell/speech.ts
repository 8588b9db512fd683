import { z } from 'zod';
import { chooseLanguage, knownLanguage, textsFor } from '../core/text/index.ts';
import type { Texts } from '../core/text/index.ts';
import { readJsonFile, writeJsonFile } from '../platform/shared/files.ts';

/** The language that main speaks in menus, dialogs and reports, and the page with it. Never keep its texts: ask anew. */
export interface Speech {
  readonly texts: () => Texts;
  /** From now on, and at the next start. A language that is not ours changes nothing. */
  readonly choose: (language: string) => Promise<void>;
}

export interface SpeechOptions {
  /** The window's settings; made when a person chooses a language, so that a mere look leaves no file behind. */
  readonly file: string;
  /** Given when the program was started; it wins over what was remembered. */
  readonly asked: string | undefined;
  /** The languages of the system, best first. */
  readonly preferred: readonly string[];
  /** Called after each change, for what is drawn once: the menu. */
  readonly onChange: (texts: Texts) => void;
}

const settingsSchema = z.object({ language: z.string() });

const remembered = async (file: string): Promise<string | undefined> => {
  const read = await readJsonFile(file);
  const settings = settingsSchema.safeParse(read.ok ? read.value : undefined);
  return settings.success ? settings.data.language : undefined;
};

export const createSpeech = async ({ file, asked, preferred, onChange }: SpeechOptions): Promise<Speech> => {
  const wishes = [asked, await remembered(file)].filter((wish) => wish !== undefined);
  let texts = textsFor(chooseLanguage([...wishes, ...preferred]));
  return {
    texts: () => texts,
    async choose(wish) {
      const language = knownLanguage(wish);
      if (language === undefined) return;
      texts = textsFor(language);
      onChange(texts);
      const written = await writeJsonFile(file, { language });
      // The window speaks it all the same; only the next start will not know.
      if (!written.ok) console.warn(written.problem);
    },
  };
};
