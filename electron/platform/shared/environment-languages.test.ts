import { describe, expect, it } from 'vitest';
import { environmentLanguages } from './environment-languages.ts';

describe('the languages that the environment asks for', () => {
  it.each<[NodeJS.ProcessEnv, readonly string[]]>([
    [{}, []],
    [{ LANG: 'de_AT.UTF-8' }, ['de_AT.UTF-8']],
    [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'fr_FR.UTF-8' }, ['fr_FR.UTF-8']],
    [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'fr_FR.UTF-8', LC_ALL: 'es_ES' }, ['es_ES']],
    [{ LANG: 'de_DE.UTF-8', LC_ALL: '' }, ['de_DE.UTF-8']],
    [{ LANG: 'de_DE.UTF-8', LANGUAGE: 'fr:es' }, ['fr', 'es', 'de_DE.UTF-8']],
    // A locale that asks for no translation wins over LANGUAGE.
    [{ LANG: 'C.UTF-8', LANGUAGE: 'de' }, []],
    [{ LC_ALL: 'POSIX', LANG: 'de_DE' }, []],
  ])('%j', (env, languages) => {
    expect(environmentLanguages(env)).toEqual(languages);
  });
});
