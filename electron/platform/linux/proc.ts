import { readFile, readdir, readlink } from 'node:fs/promises';
import type { Machine } from './machine.ts';
import { pathIn } from './machine.ts';

/** Numbers of all processes that this user may see. Throws what the file system throws. */
export const listPids = async (machine: Machine): Promise<number[]> =>
  (await readdir(pathIn(machine, '/proc'))).filter((name) => /^\d+$/.test(name)).map(Number);

/** The kernel's short name of a process (15 bytes at most), or undefined when it has ended. */
export const commOf = async (machine: Machine, pid: number): Promise<string | undefined> => {
  const text = await textOf(machine, `/proc/${String(pid)}/comm`);
  return text === undefined || text === '' ? undefined : text.replace(/\n$/, '');
};

/**
 * The program file of a process. /proc/PID/exe tells it, but only to its owner and to root; anyone may read the
 * command line, which a process can rewrite, so its first word counts only when it is an absolute path.
 * Kernel threads have neither.
 */
export const programOf = async (machine: Machine, pid: number): Promise<string | undefined> => {
  if (await isInContainer(machine, pid)) return undefined;
  try {
    const target = await readlink(pathIn(machine, `/proc/${String(pid)}/exe`));
    if (target.startsWith('/')) return withoutDeleted(target);
  } catch {
    // Not permitted, ended meanwhile, or a kernel thread: the command line is left.
  }
  const words = await textOf(machine, `/proc/${String(pid)}/cmdline`);
  return words === undefined ? undefined : programOfCommandLine(words);
};

/**
 * Whether a process lives in a process namespace of its own, as those of containers do: its paths are of another
 * file system, so `/opt/x` there says nothing about `/opt/x` here. `NSpid` in proc(5) has one number a level.
 */
const isInContainer = async (machine: Machine, pid: number): Promise<boolean> => {
  const status = (await textOf(machine, `/proc/${String(pid)}/status`)) ?? '';
  return (/^NSpid:\s*(.*)$/m.exec(status)?.[1]?.trim().split(/\s+/).length ?? 1) > 1;
};

/** The kernel marks the file of a running program that was deleted or replaced. */
export const withoutDeleted = (path: string): string => path.replace(/ \(deleted\)$/, '');

/** Words end with NUL (proc(5)); a process that writes its own title puts spaces between them. */
export const programOfCommandLine = (words: string): string | undefined => {
  const first = words.split('\0')[0] ?? '';
  if (!first.startsWith('/')) return undefined;
  const alone = words.indexOf('\0') === words.length - 1;
  // One word with a space in it is a title such as "/usr/sbin/x: worker 3" or "/opt/x/bin/x --option".
  return alone ? (first.split(/[\s:]/)[0] ?? first) : first;
};

/** The parent of a process: the second field after the name in parentheses, which itself may hold anything. */
export const parentOf = async (machine: Machine, pid: number): Promise<number | undefined> => {
  const text = await textOf(machine, `/proc/${String(pid)}/stat`);
  const after = text === undefined ? '' : text.slice(text.lastIndexOf(')') + 2);
  const parent = Number(after.split(' ')[1]);
  return Number.isInteger(parent) && parent > 0 ? parent : undefined;
};

/** `hidepid` of the /proc mount, the topmost one: with it other users' processes cannot be seen at all (proc(5)). */
export const hidesOthers = (mountinfo: string): boolean => {
  const options = mountinfo.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const [type, , superOptions = ''] = after.split(' ');
    return type === 'proc' && before.split(' ')[4] === '/proc' ? [superOptions] : [];
  });
  return /(^|,)hidepid=([124]|noaccess|invisible|ptraceable)(,|$)/.test(options.at(-1) ?? '');
};

const textOf = async (machine: Machine, path: string): Promise<string | undefined> => {
  try {
    return await readFile(pathIn(machine, path), 'utf8');
  } catch {
    return undefined;
  }
};
