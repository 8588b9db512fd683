import type { Result } from '../../core/model/result.ts';
import { ok } from '../../core/model/result.ts';
import type { Reopener } from '../../core/ports.ts';

/** How a played computer is restarted, and what opens again then. */
export interface PlayedRestart {
  readonly reopener: Reopener;
  /** The run that was waiting for the restart, once that has been. */
  readonly afterRestart: () => string | undefined;
  /** Ends when the computer has started again and this program would open. */
  readonly restart: () => Promise<Result<true>>;
}

/** `onRestarted` opens the window anew, as the system does after a sign-in. */
export const playRestart = (restart: () => Promise<void>, onRestarted: () => void): PlayedRestart => {
  let registered: string | undefined;
  let opened: string | undefined;
  return {
    reopener: {
      isOnce: false,
      register: async (run) => {
        registered = run;
        return ok({ place: 'example', opens: 'window' });
      },
      isThere: async (run) => registered === run,
      drop: async (run) => {
        if (registered === run) registered = undefined;
        if (opened === run) opened = undefined;
        return ok(true);
      },
    },
    afterRestart: () => opened,
    restart: async () => {
      await restart();
      opened = registered;
      onRestarted();
      return ok(true);
    },
  };
};
