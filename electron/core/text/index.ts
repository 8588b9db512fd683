import type { Problem } from '../model/result.ts';
import { hazardLevels, type HazardId } from '../model/hazard.ts';
import { en } from './en.ts';
import type { HazardText, Texts } from './en.ts';

export type { HazardText, Texts } from './en.ts';

/** One line a language. */
export const languages: Readonly<Record<string, Texts>> = { en };

export const textsFor = (locale: string): Texts => languages[locale.slice(0, 2).toLowerCase()] ?? en;

export const problemText = (texts: Texts, problem: Problem): string =>
  texts.problems[problem.code](problem.values ?? {});

export const hazardText = (texts: Texts, id: HazardId): HazardText =>
  texts.hazards[id] ?? { title: id, why: hazardLevels[id], whatToDo: '' };

export const reasonText = (texts: Texts, reason: string): string =>
  (texts.reasons as Readonly<Record<string, string>>)[reason] ?? reason;

const lookalikes: Readonly<Record<string, string>> = { '\u007f': '␡' };

/** Makes control and direction characters from data visible, so that no file name can rewrite a terminal or a line. */
export const printable = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    const code = character.charCodeAt(0);
    return (
      lookalikes[character] ??
      (code < 0x20 ? String.fromCharCode(0x2400 + code) : `\\u${code.toString(16).padStart(4, '0')}`)
    );
  });
