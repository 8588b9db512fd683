import { printable } from '../text/printable.ts';

/** One line of a table of text by RFC 4180, with its end. Numbers are ours and stay numbers. */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map((value) => (typeof value === 'number' ? String(value) : cell(value))).join(',')}\r\n`;

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe: also behind blanks, and in the wide forms that
 * East Asian keyboards write. Hidden characters are shown, line ends among them, so that a cell is one line for every
 * reader. A semicolon or a tab parts cells in some countries: what has one in it is quoted.
 */
const cell = (value: string): string => {
  const shown = printable(value);
  const harmless = /^\s*[=+\-@|%＝＋－＠]/.test(shown) ? `'${shown}` : shown;
  return /[",;']|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
