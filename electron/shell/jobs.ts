import type { Result } from '../core/model/result.ts';
import { fail } from '../core/model/result.ts';

export type JobKind = 'scan' | 'remove';

/** One long job at a time, so that a removal is never looked at half-way or started twice. */
export interface Jobs {
  readonly running: JobKind | undefined;
  run<T>(kind: JobKind, work: (signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>>;
  /** Asks the running job to stop at its next safe point. */
  cancel(): void;
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>;
}

interface Job {
  readonly kind: JobKind;
  readonly controller: AbortController;
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
      const controller = new AbortController();
      // A step later, so that even a throw in the first line of the work comes after the job is noted.
      const ended = Promise.resolve(controller.signal)
        .then(work)
        .finally(() => {
          job = undefined;
        });
      job = { kind, controller, ended };
      return ended;
    },
    cancel: () => job?.controller.abort(),
    idle: async () => {
      await job?.ended.catch(() => undefined);
    },
  };
};
