import { Socket } from 'node:net';

/** The worker's end of the way to the window. */
export interface ByteChannel {
  /** Hands on what comes; the listener owns the bytes. Nothing is read before it is called, and it is called once. */
  readonly listen: (onBytes: (chunk: Uint8Array) => void, onEnd: () => void) => void;
  /** Never fails: when the window has gone, nobody hears it. */
  readonly send: (bytes: Uint8Array, isProgress: boolean) => void;
  /** Resolves when all that was sent is out, or cannot get out any more. */
  readonly flush: () => Promise<void>;
}

/** A window that does not read is not told of progress any more from so many waiting bytes on. */
const mostWaiting = 1024 * 1024;
/** How long one that still lives may take to read the end. */
const flushMs = 30_000;

/**
 * Standard input and output. Output goes through a socket and not through `process.stdout`, which on Linux waits in the
 * middle of a write for a window that has stopped reading, and with it the whole worker would.
 */
export const standardChannel = (): ByteChannel =>
  streamChannel(process.stdin, new Socket({ fd: 1, readable: false, writable: true }));

export const streamChannel = (input: NodeJS.ReadableStream, output: Socket): ByteChannel => {
  let isOpen = true;
  output.on('error', () => {
    isOpen = false;
  });
  return {
    listen: (onBytes, onEnd) => {
      let hasEnded = false;
      const end = (): void => {
        if (!hasEnded) onEnd();
        hasEnded = true;
      };
      input.on('data', onBytes).on('end', end).on('error', end).on('close', end);
    },
    send: (bytes, isProgress) => {
      if (isOpen && !(isProgress && output.writableLength > mostWaiting)) output.write(bytes);
    },
    flush: () =>
      new Promise((resolve) => {
        if (!isOpen || output.writableLength === 0) return resolve();
        const timer = setTimeout(resolve, flushMs);
        const end = (): void => {
          clearTimeout(timer);
          resolve();
        };
        output.once('error', end).once('close', end);
        output.write('', end);
      }),
  };
};
