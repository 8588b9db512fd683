import { readFile } from 'node:fs/promises';
import type { StartIdentity } from '../../core/ports.ts';

/** A number that the Linux kernel draws anew at every start (random(4)); undefined where there is none. */
export const readBootId = async (source = '/proc/sys/kernel/random/boot_id'): Promise<string | undefined> => {
  try {
    return bootIdIn(await readFile(source, 'utf8'));
  } catch {
    return undefined;
  }
};

/** The one UUID that a file or a tool answered with. */
export const bootIdIn = (text: string): string | undefined => {
  const id = text.trim().toLowerCase();
  return /^[0-9a-f-]{36}$/.test(id) ? id : undefined;
};

/** Where the kernel names every start by itself, there is nothing to make. */
export const namedByKernel = (read: () => Promise<string | undefined>): StartIdentity => ({
  read,
  ensure: read,
});
