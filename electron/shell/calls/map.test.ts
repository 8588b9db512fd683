import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../core/contract/contract.ts';
import { catalogue } from '../../core/catalogue/index.ts';
import { conclude } from '../../core/engine/conclude.ts';
import type { FleetMap } from '../../core/model/map.ts';
import { debianSnapshot, managedRows } from '../../core/testing/hosts.ts';
import { createDoor } from '../door.ts';
import { servicesFor } from '../testing/small-desk.ts';
import { handlersFor } from './index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'removal-assistant-map-'));
  mkdirSync(join(folder, 'reports', 'north'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, rows: Parameters<typeof debianSnapshot>[0]): void => {
  const desk = { catalogue, tool: { name: 'test', version: '1' } };
  const snapshot = debianSnapshot(rows, { name });
  const report = conclude(desk, snapshot, {}, snapshot.takenAt);
  writeFileSync(join(folder, 'reports', 'north', `${name}.json`), JSON.stringify(report));
};

/** The calls, with dialogs that a person answers with these files. */
const desk = (answers: { folder?: string; open?: string; save?: string; dropped?: string }) => {
  const { services, emitted } = servicesFor(undefined);
  const door = createDoor(
    handlersFor({
      ...services,
      desktop: {
        ...services.desktop,
        chooseFolder: async () => answers.folder,
        takeHandedOver: () => answers.dropped,
        chooseFileToOpen: async () => answers.open,
        chooseFileToSave: async () => answers.save,
      },
    }),
    { checkOutput: true },
  );
  const ask = async <C extends CallName>(name: C, input: CallInput<C>): Promise<CallOutput<C>> => {
    const answer = await door(name, input);
    if (!answer.ok) throw new Error(answer.problem.code);
    return answer.value as CallOutput<C>;
  };
  return { ask, door, emitted };
};

const opened = async (from: ReturnType<typeof desk>): Promise<{ mapId: string; map: FleetMap }> => {
  const answer = await from.ask('openMap', {});
  if ('cancelled' in answer) throw new Error('cancelled');
  return answer;
};

describe('the map in the window', () => {
  test('reads the folder that a person chose', async () => {
    write('pc-1', managedRows);
    write('pc-2', {});
    const { map } = await opened(desk({ folder: join(folder, 'reports') }));
    expect(map.computers.map(({ label, site, state }) => [label, site, state])).toEqual([
      ['pc-1', 'north', 'present'],
      ['pc-2', 'north', 'clean'],
    ]);
  });

  test('reads the folder that a person dropped, and asks for none', async () => {
    write('pc-1', managedRows);
    const here = desk({ dropped: join(folder, 'reports') });
    const answer = await here.ask('openMap', { handedOver: true });
    expect('map' in answer && answer.map.computers.map(({ label }) => label)).toEqual(['pc-1']);
  });

  test('says so when it was no folder that was dropped', async () => {
    write('pc-1', managedRows);
    const nothing = await desk({ folder }).door('openMap', { handedOver: true });
    expect(nothing).toMatchObject({ ok: false, problem: { code: 'nothing-handed-over' } });
    const dropped = join(folder, 'reports', 'north', 'pc-1.json');
    const file = await desk({ dropped }).door('openMap', { handedOver: true });
    expect(file).toMatchObject({ ok: false, problem: { code: 'folder-unreadable' } });
  });

  test('is counted anew against a directive, a day and a list, without reading again', async () => {
    write('pc-1', managedRows);
    const answers = { folder: join(folder, 'reports'), open: join(folder, 'assets.txt') };
    const here = desk(answers);
    const { mapId } = await opened(here);
    rmSync(answers.folder, { recursive: true });
    writeFileSync(answers.open, 'pc-1\npc-9\n');
    const first = await here.ask('changeMap', {
      mapId,
      directive: 'bod-17-01',
      start: '2026-11-01',
      assets: 'choose',
    });
    expect(first).toMatchObject({
      map: { directive: { day: 22 }, totals: { states: { present: 1, missing: 1 } } },
    });
    const second = await here.ask('changeMap', {
      mapId,
      directive: 'keep',
      start: '2026-11-20',
      assets: 'none',
    });
    expect(second).toMatchObject({ map: { directive: { day: 3 }, totals: { computers: 1 } } });
    const third = await here.ask('changeMap', { mapId, directive: 'none', assets: 'keep' });
    expect('map' in third && third.map.directive).toBe(undefined);
  });

  test('is saved where a person says, as a map and as a form', async () => {
    write('pc-1', managedRows);
    const answers = { folder: join(folder, 'reports'), save: join(folder, 'out') };
    const here = desk(answers);
    const { mapId } = await opened(here);
    for (const [content, words] of [
      ['html', 'Still here'],
      ['csv', 'computer,assetTag'],
      ['json', '"removal-assistant/map/1"'],
      ['form', 'contenteditable'],
      ['form-csv', 'Contact: name'],
    ] as const) {
      expect(await here.ask('saveMap', { mapId, content })).toEqual({ fileName: 'out', folder });
      expect(readFileSync(answers.save, 'utf8')).toContain(words);
    }
  });

  test('changes nothing when a dialog is closed, and says what is wrong with a file', async () => {
    expect(await desk({}).ask('openMap', {})).toEqual({ cancelled: true });
    write('pc-1', {});
    const answers: { folder: string; open?: string } = { folder: join(folder, 'reports') };
    const here = desk(answers);
    const { mapId } = await opened(here);
    const choose = { mapId, directive: 'choose', assets: 'keep' } as const;
    expect(await here.ask('changeMap', choose)).toEqual({ cancelled: true });
    answers.open = join(folder, 'typo.json');
    writeFileSync(answers.open, '{"schema":"removal-assistant/directive/1","nmae":"x"}');
    expect(await here.door('changeMap', choose)).toMatchObject({
      problem: { code: 'bad-directive', values: { at: 'nmae', meant: 'name' } },
    });
    expect(await here.door('changeMap', { ...choose, mapId: 'made-up' })).toMatchObject({
      problem: { code: 'map-outdated' },
    });
    expect(await here.door('openMap', { path: '/etc' })).toMatchObject({ problem: { code: 'bug' } });
  });
});
