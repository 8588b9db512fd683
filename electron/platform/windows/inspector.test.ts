import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogue } from '../../core/catalogue/index.ts';
import { interestOf, takeSnapshot } from '../../core/engine/scan.ts';
import { requiredTables } from '../../core/model/tables.ts';
import { systemClock } from '../shared/clock.ts';
import { inspectorOf, windowsInspector } from './index.ts';
import { onceALook, readOnce } from './one-look.ts';
import { recordedRegistry } from './testing/recorded-registry.ts';
import { smallWindows } from './testing/small-windows.ts';
import { stagedMachine, stagedRoot } from './testing/staged-machine.ts';

let root: string;
beforeEach(() => (root = stagedRoot()));
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the look at a Windows', () => {
  it('opens one machine for all probes, and another one for the next look', async () => {
    const registry = recordedRegistry(smallWindows());
    let opened = 0;
    let lists = 0;
    const open = () => {
      opened += 1;
      return stagedMachine(root, {
        registry: {
          read: (path, view) => {
            if (path.endsWith('\\ProfileList')) lists += 1;
            return registry.read(path, view);
          },
        },
      });
    };
    const { probes } = inspectorOf(open);
    expect(opened).toBe(0);
    const people = probes.filter(({ table }) => ['files', 'browserExtensions'].includes(table));
    const [first, second] = [interestOf(catalogue, 'windows'), interestOf(catalogue, 'windows')];
    for (const probe of people) await probe.read(first);
    expect(opened).toBe(1);
    expect(lists).toBe(1);
    for (const probe of people) await probe.read(second);
    expect(opened).toBe(2);
    expect(lists).toBe(2);
  });

  it('makes what is needed once a look only once', () => {
    let made = 0;
    const count = onceALook(() => (made += 1));
    const [one, other] = [stagedMachine(root), stagedMachine(root)];
    expect([count(one), count(one), count(other), count(one)]).toEqual([1, 1, 2, 1]);
  });

  it('reads each key once a view, whatever the case of its name', async () => {
    const asked: string[] = [];
    const registry = readOnce({
      read: (path, view) => {
        asked.push(`${view} ${path}`);
        return Promise.resolve({ kind: 'missing' });
      },
    });
    await Promise.all([registry.read('HKLM\\A', '64'), registry.read('hklm\\a', '64')]);
    await registry.read('HKLM\\A', '32');
    expect(asked).toEqual(['64 HKLM\\A', '32 HKLM\\A']);
  });

  it('has a probe for every table that no clean verdict does without', () => {
    const tables = windowsInspector.probes.map(({ table }) => table);
    expect(tables).toEqual(expect.arrayContaining([...requiredTables('windows')]));
    expect(new Set(tables).size).toBe(tables.length);
  });

  it.skipIf(process.platform === 'win32')(
    'elsewhere could not be taken, and says so in every table',
    async () => {
      const taken = await takeSnapshot(
        {
          inspector: windowsInspector,
          clock: systemClock,
          cancellation: { aborted: false },
          onProgress: () => undefined,
        },
        catalogue,
      );
      expect(taken.ok).toBe(true);
      const readings = taken.ok ? Object.values(taken.value.readings) : [];
      expect(readings.length).toBe(windowsInspector.probes.length);
      for (const reading of readings) expect(reading.kind).not.toBe('not-applicable');
      expect(
        taken.ok ? requiredTables('windows').map((table) => taken.value.readings[table]?.kind) : [],
      ).toEqual(requiredTables('windows').map(() => 'failed'));
    },
  );
});
