/**
 * JSON for people and programs. Control and direction characters stay what they are for a parser, but are written as
 * escapes: a name from the computer must not rewrite the terminal that it is printed on.
 */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}\n`;
