import { fail, ok } from '../../core/model/result.ts';
import type { Handler, Services } from '../services.ts';

export const forget =
  ({ jobs, memory }: Services): Handler<'forget'> =>
  async () => {
    if (jobs.running !== undefined) return fail('already-running');
    memory.clear();
    return ok({});
  };
