import { readFile } from 'node:fs/promises';

/** proc(5): the mount point is the fifth field, with `\040` for a blank. */
export const parseMounts = (mountinfo: string): readonly string[] =>
  mountinfo.split('\n').flatMap((line) => {
    const field = line.split(' ')[4];
    if (field === undefined) return [];
    return [field.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)))];
  });

/** Whether a path is one where something is mounted, a folder of the same file system included. `root` comes before it. */
export const readMounts = async (root: string): Promise<(path: string) => boolean> => {
  const points = new Set(parseMounts(await readFile('/proc/self/mountinfo', 'utf8')));
  const before = root === '/' ? '' : root;
  return (path) => points.has(`${before}${path}`);
};
