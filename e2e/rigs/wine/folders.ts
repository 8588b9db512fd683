import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cacheRoot } from '../debian/paths';
import { identify, isAlive } from '../debian/processes';

/** Beside the template, because a clone of it is made of links and those cannot leave their disk. */
const runs = (): string => {
  const path = join(cacheRoot(), 'wine-machines');
  mkdirSync(path, { recursive: true });
  return path;
};

/** `PID-STARTED-NAME`: says whose it is, so that only what a dead test process left behind is ever taken away. */
const nameOf = /^(\d+)-(\d+)-/;

const own = (): string => {
  const self = identify(process.pid);
  if (self === undefined) throw new Error('This process could not be found in /proc.');
  return `${String(self.pid)}-${self.started}`;
};

let made = 0;
let swept = false;

/** A fresh place for something of this test process, on the template's disk; it may not exist yet. */
export const ownFolder = (name: string): string => {
  if (!swept) sweepDeadRuns();
  swept = true;
  made += 1;
  return join(runs(), `${own()}-${String(made)}-${name}`);
};

/** The programs of a dead process died with it (see `startSession`); what is left is its files. */
export const sweepDeadRuns = (): void => {
  for (const entry of readdirSync(runs())) {
    const [, pid, started] = nameOf.exec(entry) ?? [];
    if (pid === undefined || started === undefined || isAlive({ pid: Number(pid), started })) continue;
    rmSync(join(runs(), entry), { recursive: true, force: true });
  }
};

/** The text of a file, or undefined when there is none. */
export const readIfThere = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

/** As Windows' own files are: UTF-16LE with its mark. */
export const writeUtf16 = (path: string, text: string): void =>
  writeFileSync(path, Buffer.from(`\uFEFF${text}`, 'utf16le'));
