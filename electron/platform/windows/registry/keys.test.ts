import { describe, expect, it } from 'vitest';
import { keyReader, readingOf } from './keys.ts';
import { recordedRegistry, troubled } from '../testing/recorded-registry.ts';

const top = 'HKLM\\SYSTEM\\Top';
const registry = recordedRegistry(
  ['One', 'Two', 'Three'].map((name) => `[HKEY_LOCAL_MACHINE\\SYSTEM\\Top\\${name}]`).join('\n'),
);

describe('a reader of keys', () => {
  it('tells a missing key by a gap only where every Windows has it', async () => {
    const reader = keyReader(registry);
    expect(await reader.optional('HKLM\\SYSTEM\\Nothing')).toBeUndefined();
    expect(reader.gaps).toEqual([]);
    expect(await reader.required('HKLM\\SYSTEM\\Nothing')).toBeUndefined();
    expect(reader.gaps).toMatchObject([{ source: 'HKLM\\SYSTEM\\Nothing', kind: 'failed' }]);
  });

  it('goes on past a closed key, and says which one it was', async () => {
    const reader = keyReader(troubled(registry, [`${top}\\Two`]));
    const found = await reader.below(top, { wanted: (name) => name !== 'Three' });
    expect(found.map(({ path }) => path)).toEqual([`${top}\\One`]);
    expect(reader.gaps).toMatchObject([{ source: `${top}\\Two`, kind: 'denied' }]);
  });
});

describe('a reading', () => {
  const gap = { source: top, kind: 'denied' as const, why: 'closed' };

  it('without any row is what its first gap says', () => {
    expect(readingOf([], [gap])).toEqual({ kind: 'denied', why: 'closed' });
    expect(readingOf([], [])).toEqual({ kind: 'ok', rows: [] });
    expect(readingOf([1], [gap])).toEqual({ kind: 'ok', rows: [1], gaps: [gap] });
  });
});
