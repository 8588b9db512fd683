import { expect, it } from 'vitest';
import { shapeFrom } from './access.ts';

it('attributes tell a file from a folder, and either from a link or junction', () => {
  expect(shapeFrom(0x20)).toEqual({ kind: 'file', reparsePoint: false });
  expect(shapeFrom(0x11)).toEqual({ kind: 'folder', reparsePoint: false });
  expect(shapeFrom(0x410)).toEqual({ kind: 'folder', reparsePoint: true });
  expect(shapeFrom(0x420)).toEqual({ kind: 'file', reparsePoint: true });
});
