import { ok } from '../../core/model/result.ts';
import type { Handler, Services } from '../services.ts';

export const openExample =
  ({ examples }: Services): Handler<'openExample'> =>
  async ({ name }) => {
    const opened = examples.open(name);
    return opened.ok ? ok({}) : opened;
  };

export const leaveExample =
  ({ examples }: Services): Handler<'leaveExample'> =>
  async () => {
    const left = examples.leave();
    return left.ok ? ok({}) : left;
  };
