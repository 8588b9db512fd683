import { ok } from '../../core/model/result.ts';
import type { Handler, Services } from '../services.ts';

export const language =
  ({ speech }: Services): Handler<'language'> =>
  async ({ choose }) => {
    if (choose !== undefined) await speech.choose(choose);
    return ok({ language: speech.texts().language });
  };
