import { escaped, hiddenBeyondAscii } from '../text/printable.ts';

/**
 * Control and direction characters stay what they are for a parser, but are written as escapes: a name from the computer
 * must not rewrite the terminal that it is printed on.
 */
export const escapeMarks = (json: string): string => json.replace(hiddenBeyondAscii, escaped);

/** JSON for people and programs. */
export const jsonText = (value: unknown): string => `${escapeMarks(JSON.stringify(value, null, 2))}\n`;
