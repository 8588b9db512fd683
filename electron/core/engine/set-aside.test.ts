import { beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '../catalogue/index.ts';
import type { Row } from '../model/tables.ts';
import { debianSnapshot } from '../testing/hosts.ts';
import { LeftoverWorld } from '../testing/leftover-world.ts';
import { windowsHost } from '../testing/windows-hosts.ts';
import { detect } from './detect.ts';
import type { LeftoverScene } from './leftover-scene.ts';
import { setLeftoversAside } from './set-aside.ts';

const kesl = '/var/opt/kaspersky/kesl';
const rows: readonly Row<'files'>[] = [
  { path: '/var/opt/kaspersky', kind: 'folder' },
  { path: kesl, kind: 'folder' },
  { path: `${kesl}/a`, kind: 'file' },
  { path: `${kesl}/b`, kind: 'file' },
  { path: '/etc/systemd/system/kesl.service', kind: 'file' },
];
const sceneOf = (files: readonly Row<'files'>[] = rows): LeftoverScene => {
  const snapshot = debianSnapshot({ files });
  const findings = detect(catalogue, snapshot);
  return { catalogue, snapshot, findings, accepted: [], own: [], stays: new Map() };
};

let world: LeftoverWorld;
beforeEach(() => void (world = new LeftoverWorld()));
const setAside = (scene = sceneOf(), numbers = 0) =>
  setLeftoversAside(
    {
      quarantine: world.quarantine,
      clock: world.clock,
      cancellation: world.cancellation,
      onLeftover: () => undefined,
    },
    world.journal,
    scene,
    numbers,
  );

describe('setting leftovers aside', () => {
  test('writes down what has to come back, then a line, then takes, then a line, one after the other', async () => {
    const done = await setAside();
    expect(done).toMatchObject({ finished: true, left: [] });
    const around = (what: string) => [`note ${what}`, 'leftover-started', `take ${what}`, 'leftover-ended'];
    expect(world.log).toEqual([
      ...around('/etc/systemd/system/kesl.service'),
      ...around(kesl),
      ...around('/var/opt/kaspersky'),
      'finish 0',
      'leftovers-ended',
    ]);
  });

  test('numbers its places after those that are taken', async () => {
    await setAside(sceneOf(), 7);
    const numbers = world.entries.flatMap((entry) =>
      entry.kind === 'leftover-started' ? [entry.number] : [],
    );
    expect(numbers).toEqual([8, 9, 10]);
  });

  test('goes around a part that has to stay, and looks closer again at what is left then', async () => {
    world.stays(kesl, { path: `${kesl}/b`, why: 'package-file', detail: 'widget' });
    const done = await setAside();
    expect([...world.taken]).toEqual(['/etc/systemd/system/kesl.service', `${kesl}/a`]);
    expect(done.left).toEqual([
      { what: `${kesl}/b`, productId: 'linux-kesl', why: 'package-file', detail: 'widget' },
    ]);
  });

  test('leaves what was not there when the computer was looked at', async () => {
    world.surveys.set(kesl, {
      kind: 'ready',
      entries: [kesl, `${kesl}/a`, `${kesl}/b`, `${kesl}/thesis.odt`],
    });
    await setAside();
    expect([...world.taken]).toEqual(['/etc/systemd/system/kesl.service', `${kesl}/a`, `${kesl}/b`]);
  });

  test('what is gone by now is no leftover', async () => {
    world.surveys.set(kesl, { kind: 'gone' });
    expect(await setAside()).toMatchObject({ finished: true, left: [] });
    expect(world.taken).not.toContain(kesl);
  });

  test('an item that never stays the same is left, and the others go', async () => {
    let round = 0;
    world.quarantine.survey = async (items) =>
      items.map((item) =>
        item.kind === 'files' && item.path.startsWith('/var')
          ? { kind: 'stays', parts: [{ path: `${kesl}/${String(round++)}`, why: 'changed' }] }
          : { kind: 'ready', entries: [] },
      );
    const done = await setAside();
    expect([...world.taken]).toEqual(['/etc/systemd/system/kesl.service']);
    expect(done.left).toEqual(expect.arrayContaining([expect.objectContaining({ why: 'changed' })]));
  });
});

describe('nothing more is begun', () => {
  test.each([0, 1, 2, 3, 4])('once line %i of the journal could not be written', async (failing) => {
    world.failingAppend = failing;
    const done = await setAside();
    const started = world.entries.filter(({ kind }) => kind === 'leftover-started').length;
    expect(world.taken.size).toBe(started);
    expect(done.finished).toBe(false);
    expect(done.setAside).toHaveLength(world.taken.size);
    expect(done.left.map(({ why }) => why)).toContain('journal-unwritable');
  });

  test('when the note of what has to come back could not be written', async () => {
    world.recordFails = true;
    expect(await setAside()).toMatchObject({ finished: false, setAside: [] });
    expect([...world.taken]).toEqual([]);
  });

  test('after the person said stop', async () => {
    world.cancellation = { aborted: true };
    const done = await setAside();
    expect(done).toMatchObject({ finished: false, setAside: [] });
    expect(new Set(done.left.map(({ why }) => why))).toEqual(new Set(['cancelled']));
    expect(world.entries).toEqual([]);
  });
});

test('a driver whose name could not be taken off a list stays, entry and file', async () => {
  const driver = 'klkbdflt.KES-21-9';
  const path = `C:\\Windows\\System32\\drivers\\${driver}.sys`;
  const snapshot = windowsHost({
    programs: [],
    classFilters: [{ class: 'Keyboard', which: 'upper', entries: [driver, 'kbdclass'] }],
    kernelModules: [{ name: driver, path, state: 'file-missing' }],
    files: [{ path, kind: 'file' }],
  });
  world.ends.set(`Keyboard, upper: ${driver}`, { kind: 'left', why: 'refused-by-system' });
  const done = await setAside({ ...sceneOf(), snapshot, findings: detect(catalogue, snapshot) });
  expect([...world.taken]).toEqual([]);
  expect(done.left.map(({ what, why }) => [what, why])).toEqual([
    [`Keyboard, upper: ${driver}`, 'refused-by-system'],
    [driver, 'filter-listed'],
    [path, 'filter-listed'],
  ]);
});
