import { expect, it } from 'vitest';
import type { Told } from './machine.ts';
import { windowsStarts } from './starts.ts';

/** A Windows that keeps its mark until it is started anew. */
const windows = () => {
  let mark: string | undefined;
  let made = 0;
  const startMark = (make: boolean): Told<string> => {
    if (mark === undefined && make) mark = `start ${String((made += 1))}`;
    return mark === undefined ? { kind: 'missing' } : { kind: 'ok', value: mark };
  };
  return { starts: windowsStarts(() => ({ startMark })), restart: () => (mark = undefined) };
};

it('a restart gives another name, also when nobody marks the new start', async () => {
  const { starts, restart } = windows();
  const first = await starts.ensure();
  expect(await starts.read()).toBe(first);
  restart();
  expect(await starts.read()).not.toBe(first);
  expect(await starts.ensure()).not.toBe(first);
});

it('reading marks nothing', async () => {
  const { starts } = windows();
  const unmarked = await starts.read();
  expect(await starts.read()).toBe(unmarked);
  expect(await starts.ensure()).not.toBe(unmarked);
});

it('a mark that cannot be read tells nothing', async () => {
  const starts = windowsStarts(() => ({ startMark: () => ({ kind: 'denied', why: 'no rights' }) }));
  expect(await starts.read()).toBeUndefined();
  expect(await starts.ensure()).toBeUndefined();
});
