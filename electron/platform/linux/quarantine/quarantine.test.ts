import { chmodSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { QuarantineRecord } from '../../../core/ports.ts';
import { benchOn, files, folder, kesl, leaveProduct } from '../../shared/quarantine/testing/bench.ts';
import type { Stage } from '../../shared/quarantine/testing/stage.ts';
import { makeStage, setOddTime } from '../../shared/quarantine/testing/stage.ts';

let stage: Stage;
afterEach(() => stage.remove());
const open = (...own: Parameters<ReturnType<typeof benchOn>['open']>) => benchOn(stage).open(...own);
const record = (...what: Parameters<ReturnType<typeof benchOn>['record']>) => benchOn(stage).record(...what);
const real = (path: string): string => benchOn(stage).real(path);
const kept = (): string => benchOn(stage).kept();
const take = (...what: Parameters<ReturnType<typeof benchOn>['take']>) => benchOn(stage).take(...what);

describe.each([
  ['on one file system', false],
  ['between two file systems', true],
])('a quarantine %s', (_name, apart) => {
  beforeEach(() => {
    stage = makeStage({ apart });
    leaveProduct(stage);
  });

  test('takes a tree away and gives it back the same to the last byte, mode, link and nanosecond', async () => {
    const before = stage.state();
    const quarantine = open();
    const written = await record(quarantine, files());
    expect(await quarantine.setAside(written)).toMatchObject({
      kind: 'set-aside',
      done: { entries: 9, bytes: 13, what: kesl },
    });
    expect(stage.exists(kesl)).toBe(false);
    expect(readFileSync(real('/home/anna/Documents/kaspersky.txt'), 'utf8')).toBe('mine');

    const later = open();
    expect(await later.check([written])).toMatchObject({ ok: true });
    expect(await later.putBack(written)).toEqual({ kind: 'restored' });
    await later.finish([written]);
    expect(stage.state()).toEqual(before);
  });

  test('a folder that products share goes empty, and comes back with the time it had before', async () => {
    setOddTime(real('/opt/kaspersky'), 1_650_000_003);
    const before = stage.state();
    const quarantine = open();
    const items = [files(), folder('/opt/kaspersky')];
    expect((await quarantine.survey(items)).map(({ kind }) => kind)).toEqual(['ready', 'ready']);
    const records: QuarantineRecord[] = [];
    for (const [at, item] of items.entries()) {
      const written = await quarantine.record(at + 1, item);
      if (!written.ok) throw new Error(written.problem.code);
      records.push(written.value);
      expect(await quarantine.setAside(written.value)).toMatchObject({ kind: 'set-aside' });
    }
    expect(stage.exists('/opt/kaspersky')).toBe(false);
    const back = records.toReversed();
    for (const each of back) expect(await open().putBack(each)).toEqual({ kind: 'restored' });
    await open().finish(back);
    // The system's own folder shows that something in it came back.
    const apartFromOpt = (state: ReadonlyMap<string, string>) =>
      [...state].filter(([path]) => path !== '/opt');
    expect(apartFromOpt(stage.state())).toEqual(apartFromOpt(before));
  });

  test('what stands in the old place meanwhile is named and left as it is, until it is gone', async () => {
    const before = stage.state();
    const written = await take();
    stage.file(`${kesl}/bin/tool`, 'a new installation');
    const since = stage.state();
    expect(await open().putBack(written)).toEqual({ kind: 'kept', why: 'occupied' });
    expect(stage.state()).toEqual(since);
    rmSync(real(kesl), { recursive: true });
    expect(await open().putBack(written)).toEqual({ kind: 'restored' });
    await open().finish([written]);
    expect(stage.state()).toEqual(before);
  });

  test('nothing is put back through a link that stands on the way', async () => {
    const written = await take();
    rmSync(real('/opt/kaspersky'), { recursive: true });
    symlinkSync(real('/home/anna'), real('/opt/kaspersky'));
    const since = stage.state();
    expect(await open().putBack(written)).toMatchObject({ kind: 'kept', why: 'link-in-path' });
    expect(stage.state()).toEqual(since);
  });

  test('a folder in it that became a link since it was surveyed keeps all of it in its place', async () => {
    const quarantine = open();
    const written = await record(quarantine, files());
    stage.file('/home/anna/etc/settings', 'hers');
    renameSync(real(`${kesl}/etc`), real('/opt/kaspersky/etc'));
    symlinkSync(real('/home/anna/etc'), real(`${kesl}/etc`));
    const since = stage.state();
    const why = apart ? 'link-in-path' : 'changed';
    expect(await quarantine.setAside(written)).toMatchObject({ kind: 'left', why });
    // The vendor's folder may show that something went and came.
    const others = (state: ReadonlyMap<string, string>) =>
      [...state].filter(([path]) => path !== '/opt/kaspersky');
    expect(others(stage.state())).toEqual(others(since));
  });

  test('putting back once more changes nothing', async () => {
    const written = await take();
    await open().putBack(written);
    const since = stage.state();
    expect(await open().putBack(written)).toEqual({ kind: 'restored' });
    expect(stage.state()).toEqual(since);
  });

  test('the way back is made again where it is gone, with its modes', async () => {
    chmodSync(real('/opt/kaspersky'), 0o750);
    const written = await take();
    rmSync(real('/opt'), { recursive: true });
    expect(await open().putBack(written)).toEqual({ kind: 'restored' });
    expect(stage.state('/opt').get('/kaspersky')).toMatch(/^folder 40750 /);
    expect(readFileSync(real(`${kesl}/etc/settings`), 'utf8')).toBe('x=1\n');
  });

  test.each([
    ['other content', () => writeFileSync(join(kept(), 'etc/settings'), 'x=2\n')],
    ['another mode', () => chmodSync(join(kept(), 'etc/settings'), 0o666)],
    ['one file less', () => rmSync(join(kept(), 'etc/settings'))],
    ['one file more', () => writeFileSync(join(kept(), 'etc/more'), '')],
    [
      'a link to elsewhere',
      () => {
        rmSync(join(kept(), 'current'));
        symlinkSync('/etc', join(kept(), 'current'));
      },
    ],
    ['nothing', () => rmSync(kept(), { recursive: true })],
  ])('a quarantine that holds %s is not put back', async (_what, alter) => {
    const written = await take();
    alter();
    expect(await open().putBack(written)).toMatchObject({ kind: 'kept', why: 'damaged' });
    expect(stage.exists(kesl)).toBe(false);
  });
});
