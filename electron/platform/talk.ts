import type { Readable, Writable } from 'node:stream';
import { drain } from './drain.ts';
import type { ExecRequest, ExecResult } from './exec.ts';
import { resultOf, start, whenEnded } from './exec.ts';
import { boundedCapture } from './output.ts';

/** A program that is spoken with while it runs. It is started like every other one, by exec.ts. */
export interface TalkRequest extends Pick<ExecRequest, 'command' | 'args' | 'expected'> {
  /** What it writes to its standard output, as it comes. */
  readonly onOutput: (chunk: Buffer) => void;
}

export interface Talk {
  /** Writes to its standard input. What it does not take any more is dropped. */
  readonly say: (bytes: Uint8Array) => void;
  /** Ends its standard input. */
  readonly hangUp: () => void;
  /** Asks it to end, as far as we may; one that runs with other rights than ours does not hear it. */
  readonly askToEnd: () => void;
  /** After the last of its output was handed on. `stdout` is empty then, since it was. Never rejects. */
  readonly ended: Promise<ExecResult>;
}

const keptErrorBytes = 16 * 1024;

export const talk = (request: TalkRequest): Talk => {
  const child = start(request, ['pipe', 'pipe', 'pipe']);
  if ('kind' in child)
    return { say: ignore, hangUp: ignore, askToEnd: ignore, ended: Promise.resolve(child) };
  const [input, out, err] = [child.stdin as Writable, child.stdout as Readable, child.stderr as Readable];
  let isRunning = true;
  let lastData = Date.now();
  const errors = boundedCapture(keptErrorBytes);
  const heard = (take: (chunk: Buffer) => void) => (chunk: Buffer) => {
    lastData = Date.now();
    take(chunk);
  };
  // Who is gone hears nothing: that is told by its end, not by a write that failed.
  input.on('error', ignore);
  out.on('data', heard(request.onOutput)).on('error', ignore);
  err
    .on(
      'data',
      heard((chunk) => errors.push(chunk)),
    )
    .on('error', ignore);
  const ended = new Promise<ExecResult>((resolve) => {
    whenEnded(child, request, (ending) => {
      isRunning = false;
      if ('kind' in ending) return resolve(ending);
      const finish = (): void => resolve(resultOf(request, ending, boundedCapture(1).end(), errors.end()));
      drain(child, [out, err], () => lastData, finish);
    });
  });
  return {
    say: (bytes) => {
      if (!input.writableEnded) input.write(bytes);
    },
    hangUp: () => void input.end(),
    askToEnd: () => {
      try {
        if (isRunning && child.pid !== undefined) process.kill(child.pid, 'SIGTERM');
      } catch {
        // It has other rights by now, or it ended in this very moment.
      }
    },
    ended,
  };
};

const ignore = (): void => undefined;
