import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file without a name that takes a program's output; it is gone when the last one who holds it ends. */
export interface Spool {
  /** For the program's standard output and error. */
  readonly fd: number;
  /** Reads what came since the last call. */
  read(onChunk: (chunk: Buffer) => void): Promise<void>;
  close(): Promise<void>;
}

/** In memory first: a full disk is one of the reasons why somebody cleans up, and it must not break a removal. */
const folders = process.platform === 'linux' ? ['/run', '/dev/shm', tmpdir()] : [tmpdir()];

export const openSpool = async (): Promise<Spool> => {
  const handle = await openNameless();
  const buffer = Buffer.alloc(64 * 1024);
  let position = 0;
  let reading: Promise<void> = Promise.resolve();
  const readOn = async (onChunk: (chunk: Buffer) => void): Promise<void> => {
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      onChunk(Buffer.from(buffer.subarray(0, bytesRead)));
    }
  };
  return {
    fd: handle.fd,
    read: (onChunk) => (reading = reading.then(() => readOn(onChunk))),
    close: () => handle.close(),
  };
};

const openNameless = async (): Promise<FileHandle> => {
  let last: unknown;
  for (const folder of folders) {
    const path = join(folder, `.removal-assistant-${randomBytes(8).toString('hex')}`);
    try {
      // Appending, so that a program that reopens or shares it never writes over what is there.
      const handle = await open(path, 'ax+', 0o600);
      await unlink(path);
      return handle;
    } catch (error) {
      last = error;
    }
  }
  throw last;
};
