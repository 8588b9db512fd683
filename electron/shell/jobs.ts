import type { Result } from '../core/model/result.ts';
import { fail } from '../core/model/result.ts';

/** `remove`: whatever changes this computer; `map`: many reports are read. */
export type JobKind = 'scan' | 'remove' | 'map';

/** One long job at a time, so that a removal is never looked at half-way or started twice. */
export interface Jobs {
  readonly running: JobKind | undefined;
  /** `leave` is aborted when what runs inside the job is not waited for any longer. */
  run<T>(
    kind: JobKind,
    work: (signal: AbortSignal, leave: AbortSignal) => Promise<Result<T>>,
  ): Promise<Result<T>>;
  /** Asks the running job to stop at its next safe point. */
  cancel(): void;
  /** The same, and not to wait for what it has started. */
  leave(): void;
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>;
}

interface Job {
  readonly kind: JobKind;
  readonly stopping: AbortController;
  readonly leaving: AbortController;
  readonly ended: Promise<unknown>;
}

export const createJobs = (): Jobs => {
  let job: Job | undefined;
  return {
    get running() {
      return job?.kind;
    },
    run: async (kind, work) => {
      if (job !== undefined) return fail('already-running');
      const stopping = new AbortController();
      const leaving = new AbortController();
      // A step later, so that even a throw in the first line of the work comes after the job is noted.
      const ended = Promise.resolve()
        .then(() => work(stopping.signal, leaving.signal))
        .finally(() => {
          job = undefined;
        });
      job = { kind, stopping, leaving, ended };
      return ended;
    },
    cancel: () => job?.stopping.abort(),
    leave: () => {
      job?.leaving.abort();
      job?.stopping.abort();
    },
    idle: async () => {
      await job?.ended.catch(() => undefined);
    },
  };
};
