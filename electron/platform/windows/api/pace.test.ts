import { expect, it } from 'vitest';
import { createPace } from './pace.ts';

it('long work in small steps lets others have their turn after a while, and only then', async () => {
  let now = 0;
  const pace = createPace(() => now);
  await pace.rest();
  now = 5;
  expect(pace.rest()).toBeUndefined();
  now = 20;
  let turns = 0;
  const other = setImmediate(() => (turns += 1));
  const pause = pace.rest();
  expect(pause).toBeInstanceOf(Promise);
  await pause;
  clearImmediate(other);
  expect(turns).toBe(1);
  expect(pace.rest()).toBeUndefined();
});

it('the time that nothing of it ran does not count against the next piece of work', async () => {
  let now = 0;
  const pace = createPace(() => now);
  now = 60_000;
  await pace.rest();
  now += 1;
  expect(pace.rest()).toBeUndefined();
});
