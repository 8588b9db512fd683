import { chmodSync, chownSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LeftoverItem } from '../../core/model/leftover.ts';
import type { Exec } from '../exec.ts';
import type { Stage } from '../shared/quarantine/testing/stage.ts';
import { makeStage, setOddTime } from '../shared/quarantine/testing/stage.ts';
import { macosQuarantine } from './quarantine.ts';

const library = '/Library/Application Support/Kaspersky Lab';
const item: LeftoverItem = { id: 'files:KAV', kind: 'files', path: `${library}/KAV`, root: library };
const captured = (text: string) => ({ text, truncated: false, totalBytes: text.length });
/** `ls -lde`, with one access list where a test wants it. */
const ls =
  (list = ''): Exec =>
  async ({ args }) => ({
    kind: 'exited',
    code: 0,
    asExpected: true,
    stdout: captured(
      `drwxr-xr-x+ 2 root wheel 64 Nov 26 10:00 ${args.at(-1) ?? ''}\n${args.at(-1)?.endsWith('KAV') === true ? list : ''}`,
    ),
    stderr: captured(''),
  });

/** Nobody but root and we may write on the way to the runs; the folder for temporary files is everybody's. */
const base = join(process.cwd(), 'build/.cache');
const isOursAlone = (path: string): boolean => {
  const { uid, mode } = statSync(path);
  const isTrusted = (uid === 0 || uid === process.geteuid?.()) && (mode & 0o022) === 0;
  return isTrusted && (path === '/' || isOursAlone(dirname(path)));
};

let stage: Stage;
beforeEach(() => {
  mkdirSync(base, { recursive: true });
  stage = makeStage({ base });
  stage.file(`${library}/KAV/Binaries/kav`, 'program', 0o755);
  stage.link(`${library}/KAV/current`, 'Binaries');
  setOddTime(join(stage.root, `${library}/KAV/current`), 1_600_000_000);
});
afterEach(() => stage.remove());
const open = (exec: Exec = ls()) =>
  macosQuarantine('20261126-100000-000001', stage.run, { exec, root: stage.root });

/** The way is by path, so it has to be nobody's but root's and ours. The code is the same on every system without /proc. */
describe('a quarantine that goes by paths', () => {
  test.runIf(isOursAlone(process.cwd()))(
    'takes a tree that only administrators can write, and gives it back as it was',
    async () => {
      const before = stage.state(library);
      const quarantine = open();
      expect(await quarantine.survey([item])).toMatchObject([{ kind: 'ready' }]);
      const written = await quarantine.record(1, item);
      if (!written.ok) throw new Error(written.problem.code);
      expect(await quarantine.setAside(written.value)).toMatchObject({
        kind: 'set-aside',
        done: { entries: 4 },
      });
      expect(stage.exists(item.path)).toBe(false);
      expect(await open().putBack(written.value)).toEqual({ kind: 'restored' });
      const shown = (state: ReadonlyMap<string, string>) => [...state].filter(([path]) => path !== '');
      expect(shown(stage.state(library))).toEqual(shown(before));
    },
  );

  test.each<[string, () => void]>([
    ['its folder', () => chmodSync(join(stage.root, library), 0o777)],
    ['a folder in it', () => chmodSync(join(stage.root, `${library}/KAV/Binaries`), 0o775)],
    ['the system’s folder above', () => chmodSync(join(stage.root, '/Library'), 0o775)],
  ])('leaves what others could exchange, because they can write in %s', async (_what, open_) => {
    open_();
    expect(await open().survey([item])).toMatchObject([
      { kind: 'stays', parts: [{ why: 'others-can-write' }] },
    ]);
  });

  test.runIf(process.geteuid?.() === 0)('leaves what belongs to somebody else', async () => {
    chownSync(join(stage.root, library), 1000, 1000);
    expect(await open().survey([item])).toMatchObject([{ parts: [{ why: 'others-can-write' }] }]);
  });

  test('leaves what an access list opens to others, or whose list cannot be read', async () => {
    const list = ' 0: user:ann allow add_file,delete_child\n';
    expect(await open(ls(list)).survey([item])).toMatchObject([{ parts: [{ why: 'others-can-write' }] }]);
    const mute: Exec = async () => ({ kind: 'missing' });
    expect(await open(mute).survey([item])).toMatchObject([{ parts: [{ why: 'others-can-write' }] }]);
  });

  test('follows no link', async () => {
    mkdirSync(join(stage.root, 'elsewhere'));
    symlinkSync(join(stage.root, 'elsewhere'), join(stage.root, `${library}/link`));
    const through: LeftoverItem = { ...item, path: `${library}/link/KAV` };
    expect(await open().survey([through])).toMatchObject([{ parts: [{ why: 'link-in-path' }] }]);
  });
});
