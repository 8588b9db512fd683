import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { lstat, mkdir, rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { join } from 'node:path';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import type { Exec } from '../exec.ts';
import type { ByteChannel } from './byte-channel.ts';
import { streamChannel } from './byte-channel.ts';
import { whyOf } from './why.ts';

/**
 * Two named pipes in a folder that is one user's alone, for a system that lets the worker have no streams of the window.
 * The name of the folder follows from the user's id, so that nobody has to tell it to the worker.
 */
export const channelFolder = (shared: string, userId: number): string =>
  join(shared, `removal-assistant-${String(userId)}`);

const names = { toWorker: 'to-worker', fromWorker: 'from-worker' } as const;

const { O_RDONLY, O_WRONLY, O_RDWR } = constants;
/** Windows has none of these, and no such pipes. */
const careful = (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

export interface WindowEnd {
  readonly say: (bytes: Uint8Array) => void;
  readonly hangUp: () => void;
  /** Takes the folder away. */
  readonly drop: () => Promise<void>;
}

/** Makes folder and pipes anew. Problem: `worker-not-started`. */
export const openWindowEnd = async (
  folder: string,
  exec: Exec,
  onOutput: (chunk: Uint8Array) => void,
): Promise<Result<WindowEnd>> => {
  try {
    const own = await ownFolder(folder);
    if (own !== undefined) return fail('worker-not-started', { why: own });
    const paths = [join(folder, names.toWorker), join(folder, names.fromWorker)] as const;
    for (const path of paths) await rm(path, { force: true });
    const made = await exec({ command: '/usr/bin/mkfifo', args: ['-m', '600', ...paths] });
    if (made.kind !== 'exited' || made.code !== 0)
      return fail('worker-not-started', { why: 'named pipes cannot be made' });
    // For both ways: a pipe that nobody writes to yet would read as one that has ended.
    const output = writing(openSync(paths[0], O_RDWR | careful)).on('error', ignore);
    const input = reading(openSync(paths[1], O_RDWR | careful));
    input.on('data', onOutput).on('error', ignore);
    return ok({
      say: (bytes) => void output.write(bytes),
      hangUp: () => {
        output.destroySoon();
      },
      drop: async () => {
        input.destroy();
        output.destroy();
        await rm(folder, { recursive: true, force: true });
      },
    });
  } catch (error) {
    return fail('worker-not-started', { why: `${folder}: ${whyOf(error)}` });
  }
};

/** The worker's end: what is not a pipe of this very user, in a folder of theirs alone, is not opened for work. */
export const openWorkerEnd = async (folder: string, userId: number): Promise<Result<ByteChannel>> => {
  try {
    const above = await lstat(folder);
    if (!above.isDirectory() || above.uid !== userId || (above.mode & 0o077) !== 0)
      return fail('worker-not-started', { why: `${folder}: it is not that user’s alone` });
    const input = openPipe(join(folder, names.toWorker), O_RDONLY, userId);
    const output = openPipe(join(folder, names.fromWorker), O_WRONLY, userId);
    return ok(streamChannel(reading(input), writing(output)));
  } catch (error) {
    return fail('worker-not-started', { why: `${folder}: ${whyOf(error)}` });
  }
};

/** Of the file that was opened, not of what lay at its name a moment before. None of it waits for an other end. */
const openPipe = (path: string, flags: number, userId: number): number => {
  const pipe = openSync(path, flags | careful);
  const info = fstatSync(pipe);
  if (info.isFIFO() && info.uid === userId) return pipe;
  closeSync(pipe);
  throw new Error('it is no pipe of that user');
};

const reading = (fd: number): Socket => new Socket({ fd, readable: true, writable: false });
const writing = (fd: number): Socket => new Socket({ fd, readable: false, writable: true });

const ownFolder = async (folder: string): Promise<string | undefined> => {
  await mkdir(folder, { mode: 0o700 }).catch(ignore);
  const info = await lstat(folder);
  const isOwn = info.isDirectory() && info.uid === process.getuid?.() && (info.mode & 0o077) === 0;
  return isOwn ? undefined : `${folder}: somebody else made it`;
};

const ignore = (): void => undefined;
