import { stat } from 'node:fs/promises';
import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';
import { whyOf } from '../shared/why.ts';

/**
 * The id of the user who sits at this Mac, whom macOS makes the owner of the console. AppleScript tells its command
 * nothing of who asked, so it has to be them, whosever password was typed. Problem: `worker-not-started`.
 */
export const askingUser = async (console = '/dev/console'): Promise<Result<number>> => {
  try {
    return ok((await stat(console)).uid);
  } catch (error) {
    return fail('worker-not-started', { why: `${console}: ${whyOf(error)}` });
  }
};
