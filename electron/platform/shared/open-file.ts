import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * Reads a file that anybody may have put there. A pipe in its place does not hold us up, since nothing waits for its
 * other end; a folder, a pipe, a device and a file of more than `largest` bytes are refused.
 */
export const readForeignFile = async (path: string, largest: number): Promise<Buffer> => {
  // Windows has no such flag, and no pipes among its files.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const info = await handle.stat();
    if (!info.isFile()) throw new Error('it is not a file');
    if (info.size > largest) throw Object.assign(new Error('the file is too large'), { code: 'EFBIG' });
    return await handle.readFile();
  } finally {
    await handle.close();
  }
};
