import type { Texts } from '../en.ts';
import { de } from './de.ts';
import type { Phrase, Phrasebook } from './english.ts';
import { english } from './english.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** One line a language; English needs none. */
export const phrasebooks: Readonly<Record<string, Phrasebook>> = { de, es, fr };

interface Shape {
  readonly phrase: Phrase;
  readonly pattern: RegExp;
}

const hole = /\\\{([a-c])\\\}/g;

const shapeOf = (phrase: Phrase): Shape => {
  const escaped = phrase.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return { phrase, pattern: new RegExp(`^${escaped.replaceAll(hole, '(?<$1>.+?)')}$`, 's') };
};

const whole = new Set<string>(english.filter((phrase) => !phrase.includes('{')));

/** The most words of its own first: `{a} is not there` fits what others fit better. */
const shapes: readonly Shape[] = english
  .filter((phrase) => phrase.includes('{'))
  .toSorted((a, b) => b.replaceAll(/\{.\}/g, '').length - a.replaceAll(/\{.\}/g, '').length)
  .map(shapeOf);

/**
 * Why something failed, in the language of a person. What is not known is said as it is: a path, or the words of the
 * system and its tools.
 */
export const whyText = ({ language }: Pick<Texts, 'language'>, why: string): string => {
  const book = phrasebooks[language];
  if (book === undefined) return why;
  return why
    .split('\n')
    .map((line) => translated(book, line) ?? line)
    .join('\n');
};

const translated = (book: Phrasebook, why: string): string | undefined =>
  inOnePiece(book, why) ?? inTwoParts(book, why);

const inOnePiece = (book: Phrasebook, why: string): string | undefined => {
  if (whole.has(why)) return book[why as Phrase];
  for (const { phrase, pattern } of shapes) {
    const given = pattern.exec(why)?.groups;
    if (given === undefined) continue;
    return book[phrase].replaceAll(/\{([a-c])\}/g, (_hole, name: string) => {
      const part = given[name] ?? '';
      return translated(book, part) ?? part;
    });
  }
  return undefined;
};

/** `/etc/passwd: permission denied`: what it was, and why. Either part may be a phrase, the first is often a path. */
const inTwoParts = (book: Phrasebook, why: string): string | undefined => {
  for (let at = why.indexOf(': '); at >= 0; at = why.indexOf(': ', at + 2)) {
    const [what, rest] = [why.slice(0, at), why.slice(at + 2)];
    const said = translated(book, rest);
    if (said !== undefined) return `${inOnePiece(book, what) ?? what}: ${said}`;
  }
  return undefined;
};
