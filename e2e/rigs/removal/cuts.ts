import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Report } from '../../../electron/core/model/report.ts';

/** A program that can be ended from outside, at once and without a word. */
export interface Killable {
  readonly kill: () => void;
  readonly hasEnded: () => boolean;
}

/** Lines of every journal in a folder of runs, as it lies on the disk at this moment. */
export const linesIn = (runs: string): number => {
  let lines = 0;
  for (const run of namesIn(runs)) lines += linesOf(join(runs, run, 'journal.jsonl'));
  return lines;
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

let known = { path: '', size: -1, lines: 0 };

const linesOf = (path: string): number => {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  // A file that did not grow is not read again: the look has to be quicker than the program that writes.
  if (path !== known.path || size !== known.size) {
    known = { path, size, lines: size === 0 ? 0 : readFileSync(path, 'utf8').split('\n').length - 1 };
  }
  return known.lines;
};

/**
 * Ends a program as soon as its journal has so many lines, and says how many it then had; undefined when the program
 * came to its end before. Looks all the time, without a pause: a line and what comes after it lie close together.
 */
export const cutAtLine = async (
  runs: string,
  line: number,
  program: Killable,
): Promise<number | undefined> => {
  while (!program.hasEnded()) {
    if (linesIn(runs) >= line) {
      program.kill();
      return linesIn(runs);
    }
    await new Promise((next) => setImmediate(next));
  }
  return undefined;
};

/** What differs by its nature: the computer, times, sizes of a disk, numbers of processes, and what nobody heard. */
const incidental = new Set([
  'machine',
  'createdAt',
  'takenAt',
  'startedAt',
  'endedAt',
  'at',
  'pid',
  'looked',
  'freeBytes',
  'sha256',
  'exitCode',
]);

/** A report without what is incidental, and with no name of its run. */
export const plain = (report: Report): unknown => {
  const text = JSON.stringify(report, (key, value: unknown) => (incidental.has(key) ? undefined : value));
  return JSON.parse(text.replaceAll(report.run?.id ?? '-', 'RUN'));
};
