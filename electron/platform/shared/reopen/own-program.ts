import { realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';

/** What starts this very command line again. */
export interface ReopenProgram {
  readonly opens: 'window' | 'command-line';
  readonly command: string;
  readonly args: readonly string[];
  /** Every file that decides what it does. */
  readonly files: readonly string[];
}

/** Node with its script, or a program that is both. */
export const ownCommandLine = (
  program: string = process.execPath,
  script: string | undefined = process.argv[1],
): ReopenProgram => {
  const isNode = /^node(?:\.exe)?$/i.test(basename(program));
  const args = isNode && script !== undefined ? [real(script)] : [];
  const command = real(program);
  return { opens: 'command-line', command, args, files: [command, ...args] };
};

const real = (path: string): string => {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
};

/** Told to the command line by a registration: nobody typed this, so the terminal stays open at the end. */
export const reopenedWord = '--reopened';

/** What follows the program: the run and nothing else. The window's is one word, as Chromium reads its switches. */
export const reopenWords = ({ opens }: Pick<ReopenProgram, 'opens'>, runId: string): readonly string[] =>
  opens === 'window' ? [`--after-restart=${runId}`] : ['resume', '--run', runId, reopenedWord];

/** The run that a registration which we wrote, as a line or as XML, is for; undefined where it is none of ours. */
export const runInWords = (text: string): string | undefined =>
  /(?:--after-restart=|\bresume(?:\W|string)+--run(?:\W|string)+)(\d{8}-\d{6}-[0-9a-f]{6})\b/.exec(text)?.[1];
