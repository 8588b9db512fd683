import { readFile, stat } from 'node:fs/promises';
import type { Machine } from '../machine.ts';
import { pathIn } from '../machine.ts';

/** What packages have asked for so far in this start of the computer. */
export interface RestartWish {
  /** When the file was last written, in milliseconds; undefined: nobody asks for a restart. */
  readonly at: number | undefined;
  /** One name a line, each as often as it asked. */
  readonly packages: readonly string[];
}

/**
 * Debian's packages ask for a restart with a file in /run, which is gone after it, and add their names to another one
 * (Debian Policy, section on signalling that a reboot is required). Elsewhere there are none of either.
 */
export const readRestartWish = async (machine: Machine): Promise<RestartWish> => {
  const path = pathIn(machine, '/run/reboot-required');
  const at = await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
  const names = await readFile(`${path}.pkgs`, 'utf8').catch(() => '');
  return { at, packages: names.split('\n').filter((name) => name !== '') };
};

/** Whether a package asked between these two looks, by name or, where nobody is named, by the file alone. */
export const hasAskedForRestart = (before: RestartWish, after: RestartWish, name: string): boolean => {
  if (after.at === undefined) return false;
  const times = ({ packages }: RestartWish): number => packages.filter((other) => other === name).length;
  if (times(after) > times(before)) return true;
  return after.at !== before.at && after.packages.length === before.packages.length;
};
