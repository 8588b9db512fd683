import { fail, ok } from '../../core/model/result.ts';
import type { Handler, Services } from '../services.ts';

/** Never while something is at work: half a removal is worse than a late restart. */
export const restart =
  ({ machine, jobs }: Services): Handler<'restart'> =>
  async () => {
    if (machine?.restart === undefined) return fail('unsupported-system');
    if (jobs.running !== undefined) return fail('already-running');
    const begun = await machine.restart();
    return begun.ok ? ok({}) : begun;
  };
