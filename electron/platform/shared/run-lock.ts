import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import { codeOf, isMissing, whyOf } from './why.ts';

/** Lies in the folder of a run as long as a program works on it. */
export const lockName = 'in-use.json';

/** Who works on a run. A process number alone is given to others once its process has ended. */
const holderSchema = z.object({
  pid: z.number().int().positive(),
  /** Linux: the name of the system's start, and the process's own start in ticks since then. */
  start: z.string().optional(),
  /** When the system started, in milliseconds since 1970. */
  systemStart: z.number(),
  /** No two locks are the same. Those of older versions have none. */
  once: z.string().optional(),
});
type Holder = z.infer<typeof holderSchema>;

/** Each time somebody else was quicker. */
const mostTries = 20;

/** Clocks are set right now and then. In milliseconds. */
const clockSlack = 600_000;

/**
 * Takes the run in this folder for this process; resolves to what gives it free. A program that was killed leaves its
 * lock behind, and exactly one other can follow it: under a name that only that lock gives. The first name is never free
 * meanwhile, so nobody comes in between. Within one process jobs are kept apart otherwise. Problems: `run-in-use` {run}
 * while another process that is still there has it, `journal-unwritable` {path, why}. `secondName` is link(2).
 */
export const lockRun = async (
  folder: string,
  run: string,
  secondName: typeof link = link,
): Promise<Result<() => Promise<void>>> => {
  const path = join(folder, lockName);
  const text = JSON.stringify(await thisProcess());
  try {
    for (let tries = 0; tries < mostTries; tries++) {
      const free = (await linesUp(path)).free;
      if (free === undefined) break;
      if (!(await isWritten(free, text, secondName))) continue;
      // Where the one before us was not the last any more when we got its next name, that name says nothing.
      if ((await linesUp(path, text)).found) {
        const own = await movedUp(free, path);
        return ok(() => release(own, text));
      }
      await rm(free, { force: true });
    }
    return fail('run-in-use', { run });
  } catch (error) {
    return fail('journal-unwritable', { path, why: whyOf(error) });
  }
};

/** The name under which the one process can follow that left this lock behind. */
const nextName = (path: string, left: string): string =>
  `${path}.${createHash('sha256').update(left).digest('hex').slice(0, 16)}`;

interface Line {
  /** The first free name behind locks that were all left behind; undefined while somebody is at work. */
  readonly free?: string;
  /** Whether the lock that was looked for stands in it. */
  readonly found: boolean;
}

/** The locks in a row, from the first name on, each under the name that the one before it gives. */
const linesUp = async (path: string, wanted?: string): Promise<Line> => {
  let place = path;
  for (;;) {
    const left = await readOr(place);
    if (left === undefined) return { free: place, found: false };
    if (left === wanted) return { found: true };
    if (await isAtWork(left)) return { found: false };
    place = nextName(path, left);
  }
};

/** From a later name to the first one, in one step; where that does not work it stays, which is as good. */
const movedUp = async (place: string, path: string): Promise<string> => {
  if (place === path) return path;
  try {
    await rename(place, path);
    return path;
  } catch {
    return place;
  }
};

/** False: there is one already. A lock is never seen half written: it gets its name when it is whole. */
const isWritten = async (path: string, text: string, secondName: typeof link): Promise<boolean> => {
  const nameless = besides(path);
  try {
    await writeFile(nameless, text, { flag: 'wx', mode: 0o600 });
    await nameIt(nameless, path, secondName);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(nameless, { force: true });
  }
};

/** Some file systems give a file no second name: there the lock is written in its place. `EEXIST` as from either. */
const nameIt = async (nameless: string, path: string, secondName: typeof link): Promise<void> => {
  try {
    await secondName(nameless, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    await copyFile(nameless, path, constants.COPYFILE_EXCL);
  }
};

const besides = (path: string): string => `${path}.${randomBytes(6).toString('hex')}`;

/** Whether somebody works on the run in this folder now. */
export const isRunInUse = async (folder: string): Promise<boolean> => {
  return (await linesUp(join(folder, lockName))).free === undefined;
};

const readOr = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });

const release = async (path: string, text: string): Promise<void> => {
  if ((await readOr(path)) === text) await rm(path, { force: true });
};

const thisProcess = async (): Promise<Holder> => {
  const start = await startOf(process.pid);
  const once = randomBytes(8).toString('hex');
  return { pid: process.pid, ...(start === undefined ? {} : { start }), systemStart: systemStart(), once };
};

const systemStart = (): number => Math.round(Date.now() - uptime() * 1_000);

/** What nobody can read is of a program that was cut off while it wrote it. */
const isAtWork = async (left: string): Promise<boolean> => {
  const holder = holderIn(left);
  if (holder === undefined || holder.pid === process.pid || !isThere(holder.pid)) return false;
  if (holder.start !== undefined) return holder.start === (await startOf(holder.pid));
  return Math.abs(holder.systemStart - systemStart()) < clockSlack;
};

const holderIn = (text: string): Holder | undefined => {
  try {
    return holderSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** proc(5): the 22nd field, counted behind the name, which may hold blanks and brackets. */
const startOf = async (pid: number): Promise<string | undefined> => {
  try {
    const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return undefined;
  }
};
