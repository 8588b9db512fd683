import { setImmediate as nextTurn } from 'node:timers/promises';

/** Does work in small steps, and lets the window, timers and streams have their turn after each. */
export const inTurns = async (steps: Iterable<void>): Promise<void> => {
  for (const _step of steps) await nextTurn();
};
