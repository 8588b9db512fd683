import type { Problem } from '../model/result.ts';
import { hazardLevels, type HazardId } from '../model/hazard.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { Texts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { HazardText } from './words.ts';

export type { Texts } from './en.ts';
export type { HazardText } from './words.ts';

/** One line a language, in the order in which a list shows them. */
export const languages: Readonly<Record<string, Texts>> = { de, en, es, fr };

const languageOf = (locale: string): string | undefined =>
  /^[a-z]{2,3}(?![a-z])/.exec(locale.trim().toLowerCase())?.[0];

/** The language of a locale as anything writes it (`de`, `de-AT`, `de_DE.UTF-8`), if it is one of ours. */
export const knownLanguage = (locale: string): string | undefined => {
  const language = languageOf(locale);
  return language !== undefined && Object.hasOwn(languages, language) ? language : undefined;
};

/** The first of the person's languages, best first, that is one of ours; English when none is. */
export const chooseLanguage = (preferred: readonly string[]): string =>
  preferred.map(knownLanguage).find((language) => language !== undefined) ?? en.language;

export const textsFor = (locale: string): Texts => languages[knownLanguage(locale) ?? ''] ?? en;

export const problemText = (texts: Texts, problem: Problem): string =>
  texts.problems[problem.code](problem.values ?? {});

export const hazardText = (texts: Texts, id: HazardId): HazardText =>
  texts.hazards[id] ?? { title: id, why: hazardLevels[id], whatToDo: '' };

export const reasonText = (texts: Texts, reason: string): string =>
  (texts.reasons as Readonly<Record<string, string>>)[reason] ?? reason;

export { printable } from './printable.ts';
