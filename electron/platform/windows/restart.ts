import type { Exec } from '../exec.ts';
import { exec } from '../exec.ts';
import type { Restart } from '../shared/restart.ts';
import { restartBy } from '../shared/restart.ts';

/** A whole restart at once; unlike a shut-down with fast start it lets go of the drivers. */
export const restartWindows = (run: Exec = exec): Restart =>
  restartBy(run, { command: 'shutdown.exe', args: ['/r', '/t', '0'] });
