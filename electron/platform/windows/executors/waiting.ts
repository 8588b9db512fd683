import type { Cancellation, ExecutionResult } from '../../../core/ports.ts';
import type { Say, WaitTimings } from '../../shared/waiting.ts';
import { usualWaitTimings } from '../../shared/waiting.ts';

/** In milliseconds. */
export interface Timings extends WaitTimings {
  /** Between two tries while another installation works. */
  readonly retryMs: number;
  /** How long a program entry stays away before it has gone: some products come back by themselves. */
  readonly settleMs: number;
  /** How long an entry may outlive the last process of an uninstaller that said it had done its work. */
  readonly lingerMs: number;
  /** The same after one that said it had not. */
  readonly lingerAfterFailureMs: number;
}

export const usualTimings: Timings = {
  ...usualWaitTimings,
  retryMs: 5_000,
  settleMs: 3_000,
  lingerMs: 15_000,
  lingerAfterFailureMs: 5_000,
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
