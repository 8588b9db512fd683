import { describe, expect, it } from 'vitest';
import type { PipeEnd } from './pipe-stream.ts';
import { pipeStream } from './pipe-stream.ts';

/** Two ends of a pipe in memory that has room for so many bytes. */
const pair = (room: number): readonly [PipeEnd, PipeEnd] => {
  const bytes: [number[], number[]] = [[], []];
  const open = [true, true];
  const end = (own: 0 | 1): PipeEnd => {
    const other = own === 0 ? 1 : 0;
    return {
      read: (buffer) => {
        const ready = bytes[own].splice(0, buffer.length);
        if (ready.length === 0 && open[other] === false) return undefined;
        buffer.set(ready);
        return ready.length;
      },
      write: (sent) => {
        if (open[other] === false) return undefined;
        const taken = sent.subarray(0, room - bytes[other].length);
        bytes[other].push(...taken);
        return taken.length;
      },
      close: () => {
        open[own] = false;
      },
    };
  };
  return [end(0), end(1)];
};

const listening = (end: PipeEnd) => {
  const heard: Buffer[] = [];
  let ends = 0;
  const stream = pipeStream(
    end,
    (chunk) => heard.push(Buffer.from(chunk)),
    () => (ends += 1),
  );
  return { ...stream, heard: () => Buffer.concat(heard).toString(), ends: () => ends };
};

describe('a pipe that is looked at', () => {
  it('carries both ways, however little room it has', async () => {
    const [here, there] = pair(7);
    const [window, worker] = [listening(here), listening(there)];
    window.send(Buffer.from('a request that is longer than the room'));
    worker.send(Buffer.from('ready'));
    await expect.poll(worker.heard).toBe('a request that is longer than the room');
    await expect.poll(window.heard).toBe('ready');
    await Promise.all([window.finish(), worker.finish()]);
  });

  it('sends what waits before it closes, and the other end hears it and then the end, once', async () => {
    const [here, there] = pair(3);
    const [window, worker] = [listening(here), listening(there)];
    worker.send(Buffer.from('the whole report'));
    expect(worker.waiting()).toBe(16);
    await worker.finish();
    expect(worker.waiting()).toBe(0);
    await expect.poll(window.ends).toBe(1);
    expect(window.heard()).toBe('the whole report');
    window.send(Buffer.from('nobody'));
    await window.finish();
    expect(window.ends()).toBe(1);
  });

  it('is not kept open by an other end that has gone without reading', async () => {
    const [here, there] = pair(3);
    const worker = listening(there);
    worker.send(Buffer.from('more than there is room for'));
    here.close();
    await worker.finish();
    expect(worker.ends()).toBe(1);
  });
});
