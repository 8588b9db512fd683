import type { WindowsFolders } from './folders.ts';
import { expanded, machineVariables } from './folders.ts';

/** What an `ImagePath` may mean, as whole drive paths. */
export interface ImagePath {
  /** Files that Windows would start, in the order in which it tries them. Empty for a place that no drive path names. */
  readonly candidates: readonly string[];
  /** The likeliest of them, without arguments; where there is none, what is written. Undefined when nothing is written. */
  readonly likeliest: string | undefined;
}

/** More words than any path has; what follows are arguments. */
const mostWords = 16;

const nothing: ImagePath = { candidates: [], likeliest: undefined };

/**
 * The program of a service, without its arguments. Unquoted text with blanks is tried word by word, and `.exe` is put to
 * a name without an extension (CreateProcess, learn.microsoft.com). Names without a folder are looked for in System32,
 * then in Windows' folder.
 */
export const programImage = (text: string, folders: WindowsFolders): ImagePath => {
  const written = plain(text, folders);
  if (written === '') return nothing;
  const quoted = /^"([^"]*)"?/.exec(written)?.[1];
  const starts = quoted === undefined ? wordByWord(written) : [quoted];
  const names = starts.map((name) => (/\.[^\\. ]+$/.test(name) ? name : `${name}.exe`));
  return {
    candidates: names.flatMap((name) => placesOf(name, folders, ['\\System32', ''])),
    likeliest: placesOf(likeliestOf(names, written), folders, ['\\System32'])[0] ?? written,
  };
};

/**
 * The file of a kernel driver: no arguments, and a path without a root is below Windows' folder. A driver for which none
 * is written lies in System32\drivers under its own name (the `ImagePath` entry of CurrentControlSet\Services,
 * learn.microsoft.com).
 */
export const driverImage = (text: string, name: string, folders: WindowsFolders): ImagePath => {
  const written = plain(text, folders).replace(/^"([^"]*)"?.*$/, '$1');
  const path = written === '' ? `System32\\drivers\\${name}.sys` : written;
  const candidates = placesOf(path, folders, ['']);
  return { candidates, likeliest: candidates[0] ?? path };
};

/** Variables filled in; the prefixes of the object manager resolved, behind a quote too. */
const plain = (text: string, folders: WindowsFolders): string =>
  expanded(text.trim(), machineVariables(folders))
    .replace(/^("?)\\(?:\?\?|\\\?|\\\.|DosDevices)\\(?=[a-z]:)/i, '$1')
    .replace(/^("?)\\SystemRoot(?=\\)/i, (_, quote: string) => `${quote}${folders.systemRoot}`);

const wordByWord = (written: string): readonly string[] => {
  const words = written.split(/(?<=\S)(?=\s)/).slice(0, mostWords);
  return words.map((_, at) => words.slice(0, at + 1).join(''));
};

/** The first that ends as a program does, else all that stands before the first switch. */
const likeliestOf = (names: readonly string[], written: string): string =>
  names.length === 1
    ? (names[0] ?? written)
    : (names.find((name) => /\.(?:exe|com|sys|dll|srv|bat|cmd)$/i.test(name) && written.startsWith(name)) ??
      written.replace(/\s+[-/].*$/, ''));

/** Whole drive paths only: what is on another computer, or named by a device, cannot be told to be gone. */
const placesOf = (name: string, folders: WindowsFolders, below: readonly string[]): readonly string[] => {
  if (name.includes('%')) return [];
  if (/^[a-z]:[\\/]/i.test(name)) return [name];
  if (/^[\\/](?:Device|Driver|FileSystem|GLOBAL\?\?)[\\/]/i.test(name) || /^[\\/]{2}/.test(name)) return [];
  if (/^[\\/]/.test(name)) return [`${folders.systemDrive}${name}`];
  return below.map((folder) => `${folders.systemRoot}${folder}\\${name}`);
};
