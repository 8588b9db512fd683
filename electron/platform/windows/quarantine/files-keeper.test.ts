import { linkSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LeftoverItem } from '../../../core/model/leftover.ts';
import { playedSecurity } from '../testing/played-security.ts';
import type { QuarantineBench } from '../testing/quarantine-bench.ts';
import { filesItem, folderItem, quarantineBench } from '../testing/quarantine-bench.ts';

const lab = 'C:\\Program Files\\Kaspersky Lab';
const kes = `${lab}\\KES`;

let pc: QuarantineBench;
beforeEach(() => {
  pc = quarantineBench();
  pc.write(`${kes}\\readme.txt`);
  pc.write(`${kes}\\sub\\a.dat`);
});
afterEach(() => pc.remove());

const survey = async (item: LeftoverItem = filesItem(kes)) => (await pc.fresh().survey([item]))[0];
const one = async (item: LeftoverItem = filesItem(kes)) => {
  const [record] = await pc.recorded([item]);
  if (record === undefined) throw new Error('no record');
  return record;
};
const take = async (item: LeftoverItem = filesItem(kes)) => {
  const [record] = await pc.take(item);
  if (record === undefined) throw new Error('no record');
  return record;
};

describe('files on Windows', () => {
  test('that a program has open stay, by name', async () => {
    pc.drives.busy.add(`${kes}\\sub\\a.dat`.toLowerCase());
    expect(await survey()).toEqual({
      kind: 'stays',
      parts: [{ path: `${kes}\\sub\\a.dat`, why: 'busy', detail: 'it is in use' }],
    });
  });

  test('that a program opens after the look stay where they are', async () => {
    const record = await one();
    pc.drives.busy.add(`${kes}\\sub\\a.dat`.toLowerCase());
    expect(await pc.fresh().setAside(record)).toMatchObject({ kind: 'left', why: 'refused-by-system' });
    pc.drives.busy.add(kes.toLowerCase());
    expect(await pc.fresh().setAside(record)).toMatchObject({ kind: 'left', why: 'busy' });
    expect(readFileSync(pc.local(`${kes}\\sub\\a.dat`), 'utf8')).toContain('a.dat');
  });

  test.each<[string, () => void]>([
    ['a file has other content', () => writeFileSync(pc.local(`${kes}\\sub\\a.dat`), 'something longer')],
    ['a file is new', () => pc.write(`${kes}\\sub\\b.dat`)],
    ['a file has other rights', () => pc.drives.give(`${kes}\\readme.txt`, { security: playedSecurity(7) })],
    ['a file has another named part', () => pc.drives.give(`${kes}\\readme.txt`, { streams: { x: 'y' } })],
    ['a file is hidden', () => pc.drives.give(`${kes}\\readme.txt`, { attributes: 0x22 })],
  ])('go back at once when %s by now', async (_what, change) => {
    const record = await one();
    change();
    expect(await pc.fresh().setAside(record)).toMatchObject({ kind: 'left', why: 'changed' });
    expect(readFileSync(pc.local(`${kes}\\readme.txt`), 'utf8')).toContain('readme');
  });

  test('are left when another folder has their name by now', async () => {
    const record = await one();
    renameSync(pc.local(kes), pc.local(`${lab}\\moved`));
    pc.write(`${kes}\\mine.txt`);
    expect(await pc.fresh().setAside(record)).toMatchObject({ kind: 'left', why: 'changed' });
  });

  test('are never come to through a link that somebody puts in the way', async () => {
    const record = await one();
    pc.write('C:\\Users\\Anna\\Documents\\KES\\mine.txt');
    renameSync(pc.local(lab), pc.local('C:\\Program Files\\away'));
    symlinkSync(pc.local('C:\\Users\\Anna\\Documents'), pc.local(lab));
    expect(await pc.fresh().setAside(record)).toMatchObject({ kind: 'left', why: 'link-in-path' });
    expect(await survey()).toMatchObject({ kind: 'stays', parts: [{ why: 'link-in-path' }] });
    expect(await pc.fresh().putBack(record)).toMatchObject({ kind: 'kept', why: 'link-in-path' });
    expect(readFileSync(pc.local('C:\\Users\\Anna\\Documents\\KES\\mine.txt'), 'utf8')).toContain('mine');
  });

  test('that are links go as links', async () => {
    pc.write('C:\\Users\\Anna\\mine.txt');
    pc.link(`${kes}\\link`, 'C:\\Users\\Anna');
    const born = pc.drives.state(kes);
    const record = await take();
    expect(readFileSync(pc.local('C:\\Users\\Anna\\mine.txt'), 'utf8')).toContain('mine');
    expect(await pc.fresh().putBack(record)).toEqual({ kind: 'restored' });
    expect(pc.drives.state(kes)).toEqual(born);
  });

  test('come back into folders that are made again as they were', async () => {
    pc.drives.give(lab, { security: playedSecurity(5), attributes: 0x12, created: 5n });
    const born = pc.drives.state(kes);
    const record = await take();
    rmSync(pc.local(lab), { recursive: true });
    expect(await pc.fresh().putBack(record)).toEqual({ kind: 'restored' });
    expect(pc.drives.state(kes)).toEqual(born);
    const again = pc.drives.state(lab).get(lab) ?? '';
    expect(again).toContain(playedSecurity(5).descriptor.toString('hex'));
    expect(again).toMatch(/^18 5 /);
  });

  test('are not put over anything, nor out of a quarantine that was altered', async () => {
    const record = await take();
    pc.write(kes, 'somebody made this');
    expect(await pc.fresh().putBack(record)).toMatchObject({ kind: 'kept', why: 'occupied' });
    rmSync(pc.local(kes));
    const kept = 'C:\\ProgramData\\removal-assistant\\alone\\quarantine\\0001\\kept';
    writeFileSync(pc.local(`${kept}\\readme.txt`), 'altered');
    expect(await pc.fresh().putBack(record)).toMatchObject({
      kind: 'kept',
      why: 'damaged',
      detail: 'readme.txt',
    });
    rmSync(pc.local(kept), { recursive: true });
    expect(await pc.fresh().putBack(record)).toMatchObject({ kind: 'kept', why: 'damaged' });
  });
});

