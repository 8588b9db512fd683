import { expect, it } from 'vitest';
import { isPipeName, newPipeName } from './pipe-name.ts';

it('a pipe has a name of this computer that was never there before', () => {
  const names = Array.from({ length: 100 }, newPipeName);
  expect(new Set(names).size).toBe(100);
  expect(names.every(isPipeName)).toBe(true);
});

it.each([
  'removal-assistant-00000000000000000000000000000000',
  '\\\\server\\pipe\\removal-assistant-00000000000000000000000000000000',
  '\\\\.\\pipe\\removal-assistant-0000000000000000000000000000000',
  '\\\\.\\pipe\\removal-assistant-00000000000000000000000000000000\\x',
  '\\\\.\\pipe\\removal-assistant-0000000000000000000000000000000G',
  '\\\\.\\C:\\Windows\\win.ini',
  '',
])('no worker opens %j', (name) => {
  expect(isPipeName(name)).toBe(false);
});
