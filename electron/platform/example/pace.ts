import { setTimeout as sleep } from 'node:timers/promises';

/** How long recorded things take when they are played. */
export interface Pace {
  /** A clock that runs as fast as they are played. In milliseconds. */
  now(): number;
  /** Waits as long as `ms` took. */
  wait(ms: number): Promise<void>;
}

/** The longest that a timer can run, in milliseconds. */
const longest = 2 ** 31 - 1;

/** `speed`: 1 as it was, 100 a hundred times as fast. */
export const paceOf = (speed: number): Pace => ({
  now: () => performance.now() * speed,
  wait: async (ms) => {
    const long = Math.min(ms / speed, longest);
    // So short a wait would only make what is fast uneven.
    if (long >= 1) await sleep(long);
  },
});
