/** One end of an open pipe. No call of it ever waits. */
export interface PipeEnd {
  /** Fills the buffer from its start: the number of bytes, 0 when there is nothing yet, undefined when the other end is gone. */
  readonly read: (buffer: Buffer) => number | undefined;
  /** The number of bytes that were taken, 0 when there is no room now; undefined when the other end is gone. */
  readonly write: (bytes: Uint8Array) => number | undefined;
  readonly close: () => void;
}

export interface PipeStream {
  readonly send: (bytes: Uint8Array) => void;
  /** How many bytes still wait for room. */
  readonly waiting: () => number;
  /** Sends what waits, then closes. */
  readonly finish: () => Promise<void>;
}

/** How often a pipe is looked at while nothing comes: an uninstaller is not in a hurry. In milliseconds. */
const restMs = 25;
const chunkBytes = 64 * 1024;
/** How long an other end that lives may take to read the end. */
const finishMs = 30_000;

/**
 * A pipe as a stream of bytes, by looking at it again and again: a read that waits would hold a thread for as long as
 * a person thinks, and would hold up every write on the same handle.
 */
export const pipeStream = (
  end: PipeEnd,
  onBytes: (chunk: Uint8Array) => void,
  onEnd: () => void,
): PipeStream => {
  const queue: Uint8Array[] = [];
  const buffer = Buffer.alloc(chunkBytes);
  let isOpen = true;
  let timer: NodeJS.Timeout | undefined;
  let finished: (() => void) | undefined;

  const shut = (): void => {
    if (!isOpen) return;
    isOpen = false;
    clearTimeout(timer);
    queue.length = 0;
    end.close();
    finished?.();
    onEnd();
  };
  const writeAll = (): boolean => {
    for (let first = queue[0]; first !== undefined; first = queue[0]) {
      const taken = end.write(first);
      if (taken === undefined) return false;
      if (taken < first.length) {
        queue[0] = first.subarray(taken);
        return true;
      }
      queue.shift();
    }
    return true;
  };
  const readAll = (): boolean => {
    for (let bytes = end.read(buffer); bytes !== 0; bytes = end.read(buffer)) {
      if (bytes === undefined) return false;
      onBytes(Uint8Array.from(buffer.subarray(0, bytes)));
      buffer.fill(0, 0, bytes);
      if (!isOpen) return true;
    }
    return true;
  };
  const look = (): void => {
    if (!isOpen) return;
    // What the other end said before it went is read first.
    const isThere = readAll() && writeAll();
    if (isOpen && (!isThere || (finished !== undefined && queue.length === 0))) shut();
    if (isOpen) timer = setTimeout(look, restMs);
  };
  timer = setTimeout(look, 0);
  return {
    send: (bytes) => {
      if (isOpen && bytes.length > 0) queue.push(bytes);
    },
    waiting: () => queue.reduce((sum, { length }) => sum + length, 0),
    finish: () =>
      new Promise((resolve) => {
        if (!isOpen) return resolve();
        const late = setTimeout(shut, finishMs);
        finished = () => {
          clearTimeout(late);
          resolve();
        };
      }),
  };
};
