import { ok } from '../../core/model/result.ts';
import type { Handler, Services } from '../services.ts';

export const stopWaiting =
  ({ jobs }: Services): Handler<'stopWaiting'> =>
  async () => {
    jobs.leave();
    return ok({});
  };
