import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Owner } from './root-only.ts';
import { trustByMode } from './root-only.ts';

const at = (part: Partial<Pick<Owner, 'uid' | 'mode'>>, isFolder: boolean): Owner => ({
  uid: 0,
  mode: 0o755,
  isFile: () => !isFolder,
  isDirectory: () => isFolder,
  ...part,
});

/** A computer on which everything is root's alone, but for one place. */
const withPlace = (odd: string, part: Parameters<typeof at>[0]) => (path: string) =>
  Promise.resolve(at(path === odd ? part : {}, path !== '/opt/app/program'));

describe('a file that root alone can have put there', () => {
  it('is trusted when it and every folder above it are root’s', async () => {
    expect(await trustByMode('/opt/app/program', withPlace('', {}))).toEqual({ kind: 'trusted' });
  });

  it.each(['/opt/app/program', '/opt/app', '/opt', '/'])('is not when %s is not', async (place) => {
    const others = await trustByMode('/opt/app/program', withPlace(place, { uid: 1000 }));
    expect(others).toEqual({ kind: 'refused', why: `${place}: it does not belong to root` });
    for (const mode of [0o775, 0o757])
      expect(await trustByMode('/opt/app/program', withPlace(place, { mode }))).toEqual({
        kind: 'refused',
        why: `${place}: others than root can write there`,
      });
  });

  it.each(['program', './program', '/opt/../opt/program', '/opt//program'])(
    'is never one that is named %s',
    async (path) => {
      expect(await trustByMode(path, withPlace('', {}))).toMatchObject({ kind: 'refused' });
    },
  );
});

describe.runIf(process.getuid?.() === 0)('on the disk', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'root-only-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('what lies where everybody may write is refused, and what is not there is missing', async () => {
    expect(await trustByMode(join(folder, 'program'))).toMatchObject({
      kind: expect.stringMatching('missing') as string,
    });
    writeFileSync(join(folder, 'program'), '');
    // The folder of temporary files is everybody's.
    expect(await trustByMode(join(folder, 'program'))).toMatchObject({ kind: 'refused' });
  });

  it('a link is refused, whatever it leads to', async () => {
    expect(await trustByMode('/bin/sh')).toMatchObject({ kind: 'refused' });
    const own = join('/root', `root-only-${String(process.pid)}`);
    mkdirSync(own, { mode: 0o755 });
    try {
      writeFileSync(join(own, 'program'), '', { mode: 0o755 });
      expect(await trustByMode(join(own, 'program'))).toEqual({ kind: 'trusted' });
      symlinkSync('program', join(own, 'link'));
      expect(await trustByMode(join(own, 'link'))).toMatchObject({ kind: 'refused' });
      chmodSync(join(own, 'program'), 0o775);
      expect(await trustByMode(join(own, 'program'))).toMatchObject({ kind: 'refused' });
      chmodSync(join(own, 'program'), 0o755);
      chownSync(own, 1000, 1000);
      expect(await trustByMode(join(own, 'program'))).toMatchObject({ kind: 'refused' });
    } finally {
      rmSync(own, { recursive: true });
    }
  });
});
