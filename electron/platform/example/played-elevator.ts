import { workerSession } from '../../core/elevation/worker-session.ts';
import type { WorkerOptions } from '../../core/elevation/worker-session.ts';
import { ok } from '../../core/model/result.ts';
import type { Elevator } from '../../core/ports.ts';
import type { StartedWorker } from '../shared/speak-with-worker.ts';
import { speakWithWorker } from '../shared/speak-with-worker.ts';
import type { Pace } from './pace.ts';

/** How long a person takes to say yes. In milliseconds. */
const askingMs = 2_500;
const asker = 'example';

/**
 * Nobody is asked, and no process is started: the real worker works in this one, on the played computer, and the window
 * speaks with it in the same words as with one that has rights.
 */
export const playedElevator = (options: Pick<WorkerOptions, 'desk' | 'machine'>, pace: Pace): Elevator => {
  const start = (onOutput: (chunk: Uint8Array) => void): StartedWorker => {
    let calledOff = false;
    const worker = pace
      .wait(askingMs)
      .then(() => (calledOff ? undefined : workerSession({ ...options, asker, send: onOutput })));
    return {
      say: (bytes) => void worker.then((session) => session?.push(bytes)),
      hangUp: () => void worker.then((session) => session?.hangUp()),
      callOff: () => {
        calledOff = true;
      },
      ended: worker.then(async (session) => {
        await session?.ended;
        return { code: 'elevation-cancelled' };
      }),
    };
  };
  return {
    ready: async () => ok(true),
    carryOut: (request, watch) => speakWithWorker({ request, watch, asker, start }),
  };
};
