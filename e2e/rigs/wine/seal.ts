import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });

/**
 * Path, size and time of every file, a line each. A file with several names that was written through one of the others
 * shows here; links to it that come and go do not.
 */
export const sealOf = (folder: string): string =>
  filesBelow(folder)
    .toSorted()
    .map((path) => {
      const { size, mtimeNs } = statSync(path, { bigint: true });
      return `${path.slice(folder.length)} ${String(size)} ${String(mtimeNs)}`;
    })
    .join('\n');

/** The first file that is not as the seal says, or undefined. */
export const firstChange = (folder: string, seal: string): string | undefined => {
  const then = new Set(seal.split('\n'));
  const changed = sealOf(folder)
    .split('\n')
    .find((line) => !then.delete(line));
  return changed ?? [...then][0];
};
