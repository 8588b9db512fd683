import type { Result } from '../../core/model/result.ts';
import { fail, ok } from '../../core/model/result.ts';

/**
 * The id of the user for whom pkexec started this process, which is not the one whose password was typed. pkexec takes
 * everything else out of the environment and writes this itself (pkexec(1)). Problem: `worker-not-started`.
 */
export const askingUser = (environment: NodeJS.ProcessEnv = process.env): Result<string> => {
  const id = environment['PKEXEC_UID'] ?? '';
  return /^(?:0|[1-9]\d{0,9})$/.test(id)
    ? ok(id)
    : fail('worker-not-started', { why: 'it was not started by pkexec' });
};
