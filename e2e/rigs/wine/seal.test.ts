import { linkSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { firstChange, sealOf } from './seal';

let folder: string;
let clone: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seal-'));
  clone = mkdtempSync(join(tmpdir(), 'seal-'));
  mkdirSync(join(folder, 'windows'));
  for (const name of ['windows/win.ini', 'a.txt']) {
    writeFileSync(join(folder, name), 'content');
    utimesSync(join(folder, name), 1000, 1000);
  }
});
afterEach(() => {
  for (const one of [folder, clone]) rmSync(one, { recursive: true, force: true });
});

describe('a sealed folder', () => {
  it('is whole while others link its files, and replace or drop their links', () => {
    const seal = sealOf(folder);
    linkSync(join(folder, 'windows/win.ini'), join(clone, 'win.ini'));
    rmSync(join(clone, 'win.ini'));
    writeFileSync(join(clone, 'win.ini'), 'other');
    expect(firstChange(folder, seal)).toBeUndefined();
  });

  it('tells the file that somebody wrote through a link, even in the same size', () => {
    const seal = sealOf(folder);
    linkSync(join(folder, 'windows/win.ini'), join(clone, 'win.ini'));
    writeFileSync(join(clone, 'win.ini'), 'CONTENT');
    expect(firstChange(folder, seal)).toMatch(/^\/windows\/win\.ini 7 /);
  });

  it('tells a file that is gone or new', () => {
    const seal = sealOf(folder);
    rmSync(join(folder, 'a.txt'));
    expect(firstChange(folder, seal)).toMatch(/^\/a\.txt 7 /);
    writeFileSync(join(folder, 'b.txt'), '');
    expect(firstChange(folder, seal)).toMatch(/^\/b\.txt 0 /);
  });
});
