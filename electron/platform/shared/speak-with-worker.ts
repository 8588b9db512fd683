import { randomBytes } from 'node:crypto';
import { windowSession } from '../../core/elevation/window-session.ts';
import type { Problem, Result } from '../../core/model/result.ts';
import type { ElevatedAnswer, ElevatedRequest, ElevatedWatch } from '../../core/ports.ts';

/** A worker that was asked for, and the way to it, on one kind of system. */
export interface StartedWorker {
  readonly say: (bytes: Uint8Array) => void;
  /** Nothing more is said, which the worker hears. */
  readonly hangUp: () => void;
  /** Takes the question for rights back, as far as it still stands. */
  readonly callOff: () => void;
  /** After the last that it said: what its end means when it never said that it is there. */
  readonly ended: Promise<Problem>;
}

interface Speaking {
  readonly request: ElevatedRequest;
  readonly watch: ElevatedWatch;
  /** This very person, as the worker has to name them. */
  readonly asker: string;
  readonly start: (onOutput: (chunk: Uint8Array) => void) => StartedWorker;
}

/** One talk with one worker, from the question for rights to its answer. */
export const speakWithWorker = async ({
  request,
  watch,
  asker,
  start,
}: Speaking): Promise<Result<ElevatedAnswer>> => {
  let isGiven = false;
  const onGiven = (): void => {
    isGiven = true;
    watch.onGiven();
  };
  const worker = start((chunk) => session.push(chunk));
  const session = windowSession({
    nonce: randomBytes(32).toString('hex'),
    asker,
    request,
    watch: { ...watch, onGiven },
    send: worker.say,
  });
  void worker.ended.then(session.closed);
  const answer = await session.answer;
  worker.hangUp();
  // Once it was given, the worker ends by itself: it may have a last line to write.
  if (!isGiven) worker.callOff();
  return answer;
};
