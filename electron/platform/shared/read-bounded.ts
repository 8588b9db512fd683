import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { codeOf } from './why.ts';

const chunkBytes = 1 << 20;
/** How long a pipe that nobody has opened for writing is given, and how often it is looked at. In milliseconds. */
const patienceMs = 3_000;
const pollMs = 20;

/** Nobody opened the other end of a pipe. */
export class NobodyWrites extends Error {
  constructor() {
    super('it is a pipe that nobody writes into');
  }
}

/**
 * Reads a file, a device or a pipe of up to `largest` bytes; undefined when it is larger, which a pipe tells only while
 * it is read. Never blocks: a thread that waits in the kernel for the other end of a pipe would keep this process from
 * ending at all. Throws what the file system throws, and `NobodyWrites`.
 */
export const readBounded = async (path: string, largest: number): Promise<Buffer | undefined> => {
  // Windows has no such flag, and no pipes among its files.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const info = await handle.stat();
    return info.size > largest ? undefined : await readAll(handle, info.isFIFO(), largest);
  } finally {
    await handle.close();
  }
};

const readAll = async (handle: FileHandle, isPipe: boolean, largest: number): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  const until = performance.now() + patienceMs;
  let total = 0;
  let hasWriter = false;
  for (;;) {
    const chunk = await readChunk(handle);
    if (chunk === 'nothing-yet') {
      hasWriter = true;
    } else if (chunk.length > 0) {
      total += chunk.length;
      if (total > largest) return undefined;
      chunks.push(chunk);
      continue;
    } else if (!isPipe || hasWriter || total > 0) {
      return Buffer.concat(chunks);
    } else if (performance.now() > until) {
      throw new NobodyWrites();
    }
    await new Promise((wake) => setTimeout(wake, pollMs));
  }
};

/** Empty at the end. A pipe whose writer has written nothing more gives `nothing-yet`. */
const readChunk = async (handle: FileHandle): Promise<Buffer | 'nothing-yet'> => {
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, null);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') return 'nothing-yet';
    throw error;
  }
};
