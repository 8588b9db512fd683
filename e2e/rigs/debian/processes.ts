import { readdirSync, readFileSync } from 'node:fs';

/** A process id alone may be reused; together with the start time it names one process for good. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
}

/** The fields of /proc/PID/stat after the name, which may itself hold blanks and brackets. */
const statOf = (pid: number): readonly string[] | undefined => {
  try {
    const text = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
};

export const identify = (pid: number): ProcessIdentity | undefined => {
  const stat = statOf(pid);
  const started = stat?.[19];
  return started === undefined || stat?.[0] === 'Z' ? undefined : { pid, started };
};

export const isAlive = (process: ProcessIdentity): boolean =>
  identify(process.pid)?.started === process.started;

/** Scans /proc, because /proc/PID/task/TID/children needs a kernel option that not every kernel has. */
export const childrenOf = (parent: number): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => statOf(pid)?.[1] === String(parent));

export const firstChildOf = (parent: number | undefined): number | undefined =>
  parent === undefined ? undefined : childrenOf(parent)[0];

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
