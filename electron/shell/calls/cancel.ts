import { ok } from '../../core/model/result.ts';
import type { Handler, Services } from '../services.ts';

export const cancel =
  ({ jobs }: Services): Handler<'cancel'> =>
  async () => {
    jobs.cancel();
    return ok({});
  };
