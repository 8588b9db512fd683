import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs work while holding a lock on the file. The lock belongs to a small flock process that waits on our pipe,
 * so the kernel frees it even when this process is killed; there is no stale lock to guess about.
 */
export const withFileLock = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  const holder = spawn('flock', [file, 'sh', '-c', 'echo held; exec cat >/dev/null'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(holder, 'close');
  await Promise.race([
    once(holder.stdout, 'data'),
    ended.then(() => Promise.reject(new Error(`Could not lock ${file}.`))),
  ]);
  try {
    return await work();
  } finally {
    holder.stdin.end();
    await ended;
  }
};
