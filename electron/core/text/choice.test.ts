import { describe, expect, it } from 'vitest';
import { actionTitle } from './action-title.ts';
import { chooseLanguage, knownLanguage, problemText, textsFor } from './index.ts';

describe('a language', () => {
  it.each<[string, string | undefined]>([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['de_CH.UTF-8', 'de'],
    ['DE', 'de'],
    ['es_419', 'es'],
    // A language of three letters is not the one whose two letters it begins with.
    ['deu', undefined],
    ['frr', undefined],
    ['C', undefined],
    ['', undefined],
    ['../de', undefined],
    ['constructor', undefined],
  ])('named “%s” is %s', (locale, language) => {
    expect(knownLanguage(locale)).toBe(language);
    expect(textsFor(locale).language).toBe(language ?? 'en');
  });

  it('is the first that a person reads and this program speaks, else English', () => {
    expect(chooseLanguage(['gsw-CH', 'fr-CH', 'de-CH'])).toBe('fr');
    expect(chooseLanguage(['nl', 'sv'])).toBe('en');
    expect(chooseLanguage([])).toBe('en');
  });
});

describe('the title of an action, which plans carry in English', () => {
  const german = textsFor('de');

  it.each([
    ['Remove KES (12.1) (package kesl)', 'KES (12.1) entfernen (Paket kesl)'],
    ['Remove the settings of KES (package kesl)', 'Einstellungen von KES entfernen (Paket kesl)'],
    ['Remove Kaspersky Plus', 'Kaspersky Plus entfernen'],
    ['Something of another version', 'Something of another version'],
  ])('“%s” is “%s”', (title, said) => {
    expect(actionTitle(german, { title })).toBe(said);
    expect(actionTitle(textsFor('en'), { title })).toBe(title);
  });
});

describe('a word that the parser alone knew', () => {
  it('is passed on as it is', () => {
    const said = problemText(textsFor('de'), { code: 'usage', values: { message: 'Something new' } });
    expect(said).toMatch(/^Something new\. /);
  });
});
