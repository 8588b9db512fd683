import type { Jobs } from './jobs.ts';

/** The part of a window that closing needs. */
export interface ClosableWindow {
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown;
  close(): void;
  isDestroyed(): boolean;
}

export type ClosingAnswer = 'keep-open' | 'stop-and-close';

/**
 * A removal cannot be closed away: an uninstaller that is running is left to finish, and the window goes only after
 * the last line of the journal. A scan changes nothing, so it is simply dropped.
 */
export const guardClosing = (window: ClosableWindow, jobs: Jobs, ask: () => Promise<ClosingAnswer>): void => {
  let asked = false;
  const askAndMaybeClose = async (): Promise<void> => {
    try {
      if ((await ask()) === 'keep-open') return;
      jobs.cancel();
      await jobs.idle();
      if (!window.isDestroyed()) window.close();
    } finally {
      asked = false;
    }
  };
  window.on('close', (event) => {
    if (jobs.running !== 'remove') {
      jobs.cancel();
      return;
    }
    event.preventDefault();
    if (asked) return;
    asked = true;
    void askAndMaybeClose();
  });
};
