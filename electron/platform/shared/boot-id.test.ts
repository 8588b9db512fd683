import { expect, it } from 'vitest';
import { readBootId } from './boot-id.ts';

it.runIf(process.platform === 'linux')('the boot id stays the same while the computer runs', async () => {
  expect(await readBootId()).toMatch(/^[0-9a-f]{8}-/);
  expect(await readBootId()).toBe(await readBootId());
});

it('the boot id is unknown where there is none', async () => {
  expect(await readBootId('/no/such/file')).toBeUndefined();
  expect(await readBootId('/etc/passwd')).toBeUndefined();
});
