import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localPath } from './local-path.ts';
import { peopleOf } from './people.ts';
import { recordedRegistry } from './testing/recorded-registry.ts';
import { smallWindows } from './testing/small-windows.ts';
import { put, stagedMachine, stagedRoot } from './testing/staged-machine.ts';

let root: string;
beforeEach(() => (root = stagedRoot()));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const known = { 'S-1-5-21-1-2-3-1001': 'C:\\users\\ANN', 'S-1-5-21-1-2-3-1002': 'D:\\Homes\\Bo' };
const people = () =>
  peopleOf(stagedMachine(root, { registry: recordedRegistry(smallWindows({ people: known })) }));

it('people’s folders are those that Windows knows and those beside them, each once', async () => {
  for (const name of ['Ann', 'Default', 'Public', 'left behind'])
    mkdirSync(localPath({ root }, `C:\\Users\\${name}`), { recursive: true });
  put(root, 'C:\\Users\\desktop.ini');
  symlinkSync('/', localPath({ root }, 'C:\\Users\\All Users'));
  const { folders, gaps } = await people();
  expect(gaps).toEqual([]);
  expect(folders.slice(0, 3)).toEqual(['C:\\users\\ANN', 'D:\\Homes\\Bo', 'C:\\Users\\Default']);
  expect(folders.slice(3).toSorted()).toEqual(['C:\\Users\\Public', 'C:\\Users\\left behind']);
});

it('people’s folders are the known ones alone where no others are', async () => {
  expect(await people()).toEqual({
    folders: ['C:\\users\\ANN', 'D:\\Homes\\Bo', 'C:\\Users\\Default'],
    gaps: [],
  });
});

it.runIf(process.geteuid?.() === 0)('people’s folders that are closed to us are a gap', async () => {
  mkdirSync(localPath({ root }, 'C:\\Users'), { recursive: true, mode: 0o700 });
  for (const path of [root, `${root}/C`]) chmodSync(path, 0o755);
  process.seteuid?.(65534);
  try {
    expect((await people()).gaps).toEqual([
      { source: 'C:\\Users', kind: 'denied', why: 'permission denied' },
    ]);
  } finally {
    process.seteuid?.(0);
  }
});
