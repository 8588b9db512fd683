import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

export interface Display {
  /** For the variable DISPLAY, e.g. `:99`. */
  readonly name: string;
  readonly stop: () => Promise<void>;
}

const screen = (size: string): readonly string[] =>
  `-displayfd 3 -ac -screen 0 ${size} -nolisten tcp`.split(' ');

/** A virtual screen that anybody may draw on (-ac), also a program inside a host, which holds no cookie for it. */
export const startDisplay = async (size = '1280x1024x24'): Promise<Display> => {
  // The server picks a free number itself and writes it to descriptor 3 once it accepts connections.
  // setpriv ends it with us, even when this process is killed.
  const server = spawn('setpriv', ['--pdeathsig', 'TERM', 'Xvfb', ...screen(size)], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const onExit = (): void => void server.kill();
  process.once('exit', onExit);
  const ended = once(server, 'close');
  const [number]: unknown[] = await Promise.race([
    once(server.stdio[3] as Readable, 'data'),
    ended.then(() => Promise.reject(new Error('Xvfb did not start.'))),
  ]);
  return {
    name: `:${String(number).trim()}`,
    stop: async () => {
      process.off('exit', onExit);
      server.kill();
      await ended;
    },
  };
};
