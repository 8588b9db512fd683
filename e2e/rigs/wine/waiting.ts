import { pause } from '../debian/processes';

/** Generous: on a busy machine a program may take long to come to what a test waits for. */
const limitMs = 120_000;

/** Waits for a state, not for a time. Throws with the name of what did not come. */
export const waitUntil = async (what: string, holds: () => boolean | Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Not within ${String(limitMs / 1000)} s: ${what}`);
    await pause(25);
  }
};
