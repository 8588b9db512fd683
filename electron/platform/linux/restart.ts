import type { Exec } from '../exec.ts';
import { exec } from '../exec.ts';
import type { Restart } from '../shared/restart.ts';
import { restartBy } from '../shared/restart.ts';

/** Through logind, which lets whoever sits at the computer do it and asks where others are signed in. */
export const restartLinux = (run: Exec = exec): Restart =>
  restartBy(run, { command: 'systemctl', args: ['reboot'] });
