import type { Result } from '../core/model/result.ts';
import { fail } from '../core/model/result.ts';
import { isRunId } from '../core/model/run.ts';
import type { Bench } from './bench.ts';

/** The runs of an administrator are closed to others: not to see a run there does not mean that there is none. */
export const missingRights = (
  { isUsualFolder }: Bench,
  name: string,
  task: 'undo' | 'forget',
  isElevated: boolean,
  unread: Extract<Result<never>, { ok: false }>,
): Result<never> => {
  const { code } = unread.problem;
  const mayBeThere = code === 'file-unreadable' || (code === 'unknown-run' && isUsualFolder);
  return isElevated || !isRunId(name) || !mayBeThere ? unread : fail('needs-administrator', { for: task });
};
