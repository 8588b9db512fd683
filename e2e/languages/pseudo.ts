import type { Texts } from '../../electron/core/text/index.ts';

/** All texts of a language, each said in another way, also those that are made of names and numbers. */
export const said = (texts: Texts, say: (text: string) => string): Texts => map(texts, say) as Texts;

const map = (value: unknown, say: (text: string) => string): unknown => {
  if (typeof value === 'string') return say(value);
  if (typeof value === 'function')
    return (...given: unknown[]) => map((value as (...given: unknown[]) => unknown)(...given), say);
  if (Array.isArray(value)) return value.map((each) => map(each, say));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, map(each, say)]));
};

/** Each word longer by two fifths, as words of other languages are: that is what a narrow place cannot take. */
export const longer = (text: string): string =>
  text.replaceAll(/\p{L}{2,}/gu, (word) => word + word.slice(0, Math.round(word.length * 0.4)).toLowerCase());

const alphabet = 'אבגדהוזחטיכלמנסעפצקרשת';

/** In letters that are written from right to left, one for one. */
export const mirrored = (text: string): string =>
  text.replaceAll(/[a-z]/gi, (letter) => alphabet[(letter.toLowerCase().charCodeAt(0) - 97) % 22] ?? letter);
