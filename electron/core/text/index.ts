import type { Problem } from '../model/result.ts';
import { hazardLevels, type HazardId } from '../model/hazard.ts';
import { whyText } from './phrases/index.ts';
import { isUsageFault, isWantedValue } from '../model/usage.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { Texts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { HazardText, Values } from './words.ts';

export { whyText } from './phrases/index.ts';
export type { Texts } from './en.ts';
export type { HazardText } from './words.ts';

/** One line a language, in the order in which a list shows them. */
export const languages: Readonly<Record<string, Texts>> = { de, en, es, fr };

/** What reports and schemas call this program, in every language. */
export const toolName = en.appName;

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

export const problemText = (texts: Texts, { code, values = {} }: Problem): string =>
  texts.problems[code]({
    ...values,
    ...(code === 'usage' ? usageSentence(texts, values) : {}),
    ...(typeof values['why'] === 'string' ? { why: whyText(texts, values['why']) } : {}),
  });

/** What is wrong with a command line, in words; nothing for what the parser could only say in its own. */
const usageSentence = (texts: Texts, values: Values): { readonly message?: string } => {
  const { fault, nearest, wanted, choices } = values;
  if (!isUsageFault(fault)) return {};
  const { wrong, wanted: wants, nearest: meant, choices: possible } = texts.cli;
  const first = [wrong[fault](values), ...(nearest === undefined ? [] : [meant(String(nearest))])].join(' ');
  const second = isWantedValue(wanted)
    ? [wants[wanted](Object.keys(languages).join(', '))]
    : choices === undefined
      ? []
      : [possible(String(choices))];
  return { message: [first, ...second].join('. ') };
};

export const hazardText = (texts: Texts, id: HazardId): HazardText =>
  texts.hazards[id] ?? { title: id, why: hazardLevels[id], whatToDo: '' };

export const reasonText = (texts: Texts, reason: string): string =>
  (texts.reasons as Readonly<Record<string, string>>)[reason] ?? reason;

export { printable } from './printable.ts';
