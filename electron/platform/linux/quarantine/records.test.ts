import { mkdtempSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { benchOn, files, kesl, leaveProduct, run } from '../../shared/quarantine/testing/bench.ts';
import { noPackages } from '../../shared/quarantine/testing/folder-computer.ts';
import type { Stage } from '../../shared/quarantine/testing/stage.ts';
import { makeStage } from '../../shared/quarantine/testing/stage.ts';
import { linuxQuarantine } from './index.ts';

let stage: Stage;
afterEach(() => stage.remove());
const open = (...own: Parameters<ReturnType<typeof benchOn>['open']>) => benchOn(stage).open(...own);
const record = (...what: Parameters<ReturnType<typeof benchOn>['record']>) => benchOn(stage).record(...what);
const take = (...what: Parameters<ReturnType<typeof benchOn>['take']>) => benchOn(stage).take(...what);

describe('what is written down', () => {
  beforeEach(() => {
    stage = makeStage();
    leaveProduct(stage);
  });
  const damaged = (why: RegExp) => ({
    ok: false,
    problem: { code: 'quarantine-damaged', values: { run, why: expect.stringMatching(why) as string } },
  });
  const noteOf = (): string => join(stage.run, 'quarantine/0001/record.json');

  test('is on the disk, closed to others, before anything is touched', async () => {
    const before = stage.state();
    const quarantine = open();
    const written = await record(quarantine, files());
    expect(stage.state()).toEqual(before);
    const note = JSON.parse(readFileSync(noteOf(), 'utf8')) as { run: string; saved: { entries: object[] } };
    expect([note.run, note.saved.entries.length]).toEqual([run, 9]);
    expect(await quarantine.check([written])).toEqual({ ok: true, value: true });
  });

  test.each([
    ['edited', /altered/, (text: string) => text.replace('"mode":420', '"mode":511')],
    ['cut off', /damaged/, (text: string) => text.slice(0, 100)],
    [
      'of another run',
      /belongs to run 20200101-000000-000000/,
      (text: string) => text.replace(run, '20200101-000000-000000'),
    ],
  ])('and was %s is refused with one sentence', async (_how, why, alter) => {
    const written = await take();
    writeFileSync(noteOf(), alter(readFileSync(noteOf(), 'utf8')));
    expect(await open().check([written])).toEqual(damaged(why));
    expect(await open().putBack(written)).toMatchObject({ kind: 'kept', why: 'damaged' });
    expect(stage.exists(kesl)).toBe(false);
  });

  test('and is missing, or lies in the place of another item, is refused', async () => {
    stage.file('/opt/kaspersky/kics/x');
    const first = await take();
    const second = await take(files('/opt/kaspersky/kics'), 2);
    const [one, two] = ['0001', '0002'].map((name) => join(stage.run, 'quarantine', name));
    renameSync(one ?? '', `${one}.x`);
    expect(await open().check([first])).toEqual(damaged(/missing/));
    renameSync(two ?? '', one ?? '');
    expect(await open().check([first])).toEqual(damaged(/altered/));
    expect(await open().check([second])).toEqual(damaged(/missing/));
  });

  test('a quarantine of another run, folder and all, is refused', async () => {
    const written = await take();
    const other = linuxQuarantine('20261126-100000-00000f', stage.run, {
      exec: noPackages,
      root: stage.root,
    });
    expect(await other.check([written])).toMatchObject({ problem: { code: 'quarantine-damaged' } });
  });

  test('cannot be written where there is a link, and then nothing is taken', async () => {
    const elsewhere = mkdtempSync(join(stage.run, '..', 'elsewhere-'));
    symlinkSync(elsewhere, join(stage.run, 'quarantine'));
    const quarantine = open();
    await quarantine.survey([files()]);
    const recorded = await quarantine.record(1, files());
    if (recorded.ok) expect(await quarantine.setAside(recorded.value)).toMatchObject({ why: 'link-in-path' });
    expect(stage.exists(kesl)).toBe(true);
  });
});
