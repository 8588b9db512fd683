import { createHash } from 'node:crypto';
import { createPace } from '../api/pace.ts';
import type { HeldEntry } from './held-entry.ts';

const chunkBytes = 1 << 20;

/** Hands over a file, or one of its parts, piece by piece; others have their turn in between. */
const eachChunk = async (held: HeldEntry, take: (chunk: Buffer, at: number) => void): Promise<void> => {
  const { rest } = createPace();
  const buffer = Buffer.alloc(chunkBytes);
  for (let at = 0; ;) {
    const count = held.readInto(buffer, at);
    if (count === 0) return;
    take(buffer.subarray(0, count), at);
    at += count;
    await rest();
  }
};

export const digestOf = async (held: HeldEntry): Promise<string> => {
  const hash = createHash('sha256');
  await eachChunk(held, (chunk) => hash.update(chunk));
  return hash.digest('hex');
};

/** Copies what is in one into the other, and answers its digest. */
export const pour = async (from: HeldEntry, to: HeldEntry): Promise<string> => {
  const hash = createHash('sha256');
  await eachChunk(from, (chunk, at) => {
    hash.update(chunk);
    to.write(Buffer.from(chunk), at);
  });
  return hash.digest('hex');
};
