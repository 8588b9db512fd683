import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import type { Exec } from '../exec.ts';
import { troubleOf } from './machine.ts';

/** Restarts this computer with the system's own command. Problem: `restart-failed` {why}. */
export type Restart = () => Promise<Result<true>>;

export const restartBy =
  (exec: Exec, { command, args }: { readonly command: string; readonly args: readonly string[] }): Restart =>
  async () => {
    const trouble = troubleOf(command, await exec({ command, args }));
    return trouble === undefined ? ok(true) : fail('restart-failed', { why: trouble.why });
  };
