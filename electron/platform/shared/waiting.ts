import type { ExecutionProgress } from '../../core/ports.ts';

/** In milliseconds. */
export interface WaitTimings {
  /** Between two looks at what runs. */
  readonly pollMs: number;
  /** How long nothing is heard before that is said, and said again. */
  readonly quietMs: number;
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const usualWaitTimings: WaitTimings = {
  pollMs: 250,
  quietMs: 15_000,
  now: () => performance.now(),
  sleep: (ms) => new Promise((wake) => setTimeout(wake, ms)),
};

export type Say = (progress: ExecutionProgress) => void;

/** Tells a person that something which says nothing still works; nothing else comes of silence. */
export const quietWatch = (timings: WaitTimings, say: Say): { look(sign: string): void } => {
  let last: string | undefined;
  let since = timings.now();
  let told = 0;
  return {
    look: (sign) => {
      const now = timings.now();
      if (sign !== last) {
        last = sign;
        since = now;
        told = 0;
        return;
      }
      const quiet = Math.floor((now - since) / timings.quietMs);
      if (quiet <= told) return;
      told = quiet;
      say({ kind: 'quiet', seconds: Math.round((now - since) / 1_000) });
    },
  };
};

/**
 * Waits for the end of work that cannot be hurried. `sign` is what can be heard of it: as long as that changes, it is
 * not quiet. `left` gives what to answer instead once nobody wants to wait any longer; without it nobody can leave.
 */
export const waitFor = async <T, L = never>(
  work: Promise<T>,
  options: {
    readonly timings: WaitTimings;
    readonly say: Say;
    readonly sign: () => string | Promise<string>;
    readonly left?: () => L | undefined;
  },
): Promise<T | L> => {
  const { timings, sign } = options;
  const watch = quietWatch(timings, options.say);
  const end = work.then((value) => ({ value }));
  for (;;) {
    const ended = await Promise.race([end, timings.sleep(timings.pollMs).then(() => undefined)]);
    if (ended !== undefined) return ended.value;
    const left = options.left?.();
    if (left !== undefined) return left;
    watch.look(await sign());
  }
};
