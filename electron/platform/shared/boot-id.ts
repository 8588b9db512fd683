import { readFile } from 'node:fs/promises';

/** A number that the Linux kernel draws anew at every start (random(4)); undefined where there is none. */
export const readBootId = async (source = '/proc/sys/kernel/random/boot_id'): Promise<string | undefined> => {
  try {
    const id = (await readFile(source, 'utf8')).trim();
    return /^[0-9a-f-]{36}$/.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
};
