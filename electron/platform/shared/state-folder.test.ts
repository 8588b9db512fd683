import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OwnFolders } from './state-folder.ts';
import { canBeOurs, ownFoldersByMode } from './state-folder.ts';

let above: string;
beforeEach(() => (above = mkdtempSync(join(tmpdir(), 'removal-assistant-place-'))));
afterEach(() => rmSync(above, { recursive: true }));

/** As FAT has it: everybody may write in what is made, whatever was asked for. */
const openToAll: OwnFolders = {
  ...ownFoldersByMode,
  make: async (path) => {
    mkdirSync(path);
    chmodSync(path, 0o777);
  },
};

describe('a place for folders of our own', () => {
  const place = (): string => join(above, 'data');

  it('is good where the system keeps others out, and is left as it was', async () => {
    expect(await canBeOurs(ownFoldersByMode, place())).toBe(true);
    expect(existsSync(place())).toBe(false);
  });

  it('is none where everybody may write, and is left as it was', async () => {
    expect(await canBeOurs(openToAll, place())).toBe(false);
    expect(existsSync(place())).toBe(false);
  });

  it('is not judged where something is already, nor where nothing can be made', async () => {
    mkdirSync(place(), { mode: 0o777 });
    expect(await canBeOurs(openToAll, place())).toBe(true);
    expect(existsSync(place())).toBe(true);
    expect(await canBeOurs(ownFoldersByMode, join(above, 'missing', 'data'))).toBe(true);
  });
});
