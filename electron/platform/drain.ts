import type { EventEmitter } from 'node:events';
import type { Readable } from 'node:stream';

/** After the end of a program: how long its pipes must be silent, and how long we wait for that at most. */
const quietMs = 150;
const drainMs = 2_000;

/**
 * Reads on after a program's end until its pipes are closed or silent. A pipe that is still open is then read on and
 * thrown away: closing it could kill whoever inherited it with SIGPIPE.
 */
export const drain = (
  program: EventEmitter,
  streams: readonly Readable[],
  lastData: () => number,
  finish: () => void,
): void => {
  const exitedAt = Date.now();
  let done = false;
  const end = (): void => {
    if (done) return;
    done = true;
    clearInterval(poll);
    for (const stream of streams) {
      stream.removeAllListeners('data').resume();
      // A socket underneath: it must not keep this process alive for a daemon's sake.
      (stream as Readable & { unref?: () => void }).unref?.();
    }
    finish();
  };
  program.once('close', end);
  const poll = setInterval(() => {
    // Timers fire before the pipes are read in a turn of the event loop: look only after that.
    setImmediate(() => {
      const now = Date.now();
      if (now - exitedAt >= drainMs || now - Math.max(lastData(), exitedAt) >= quietMs) end();
    });
  }, 50);
};
