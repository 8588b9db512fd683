import { expect, it } from 'vitest';
import { languageNames } from './preferred-languages.ts';

it('reads a list of texts that each end with a zero', () => {
  const list = (text: string): Buffer => Buffer.from(text, 'utf16le');
  expect(languageNames(list('de-DE\0en-US\0\0'))).toEqual(['de-DE', 'en-US']);
  expect(languageNames(list('\0'))).toEqual([]);
  expect(languageNames(Buffer.alloc(0))).toEqual([]);
});
