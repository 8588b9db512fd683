import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { leaveEverything } from '../testing/left-everything.ts';
import type { QuarantineBench } from '../testing/quarantine-bench.ts';
import {
  branchItem,
  productKey,
  quarantineBench,
  serviceItem,
  servicesKey,
} from '../testing/quarantine-bench.ts';

let pc: QuarantineBench;
beforeEach(() => {
  pc = quarantineBench();
  leaveEverything(pc);
});
afterEach(() => pc.remove());

const text = (name: string, content: string) => ({
  name,
  type: 1,
  data: Buffer.from(`${content}\0`, 'utf16le'),
});
const link = { name: 'SymbolicLinkValue', type: 6, data: Buffer.from('\\Registry\\Machine\\SAM', 'utf16le') };

describe('a branch of the registry', () => {
  test.each<[string, string, (bench: QuarantineBench) => void]>([
    [
      'link-in-path',
      'a key in it is a link',
      (bench) => bench.hives.make(`${productKey}\\x`).values.push(link),
    ],
    [
      'link-in-path',
      'a key on the way to it is one',
      (bench) => bench.hives.make('HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab').values.push(link),
    ],
    [
      'special-file',
      'Windows forgets a key of it by itself',
      (bench) => {
        bench.hives.make(`${productKey}\\x`).isVolatile = true;
      },
    ],
  ])('stays (%s) when %s', async (why, _what, make) => {
    make(pc);
    const before = pc.hives.state();
    expect(await pc.fresh().survey([branchItem()])).toMatchObject([{ kind: 'stays', parts: [{ why }] }]);
    expect(pc.hives.state()).toEqual(before);
  });

  test('is never one that is protected, nor one of a person who is not signed in taken for gone', async () => {
    const surveys = await pc
      .fresh()
      .survey([
        branchItem('HKLM\\SOFTWARE\\Microsoft\\Windows'),
        branchItem('HKU\\S-1-5-21-9\\SOFTWARE\\KasperskyLab\\KES'),
        branchItem(productKey.replace('KES', 'Gone')),
      ]);
    expect(surveys).toMatchObject([
      { parts: [{ why: 'protected' }] },
      { parts: [{ why: 'could-not-look' }] },
      { kind: 'gone' },
    ]);
  });

  test('stays whole when something of it changed after the look', async () => {
    const [record] = await pc.recorded([branchItem()]);
    pc.hives.make(`${productKey}\\environment\\Ключ`).values.push(text('new', 'x'));
    const before = pc.hives.state();
    expect(await pc.fresh().setAside(record!)).toMatchObject({ kind: 'left', why: 'changed' });
    expect(pc.hives.state()).toEqual(before);
  });

  test('is filled up again around what somebody changes while it goes', async () => {
    const [record] = await pc.recorded([branchItem()]);
    let isChanged = false;
    pc.hives.spend = () => {
      if (!isChanged) pc.hives.make(productKey).values.push(text('new', 'x'));
      isChanged = true;
    };
    const before = pc.hives.state(`${productKey}\\environment`);
    expect(await pc.fresh().setAside(record!)).toMatchObject({ kind: 'left', why: 'changed' });
    expect(pc.hives.state(`${productKey}\\environment`)).toEqual(before);
    expect(pc.hives.find(productKey)?.values.map(({ name }) => name)).toEqual(['', 'Odd', 'None', 'new']);
  });

  test('comes back into keys that are made again, and never over what came meanwhile', async () => {
    const before = pc.hives.state(productKey);
    const [record] = await pc.take(branchItem());
    pc.hives.make(`${productKey}\\environment`).values.push(text('ProductName', 'newer'));
    expect(await pc.fresh().putBack(record!)).toEqual({
      kind: 'kept',
      why: 'occupied',
      detail: `${productKey}\\environment`,
    });
    expect(pc.hives.find(productKey)?.values).toEqual([]);
    pc.hives.remove('HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab');
    expect(await pc.fresh().putBack(record!)).toEqual({ kind: 'restored' });
    expect(pc.hives.state(productKey)).toEqual(before);
  });
});

describe('the entry of a service', () => {
  const avp = 'AVP.KES.21.9';
  const driver = 'klkbdflt.KES-21-9';

  test('stays while the service works, or when nobody tells whether it does', async () => {
    const [record] = await pc.recorded([serviceItem(avp)]);
    const state = pc.states.get(avp);
    if (state !== undefined) pc.states.set(avp, { ...state, state: 4 });
    expect(await pc.fresh().setAside(record!)).toMatchObject({ kind: 'left', why: 'busy' });
    expect(await pc.fresh().survey([serviceItem(avp)])).toMatchObject([{ parts: [{ why: 'busy' }] }]);
    pc.machine.api.serviceStates = () => ({ kind: 'failed', why: 'no answer' });
    expect(await pc.fresh().setAside(record!)).toMatchObject({ kind: 'left', why: 'could-not-look' });
    expect(pc.hives.find(`${servicesKey}\\${avp}`)).toBeDefined();
  });

  test('stays while a device still names the driver, and when the lists of one class cannot be read', async () => {
    const [record] = await pc.recorded([serviceItem(driver)]);
    expect(await pc.fresh().setAside(record!)).toMatchObject({
      kind: 'left',
      why: 'filter-listed',
      detail: 'Keyboard, upper',
    });
    const classes = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class';
    pc.hives.make(`${classes}\\{kbd}`).values = [];
    pc.hives.make(`${classes}\\{odd}`).values.push({ name: 'LowerFilters', type: 4, data: Buffer.alloc(4) });
    expect(await pc.fresh().setAside(record!)).toMatchObject({ kind: 'left', why: 'filters-unknown' });
    expect(pc.hives.find(`${servicesKey}\\${driver}`)).toBeDefined();
  });

  test('does not come back before the service manager has let go of it', async () => {
    const [record] = await pc.take(serviceItem(avp));
    expect([pc.states.has(avp), pc.hives.find(`${servicesKey}\\${avp}`)]).toEqual([false, undefined]);
    pc.states.set(avp, { name: avp, displayName: '', type: 16, state: 1, pid: 0 });
    expect(await pc.fresh().putBack(record!)).toMatchObject({ kind: 'kept', why: 'refused-by-system' });
    pc.states.delete(avp);
    expect(await pc.fresh().putBack(record!)).toEqual({ kind: 'restored' });
  });
});
