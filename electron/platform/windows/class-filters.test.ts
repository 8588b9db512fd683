import { describe, expect, it } from 'vitest';
import { found } from '../../core/testing/windows-hosts.ts';
import { classFiltersProbe, deviceClassesKey } from './class-filters.ts';
import { recordedRegistry, recording, troubled } from './testing/recorded-registry.ts';
import { stagedMachine } from './testing/staged-machine.ts';

const registry = recordedRegistry(recording('fixtures/registry/made-class-filters.reg', import.meta.url));
const read = (from = registry) =>
  classFiltersProbe(stagedMachine('/', { registry: from })).read({ roots: [], exactPaths: [] });

describe('filters of device classes', () => {
  it('are told of every class that has some, in their order, by the name of the class', async () => {
    const reading = await read();
    expect(reading).toEqual({
      kind: 'ok',
      rows: [
        { class: 'Keyboard', which: 'upper', entries: ['klkbdflt.K4W-21-25', 'kbdclass'] },
        { class: 'Mouse', which: 'upper', entries: ['klmouflt.K4W-21-25', 'mouclass'] },
        { class: 'Volume', which: 'upper', entries: ['volsnap'] },
        { class: 'Volume', which: 'lower', entries: ['fvevol', 'iorate', 'rdyboost'] },
        { class: 'DiskDrive', which: 'upper', entries: ['partmgr', 'klbackupdisk.K4W-21-25'] },
        { class: 'DiskDrive', which: 'lower', entries: ['EhStorClass'] },
        { class: '{11111111-2222-3333-4444-555555555555}', which: 'upper', entries: ['one_word'] },
      ],
    });
    expect(found({ classFilters: reading.kind === 'ok' ? reading.rows : [] })).toEqual([
      'consumer-unknown leftovers',
    ]);
  });

  it('of a closed class are a gap beside the others', async () => {
    const keyboard = `${deviceClassesKey}\\{4d36e96b-e325-11ce-bfc1-08002be10318}`;
    const reading = await read(troubled(registry, [keyboard]));
    expect(reading).toMatchObject({ gaps: [{ source: keyboard, kind: 'denied' }] });
    expect(reading.kind === 'ok' && reading.rows.map((row) => row.class)).toContain('Mouse');
  });

  it('that are no list of names are a gap', async () => {
    const broken = recordedRegistry(
      `[HKEY_LOCAL_MACHINE${deviceClassesKey.slice(4)}\\{1}]\n"UpperFilters"=dword:00000001\n"LowerFilters"="a"`,
    );
    expect(await read(broken)).toMatchObject({
      kind: 'ok',
      rows: [{ class: '{1}', which: 'lower', entries: ['a'] }],
      gaps: [{ source: `${deviceClassesKey}\\{1}`, kind: 'failed' }],
    });
  });

  it('cannot be told without the list of classes, which every Windows has', async () => {
    expect(await read(recordedRegistry(''))).toMatchObject({ kind: 'failed' });
    expect(await read(troubled(registry, [deviceClassesKey]))).toMatchObject({ kind: 'denied' });
  });
});