describe('files on another volume', () => {
  const there = 'D:\\Program Files\\Kaspersky Lab\\KES';
  beforeEach(() => pc.write(`${there}\\a.dat`));

  test.each<[string, string, () => void]>([
    ['special-file', 'are compressed', () => pc.drives.give(`${there}\\a.dat`, { attributes: 0x820 })],
    ['sparse-file', 'have holes', () => pc.drives.give(`${there}\\a.dat`, { attributes: 0x220 })],
    ['special-file', 'have extended attributes', () => pc.drives.give(`${there}\\a.dat`, { extended: 8 })],
    ['special-file', 'are links', () => pc.link(`${there}\\link`, 'C:\\Users')],
    ['shared-file', 'have two names', () => linkSync(pc.local(`${there}\\a.dat`), pc.local('D:\\twin'))],
  ])('stay (%s) when they %s: a copy would not be the same', async (why, _what, make) => {
    make();
    expect(await survey(filesItem(there))).toMatchObject({ kind: 'stays', parts: [{ why }] });
  });

  test('are copied whole, the original goes, and what could not be kept is told', async () => {
    pc.drives.give(`${there}\\a.dat`, {
      attributes: 0x27,
      created: 7n,
      streams: { note: 'beside' },
      security: playedSecurity(9, false),
    });
    const born = pc.drives.state(there);
    const record = await one(filesItem(there));
    expect(await pc.fresh().setAside(record)).toMatchObject({ done: { gaps: ['audit-unknown'] } });
    expect(pc.drives.state('D:').has(there)).toBe(false);
    expect(await pc.fresh().putBack(record)).toEqual({ kind: 'restored' });
    expect(pc.drives.state(there)).toEqual(born);
  });

  test('change while they are copied: then the original stays', async () => {
    const record = await one(filesItem(there));
    let left = 3;
    pc.drives.spend = () => {
      left -= 1;
      if (left === 0) writeFileSync(pc.local(`${there}\\a.dat`), 'something longer than before');
    };
    expect(await pc.fresh().setAside(record)).toMatchObject({ kind: 'left', why: 'changed' });
    expect(readFileSync(pc.local(`${there}\\a.dat`), 'utf8')).toBe('something longer than before');
  });
});

describe('a folder that products share', () => {
  const shared = 'C:\\ProgramData\\Kaspersky Lab';
  beforeEach(() => pc.write(`${shared}\\x`));

  test('stays while something is in it, or when it is another one by now', async () => {
    const record = await one(folderItem(shared));
    expect(await pc.fresh().setAside(record)).toMatchObject({ kind: 'left', why: 'not-empty' });
    renameSync(pc.local(shared), pc.local('C:\\ProgramData\\other'));
    pc.write(`${shared}\\y`);
    expect(await pc.fresh().setAside(record)).toMatchObject({ kind: 'left', why: 'changed' });
  });

  test('is as good when somebody made it again, if it is the same for everybody', async () => {
    const record = await one(folderItem(shared));
    rmSync(pc.local(`${shared}\\x`));
    expect(await pc.fresh().setAside(record)).toMatchObject({ kind: 'set-aside' });
    pc.write(`${shared}\\new`);
    expect(await pc.fresh().putBack(record)).toEqual({ kind: 'restored' });
    pc.drives.give(shared, { security: playedSecurity(3) });
    expect(await pc.fresh().putBack(record)).toMatchObject({ kind: 'kept', why: 'occupied' });
  });
});
