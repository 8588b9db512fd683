import type { Exec } from '../exec.ts';
import { exec } from '../exec.ts';
import type { Restart } from '../shared/restart.ts';
import { restartBy } from '../shared/restart.ts';

/** As the Apple menu does it: programs with unsaved work may still stop it. */
export const restartMac = (run: Exec = exec): Restart =>
  restartBy(run, {
    command: '/usr/bin/osascript',
    args: ['-e', 'tell application "System Events" to restart'],
  });
