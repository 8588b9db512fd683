import type { Result } from '../../../core/model/result.ts';
import { fail, ok } from '../../../core/model/result.ts';
import type { ByteChannel } from '../../shared/byte-channel.ts';
import { openPipeClient } from './pipe-calls.ts';
import { isPipeName } from './pipe-name.ts';
import { pipeStream } from './pipe-stream.ts';

export interface WorkerEnd {
  /** SID of the person who asked, whichever administrator's name was typed: the pipe belongs to them. */
  readonly asker: string;
  readonly channel: ByteChannel;
}

/** A window that does not read is not told of progress any more from so many waiting bytes on. */
const mostWaiting = 1024 * 1024;

/** The worker's end of the pipe that it was told. Problem: `worker-not-started`. */
export const openWorkerChannel = (name: string): Result<WorkerEnd> => {
  if (!isPipeName(name)) return fail('worker-not-started', { why: 'that is no pipe of this program' });
  const opened = openPipeClient(name);
  if (opened.kind !== 'ok')
    return fail('worker-not-started', { why: opened.kind === 'missing' ? name : opened.why });
  // A window says nothing before it has heard of the worker, so nothing is lost before somebody listens.
  let hear = (_chunk: Uint8Array): void => undefined;
  let endHeard = (): void => undefined;
  const stream = pipeStream(
    opened.value.end,
    (chunk) => hear(chunk),
    () => endHeard(),
  );
  const channel: ByteChannel = {
    listen: (onBytes, onEnd) => {
      hear = onBytes;
      endHeard = onEnd;
    },
    send: (bytes, isProgress) => {
      if (!(isProgress && stream.waiting() > mostWaiting)) stream.send(bytes);
    },
    flush: stream.finish,
  };
  return ok({ asker: opened.value.owner, channel });
};
