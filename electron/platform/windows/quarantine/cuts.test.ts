import { afterEach, describe, expect, test } from 'vitest';
import type { LeftoverItem } from '../../../core/model/leftover.ts';
import { life, momentsOf, until } from '../../shared/quarantine/testing/life.ts';
import { lab, leaveEverything, standingFolders } from '../testing/left-everything.ts';
import type { QuarantineBench } from '../testing/quarantine-bench.ts';
import {
  branchItem,
  emptyKeyItem,
  filesItem,
  filterItem,
  folderItem,
  quarantineBench,
  serviceItem,
} from '../testing/quarantine-bench.ts';

/** All of them in full and where they are few; else a share, with the first and the last. */
const cutsIn = (moments: number): readonly number[] => {
  const all = Array.from({ length: moments + 1 }, (_, moment) => moment);
  if (process.env['RA_FULL'] !== undefined || moments <= 3) return all;
  return [0, 1, Math.floor(moments / 2), moments - 1, moments];
};

let pcs: QuarantineBench[] = [];
afterEach(() => {
  for (const pc of pcs) pc.remove();
  pcs = [];
});

const onAnotherDrive = 'D:\\Program Files\\Kaspersky Lab\\KES';
const emptyFolder = `${lab}\\KES.12.2.0\\empty`;

const computer = (): QuarantineBench => {
  const pc = quarantineBench();
  pcs.push(pc);
  leaveEverything(pc);
  pc.write(`${onAnotherDrive}\\sub\\a.dat`);
  pc.write(`${onAnotherDrive}\\b.dat`);
  pc.drives.give(`${onAnotherDrive}\\b.dat`, { attributes: 0x21, streams: { note: 'beside' } });
  pc.hives.make('HKLM\\SOFTWARE\\Kaspersky Lab');
  pc.drives.spend = life.spend;
  pc.hives.spend = life.spend;
  return pc;
};

const stateOf = (pc: QuarantineBench) =>
  pc
    .state()
    .filter(
      (line) =>
        typeof line === 'string' ||
        !(standingFolders.has(line[0] ?? '') || line[0] === 'D:\\Program Files\\Kaspersky Lab'),
    );

const kinds: readonly (readonly [string, LeftoverItem])[] = [
  ['a folder that moves', filesItem(`${lab}\\KES.12.2.0`)],
  ['a folder that is copied to another volume', filesItem(onAnotherDrive)],
  ['an empty folder', folderItem(emptyFolder)],
  ['a branch of the registry', branchItem()],
  ['a key that products share', emptyKeyItem('HKLM\\SOFTWARE\\Kaspersky Lab')],
  ['a service', serviceItem('AVP.KES.21.9')],
  ['a name in a list of device filters', filterItem('Keyboard', 'upper', 'klkbdflt.KES-21-9')],
];

describe.each(kinds)('a program that is ended while %s', (_what, item) => {
  /** Times of the folder around are given back at the very end, by the quarantine. */
  const around = (path: string): boolean => path === lab || path === `${lab}\\KES.12.2.0`;
  const seen = (pc: QuarantineBench) =>
    stateOf(pc).filter((line) => typeof line === 'string' || !around(line[0] ?? ''));

  test('is set aside settles it one way or the other, and nothing is lost', async () => {
    const whole = computer();
    const [only] = await whole.recorded([item]);
    if (only === undefined) throw new Error('no record');
    const moments = await momentsOf(() => whole.fresh().setAside(only));
    expect(moments).toBeGreaterThan(0);
    const ends = new Set<string>();
    for (const moment of cutsIn(moments)) {
      const pc = computer();
      const born = seen(pc);
      const [record] = await pc.recorded([item]);
      if (record === undefined) throw new Error('no record');
      await until(moment, () => pc.fresh().setAside(record));
      const where = `ended before moment ${String(moment)} of ${String(moments)}`;
      const end = await pc.fresh().settle(record);
      ends.add(end.kind);
      if (end.kind === 'set-aside')
        expect(await pc.fresh().putBack(record), where).toEqual({ kind: 'restored' });
      else expect(end.why, where).toBe('cancelled');
      expect(seen(pc), where).toEqual(born);
    }
    expect([...ends].toSorted()).toEqual(['left', 'set-aside']);
  });

  test('is put back puts back the rest the next time', async () => {
    const whole = computer();
    const [only] = await whole.take(item);
    if (only === undefined) throw new Error('no record');
    const moments = await momentsOf(() => whole.fresh().putBack(only));
    for (const moment of cutsIn(moments)) {
      const pc = computer();
      const born = seen(pc);
      const [record] = await pc.take(item);
      if (record === undefined) throw new Error('no record');
      await until(moment, () => pc.fresh().putBack(record));
      const where = `ended before moment ${String(moment)} of ${String(moments)}`;
      expect(await pc.fresh().putBack(record), where).toEqual({ kind: 'restored' });
      expect(seen(pc), where).toEqual(born);
    }
  });
});
