import { isOver } from '../core/engine/reopen.ts';
import type { Report } from '../core/model/report.ts';
import type { Machine } from './services.ts';

/**
 * Where the system has taken the registration away when it opened this window: sets it up anew for this person, so that
 * a window which is closed before the end opens again. What cannot be set up is no reason not to go on now.
 */
export const keepComingBack = async ({ reopener, afterRestart }: Machine): Promise<void> => {
  if (reopener?.isOnce === true && afterRestart !== undefined) await reopener.register(afterRestart);
};

/** The end is there: this person's own registration is not needed any more. That of the computer took who had the rights. */
export const stopComingBack = async ({ reopener }: Machine, runId: string, report: Report): Promise<void> => {
  if (reopener !== undefined && isOver(report) && (await reopener.isThere(runId))) await reopener.drop(runId);
};
