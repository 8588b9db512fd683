import type { Cancellation, ExecutionProgress, ExecutionResult } from '../../../core/ports.ts';

/** In milliseconds. */
export interface Timings {
  /** Between two looks at what runs. */
  readonly pollMs: number;
  /** Between two tries while another installation works. */
  readonly retryMs: number;
  /** How long nothing is heard before that is said, and said again. */
  readonly quietMs: number;
  /** How long a program entry stays away before it has gone: some products come back by themselves. */
  readonly settleMs: number;
  /** How long an entry may outlive the last process of an uninstaller that said it had done its work. */
  readonly lingerMs: number;
  /** The same after one that said it had not. */
  readonly lingerAfterFailureMs: number;
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const usualTimings: Timings = {
  pollMs: 250,
  retryMs: 5_000,
  quietMs: 15_000,
  settleMs: 3_000,
  lingerMs: 15_000,
  lingerAfterFailureMs: 5_000,
  now: () => performance.now(),
  sleep: (ms) => new Promise((wake) => setTimeout(wake, ms)),
};

type Say = (progress: ExecutionProgress) => void;

/** Tells a person that something which says nothing still works; nothing else comes of silence. */
export const quietWatch = (timings: Timings, say: Say): { look(sign: string): void } => {
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

const installerName = 'Windows Installer';

/**
 * Tries again as long as another installation is at work: Windows Installer does one thing at a time. Before every try a
 * cancellation counts; one that has begun is never ended.
 */
export const tryWhileBusy = async (
  attempt: () => Promise<ExecutionResult>,
  options: {
    readonly timings: Timings;
    /** How long another installation is waited for. In milliseconds. */
    readonly limitMs: number;
    readonly onProgress: Say;
    readonly cancellation: Cancellation;
  },
): Promise<ExecutionResult> => {
  const { timings, limitMs, cancellation } = options;
  const began = timings.now();
  for (;;) {
    if (cancellation.aborted) return { outcome: 'cancelled' };
    const result = await attempt();
    const waited = timings.now() - began;
    if (result.outcome !== 'busy' || waited >= limitMs) return result;
    options.onProgress({ kind: 'waiting', holder: installerName, seconds: Math.round(waited / 1_000) });
    const until = began + Math.min(waited + timings.retryMs, limitMs);
    while (timings.now() < until && !cancellation.aborted)
      await timings.sleep(Math.min(timings.pollMs, until - timings.now()));
  }
};

/**
 * Waits for the end of work that cannot be hurried. `sign` is what can be heard of it: as long as that changes, it is
 * not quiet. `left` gives what to answer instead once nobody wants to wait any longer; without it nobody can leave.
 */
export const waitFor = async <T, L = never>(
  work: Promise<T>,
  options: {
    readonly timings: Timings;
    readonly say: Say;
    readonly sign: () => string;
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
    watch.look(sign());
  }
};
