import { expect, it } from 'vitest';
import { exited } from './fixtures/mac.ts';
import { macosStarts } from './starts.ts';

const answering = (answer: ReturnType<typeof exited>) =>
  macosStarts({ exec: async () => answer, root: '/' }).read();

it('a start of a Mac is named by the kernel, and unknown when the kernel does not say', async () => {
  expect(await answering(exited(0, '5F3A1C2D-0B1E-4C2A-9D8F-112233445566\n'))).toBe(
    '5f3a1c2d-0b1e-4c2a-9d8f-112233445566',
  );
  expect(await answering(exited(0, ''))).toBeUndefined();
  expect(await answering(exited(1, ''))).toBeUndefined();
});
