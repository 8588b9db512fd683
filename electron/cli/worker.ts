import { catalogue } from '../core/catalogue/index.ts';
import { workerSession } from '../core/elevation/worker-session.ts';
import type { WorkerEnd, WorkerOptions } from '../core/elevation/worker-session.ts';
import { exitCodes } from '../core/model/exit-codes.ts';
import { toolName } from '../core/text/index.ts';
import type { ByteChannel } from '../platform/shared/byte-channel.ts';

/** The worker's place: who it was started for, and its way to the window. */
export interface WorkerSeat {
  readonly asker: string;
  readonly channel: ByteChannel;
}

export interface WorkerContext {
  readonly seat: WorkerSeat;
  readonly version: string;
  readonly machine: WorkerOptions['machine'];
  /** Aborted by a signal that asks the program to stop. */
  readonly stop: AbortSignal;
}

/** A window asks as soon as the worker is there. In milliseconds. */
const patience = 30_000;

const codes: Readonly<Record<WorkerEnd, number>> = {
  answered: exitCodes.done,
  'not-asked': exitCodes.cancelled,
  'not-understood': exitCodes.usage,
  bug: exitCodes.bug,
};

/**
 * The command line's one hidden command: carries out the one removal that a window without rights asks for, and ends.
 * Nothing of the command line and of the environment says what it does. Returns the exit code.
 */
export const runWorker = async ({ seat, version, machine, stop }: WorkerContext): Promise<number> => {
  const { asker, channel } = seat;
  const session = workerSession({
    desk: { catalogue, tool: { name: toolName, version } },
    machine,
    asker,
    send: channel.send,
  });
  let isAsked = false;
  const timer = setTimeout(() => {
    if (!isAsked) session.hangUp();
  }, patience);
  stop.addEventListener('abort', () => session.hangUp());
  channel.listen((chunk) => {
    isAsked = true;
    session.push(chunk);
  }, session.hangUp);
  const end = await session.ended;
  clearTimeout(timer);
  await channel.flush();
  return codes[end];
};
