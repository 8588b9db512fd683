import { expect, it } from 'vitest';
import { twoStops } from './stops.ts';

const pressedAt = (...times: readonly number[]) => {
  let now = 0;
  const stops = twoStops(() => now);
  for (const time of times) {
    now = time;
    stops.press();
  }
  return [stops.stop.aborted, stops.leave.aborted];
};

it('the first press stops what has not begun, the second what is waited for', () => {
  expect(pressedAt()).toEqual([false, false]);
  expect(pressedAt(1_000)).toEqual([true, false]);
  expect(pressedAt(1_000, 3_000)).toEqual([true, true]);
});

it('one press that arrives twice is one press', () => {
  expect(pressedAt(1_000, 1_010, 1_100)).toEqual([true, false]);
  // Who keeps pressing means it.
  expect(pressedAt(1_000, 1_300, 1_600)).toEqual([true, true]);
});
