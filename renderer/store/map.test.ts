import { expect, test } from 'vitest';
import { computer, mapOf } from '../testing/maps.ts';
import { problem, startWalk } from '../testing/walk.ts';
import { statusLine } from './status-line.ts';

const map = mapOf([computer('PC-1', 'present'), computer('PC-2', 'clean')]);

const opened = async () => {
  const walk = await startWalk();
  walk.state().showMap();
  void walk.state().openFolder();
  await walk.bridge.answer('openMap', { ok: true, value: { mapId: 'map-1', map } });
  return walk;
};

test('reading is told as it goes on, and its end once', async () => {
  const { bridge, state } = await startWalk();
  state().showMap();
  void state().openFolder();
  bridge.emit('mapProgress', { files: 300 });
  expect(state().map).toEqual({ kind: 'reading', files: 300 });
  expect(statusLine(state())).toBe('Reading reports: 300');
  await bridge.answer('openMap', { ok: true, value: { mapId: 'map-1', map } });
  expect(state().map).toEqual({ kind: 'done', mapId: 'map-1', map });
  expect(statusLine(state())).toBe('2 reports for 2 computers');
});

test('a dialog that was closed, a stop, and a folder without reports leave the map that was there', async () => {
  const { bridge, state } = await opened();
  for (const answer of [
    { ok: true, value: { cancelled: true } },
    problem('cancelled'),
    problem('no-reports'),
  ] as const) {
    void state().openFolder();
    await bridge.answer('openMap', answer);
    expect(state().map).toEqual({ kind: 'done', mapId: 'map-1', map });
  }
  expect(state().mapTrouble).toEqual({ what: 'map', problem: { code: 'no-reports' } });
});

test('a change names no file and no folder, and takes the new count over', async () => {
  const { bridge, state, lastInput } = await opened();
  void state().changeMap({ directive: 'bod-17-01', assets: 'choose' });
  expect(lastInput('changeMap')).toEqual({ mapId: 'map-1', directive: 'bod-17-01', assets: 'choose' });
  const changed = mapOf([computer('PC-9', 'missing')]);
  await bridge.answer('changeMap', { ok: true, value: { map: changed } });
  expect(state().map).toMatchObject({ mapId: 'map-1', map: changed });
});

test('saving tells the name, or what went wrong', async () => {
  const { bridge, state, lastInput } = await opened();
  void state().saveMap('form');
  expect(lastInput('saveMap')).toEqual({ mapId: 'map-1', content: 'form' });
  await bridge.answer('saveMap', { ok: true, value: { fileName: 'form.html', folder: '/x' } });
  expect(statusLine(state())).toBe('Saved form.html');
  void state().saveMap('csv');
  await bridge.answer('saveMap', problem('file-unwritable'));
  expect(state()).toMatchObject({ mapSaved: undefined, mapTrouble: { what: 'saving' } });
});

test('the map never hides what is under way, and a step of the wizard closes it', async () => {
  const { bridge, state } = await startWalk();
  void state().look();
  bridge.emit('showMap', {});
  expect(state().mapOpen).toBe(false);
  await bridge.answer('scan', problem('cancelled'));
  bridge.emit('showMap', {});
  expect(state().mapOpen).toBe(true);
  state().goTo('start');
  expect(state().mapOpen).toBe(false);
});
