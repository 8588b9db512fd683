import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { readIfThere } from './folders';
import { rigFolder } from './template';
import { wineEnvironment } from './wine';

export interface RunOptions {
  /** Whole command line after the program, for those that read it in their own way (`_?=` of NSIS, `NAME="value"`). */
  readonly verbatim?: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Folder on drive C; the rig's own unless said. */
  readonly cwd?: string;
  readonly timeoutMs?: number;
}

export interface Ended {
  /** All 32 bits, read inside. */
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  /** As a person does at the program's console; every program at it hears it. */
  readonly pressCtrlC: () => void;
  /** Ends the program at once, as the Task Manager does; its children live on. */
  readonly kill: () => void;
  /** What it has written so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** Rejects when the program could not be started, or after the time given (then it is killed). */
  readonly ended: Promise<Ended>;
}

/** The exit code of a program that `kill` ended. */
export const killedCode = 0xdead;

const defaultLimitMs = 180_000;
const mostTries = 3;

interface Job {
  /** Of the machine, on this one. */
  readonly folder: string;
  readonly number: number;
  /** The whole command line. */
  readonly command: string;
  readonly cwd: string;
  readonly options: RunOptions;
}

/** Starts a program inside by way of `native/rig.c`, which says what the files in the job's folder mean. */
export const startJob = ({ folder, number, command, cwd, options }: Job): Running => {
  const name = `job-${String(number)}`;
  const rig = join(folder, 'drive_c', rigFolder);
  const place = join(rig, name);
  mkdirSync(place);
  writeFileSync(join(place, 'command'), Buffer.from(command, 'utf16le'));
  if (options.stdin !== undefined) writeFileSync(join(place, 'in'), options.stdin);
  const start = (): ChildProcess =>
    spawn('wine', [`C:\\${rigFolder}\\rig.exe`, 'run', `C:\\${rigFolder}\\${name}`], {
      cwd,
      env: { ...wineEnvironment(folder), ...options.env },
      stdio: 'ignore',
    });
  let child = start();
  /** Wine's own exit code; the rig's first deed is to make `out`. */
  const ofWine = async (): Promise<string> => {
    for (let tries = 1; ; tries++) {
      const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
      // On a machine with much to do Wine now and then ends before it began: then nothing was started.
      if (existsSync(join(place, 'out')) || tries === mostTries) return String(signal ?? code);
      child = start();
    }
  };

  const read = (file: string): string => readIfThere(join(place, file)) ?? '';
  const say = (file: string): void => writeFileSync(join(place, file), '');
  const wait = async (): Promise<Ended> => {
    const limit = options.timeoutMs ?? defaultLimitMs;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      say('kill');
    }, limit);
    let end = '';
    try {
      end = await ofWine();
    } finally {
      clearTimeout(timer);
    }
    const said = `${read('out')}\n${read('err')}`.trim();
    if (late) throw new Error(`No end after ${String(limit)} ms: ${command}\n${said}`);
    if (existsSync(join(place, 'code'))) {
      const code = Number(readFileSync(join(place, 'code'), 'utf8'));
      return { code, out: read('out'), err: read('err') };
    }
    const why = read('not-started');
    const ofWhat = why === '' ? `Wine ended with ${end}` : `error ${why}`;
    throw new Error(`${command} could not be started (${ofWhat}).\n${said}`);
  };
  return {
    pressCtrlC: () => say('ctrl-c'),
    kill: () => say('kill'),
    out: () => read('out'),
    err: () => read('err'),
    ended: wait(),
  };
};
