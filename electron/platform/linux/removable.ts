import { readFile, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathIn, thisMachine } from './machine.ts';
import type { Machine } from './machine.ts';

/** Where desktops mount what is plugged in (udisks), and where people do it by hand. */
const pluggedIn = /^\/(?:run\/)?media\//;

/**
 * Whether a file lies on a drive that may be gone after a restart: the kernel calls it removable, it hangs on USB, or a
 * desktop mounted it for somebody. What cannot be told counts as staying: then only trust in the place decides.
 */
export const isOnRemovable = async (file: string, machine: Machine = thisMachine): Promise<boolean> => {
  const mount = mountOf(await textOf(pathIn(machine, '/proc/self/mountinfo')), file);
  if (mount === undefined) return false;
  if (pluggedIn.test(`${mount.at}/`)) return true;
  const device = await realpath(pathIn(machine, `/sys/dev/block/${mount.device}`)).catch(() => undefined);
  if (device === undefined) return false;
  if (device.includes('/usb')) return true;
  // A partition has no such file; the disk right above it has.
  for (const place of [device, dirname(device)])
    if ((await textOf(`${place}/removable`)).trim() === '1') return true;
  return false;
};

interface Mount {
  /** `8:17`, as the kernel numbers it. */
  readonly device: string;
  readonly at: string;
}

/** The mount that a path lies in: the longest one above it, and of several at one place the last (proc(5)). */
export const mountOf = (mountinfo: string, path: string): Mount | undefined => {
  let found: Mount | undefined;
  for (const line of mountinfo.split('\n')) {
    const [, , device = '', , point = ''] = line.split(' ');
    const at = point.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    const isAbove = at !== '' && (path === at || path.startsWith(at === '/' ? at : `${at}/`));
    if (isAbove && at.length >= (found?.at.length ?? 0)) found = { device, at };
  }
  return found;
};

const textOf = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');
