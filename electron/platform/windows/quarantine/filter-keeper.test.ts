import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { list } from '../testing/played-hives.ts';
import type { QuarantineBench } from '../testing/quarantine-bench.ts';
import { classesKey, filterItem, quarantineBench, servicesKey } from '../testing/quarantine-bench.ts';

const [one, two] = ['klkbdflt.KES-21-9', 'klkbdflt2.KES-21-9'];
const fileOf = (name: string): string => `C:\\Windows\\System32\\drivers\\${name}.sys`;
const type = { name: 'Type', type: 4, data: Buffer.from([1, 0, 0, 0]) };
const className = (text: string) => ({ name: 'Class', type: 1, data: Buffer.from(`${text}\0`, 'utf16le') });

let pc: QuarantineBench;
beforeEach(() => {
  pc = quarantineBench();
  for (const name of [one, two]) {
    pc.hives.make(`${servicesKey}\\${name}`).values.push(type);
    pc.write(fileOf(name));
  }
  pc.hives
    .make(`${classesKey}\\{kbd}`)
    .values.push(className('Keyboard'), list('UpperFilters', 'SynTP', one, two, 'kbdclass'));
});
afterEach(() => pc.remove());

const upper = (key = '{kbd}') =>
  pc.hives.find(`${classesKey}\\${key}`)?.values.find(({ name }) => name === 'UpperFilters');
const items = [filterItem('Keyboard', 'upper', one), filterItem('Keyboard', 'upper', two)];

describe('names in the lists of device filters', () => {
  test('go one by one, and come back into their places in any order', async () => {
    const before = upper();
    const [first, second] = await pc.take(...items);
    expect(upper()).toEqual(list('UpperFilters', 'SynTP', 'kbdclass'));
    expect(await pc.fresh().putBack(first!)).toEqual({ kind: 'restored' });
    expect(upper()).toEqual(list('UpperFilters', 'SynTP', one, 'kbdclass'));
    expect(await pc.fresh().putBack(second!)).toEqual({ kind: 'restored' });
    expect(upper()).toEqual(before);
    expect(await pc.fresh().putBack(second!)).toEqual({ kind: 'restored' });
  });

  test('are the only thing that goes: a list of nothing else goes with them, as it was written it comes back', async () => {
    const single = { name: 'UpperFilters', type: 1, data: Buffer.from(one, 'utf16le') };
    pc.hives.make(`${classesKey}\\{kbd}`).values = [className('Keyboard'), single];
    const [record] = await pc.take(filterItem('Keyboard', 'upper', one));
    expect(upper()).toBeUndefined();
    expect(await pc.fresh().putBack(record!)).toEqual({ kind: 'restored' });
    expect(upper()).toEqual(single);
  });

  test('go out of every class of that name', async () => {
    pc.hives
      .make(`${classesKey}\\{other}`)
      .values.push(className('Keyboard'), list('UpperFilters', one, 'x'));
    const [record] = await pc.take(filterItem('Keyboard', 'upper', one));
    expect(upper('{other}')).toEqual(list('UpperFilters', 'x'));
    expect(await pc.fresh().putBack(record!)).toEqual({ kind: 'restored' });
    expect(upper('{other}')).toEqual(list('UpperFilters', one, 'x'));
  });

  test.each<[string, string, () => void]>([
    ['driver-gone', 'its service is gone', () => pc.hives.remove(`${servicesKey}\\${one}`)],
    ['driver-gone', 'its file is gone', () => rmSync(pc.local(fileOf(one)))],
    [
      'driver-gone',
      'its entry is one of settings alone',
      () => {
        pc.hives.make(`${servicesKey}\\${one}`).values = [];
      },
    ],
    [
      'list-changed',
      'somebody changed the list',
      () => {
        pc.hives.make(`${classesKey}\\{kbd}`).values = [list('UpperFilters', 'SynTP', 'new', 'kbdclass')];
      },
    ],
  ])('stay out (%s) when %s', async (why, _what, change) => {
    const [record] = await pc.take(...items);
    change();
    const before = pc.hives.state(classesKey);
    expect(await pc.fresh().putBack(record!)).toEqual({ kind: 'kept', why });
    expect(pc.hives.state(classesKey)).toEqual(before);
  });

  test('stay when a list of another class cannot be read', async () => {
    pc.hives
      .make(`${classesKey}\\{odd}`)
      .values.push({ name: 'LowerFilters', type: 4, data: Buffer.alloc(4) });
    expect(await pc.fresh().survey(items)).toMatchObject([
      { kind: 'stays', parts: [{ why: 'filters-unknown' }] },
      { kind: 'stays' },
    ]);
  });
});
