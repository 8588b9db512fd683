import { printable } from '../core/text/index.ts';
import type { Output } from './context.ts';

/** What is said on standard error. Data is made printable here, so no caller has to think of it. */
export interface Voice {
  /** Something to know, also in a log. */
  note(text: string): void;
  /** Something that must be read, even when quiet. */
  warn(text: string): void;
  /** A line of progress, for a person at a terminal only. */
  progress(text: string): void;
  /** What is going on this very moment: the next text takes its place. For a terminal only. */
  passing(text: string): void;
  /** Takes the passing text away. */
  clear(): void;
}

const barWidth = 20;

/** How many of all are done, for the eye and in figures. ASCII: every terminal has it. */
export const progressBar = (done: number, all: number): string => {
  const full = all === 0 ? 0 : Math.floor((barWidth * done) / all);
  return `[${'#'.repeat(full)}${' '.repeat(barWidth - full)}] ${done}/${all}`;
};

const eraseLine = '\r\u001b[K';

export const createVoice = (stderr: Output, quiet: boolean): Voice => {
  const live = stderr.isTTY === true && !quiet;
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write(eraseLine);
    shown = false;
  };
  const line = (text: string): void => {
    clear();
    stderr.write(`${printable(text)}\n`);
  };
  return {
    note: (text) => quiet || line(text),
    warn: line,
    progress: (text) => live && line(text),
    passing(text) {
      if (!live) return;
      clear();
      // A line that wraps could not be taken back. Some terminals say 0 when they do not know their width.
      stderr.write(printable(text).slice(0, (stderr.columns || 80) - 1));
      shown = true;
    },
    clear,
  };
};
