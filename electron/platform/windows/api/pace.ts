import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long one stretch of work may hold the others up, in milliseconds: under what a person feels. */
const longestStretch = 12;

export interface Pace {
  /** Undefined while there is time; else a promise that lets timers, streams and the window have their turn. */
  readonly rest: () => Promise<void> | undefined;
}

/** For long work in small steps, each of which is short: ask after every step. */
export const createPace = (now: () => number = () => performance.now()): Pace => {
  let begun = Number.NEGATIVE_INFINITY;
  return {
    rest() {
      if (now() - begun < longestStretch) return undefined;
      return nextTurn().then(() => {
        begun = now();
      });
    },
  };
};
