import { describe, expect, test } from 'vitest';
import { debianSnapshot, managedRows } from '../testing/hosts.ts';
import { parseReport } from './report.ts';
import { parseSnapshot } from './snapshot.ts';
import { requiredTables } from './tables.ts';

/** A snapshot as loose JSON, so that a test can break it in any place. */
interface Loose {
  schema: unknown;
  takenAt: unknown;
  host?: { os: string };
  readings: Record<string, { kind?: string; rows?: Record<string, unknown>[] }>;
}

const file = (change: (snapshot: Loose) => void): unknown => {
  const snapshot = JSON.parse(JSON.stringify(debianSnapshot(managedRows))) as Loose;
  change(snapshot);
  return snapshot;
};

describe('a snapshot from a file', () => {
  test('is taken as it is when it keeps to the schema', () => {
    const parsed = parseSnapshot(file(() => {}));
    expect(parsed).toEqual({ ok: true, value: { snapshot: debianSnapshot(managedRows), ignored: [] } });
  });

  test('may hold tables and columns of a later version: they are ignored, and named', () => {
    const parsed = parseSnapshot(
      file((snapshot) => {
        snapshot.readings['dreams'] = { kind: 'ok', rows: [] };
        snapshot.readings['packages']!.rows![0]!['colour'] = 'blue';
      }),
    );
    expect(parsed).toMatchObject({
      ok: true,
      value: { ignored: ['readings.packages.colour', 'readings.dreams'] },
    });
  });

  test.each([
    [
      'a wrong type',
      (s: Loose) => (s.readings['packages']!.rows![1]!['name'] = 7),
      'bad-snapshot',
      'readings.packages.rows[1].name',
    ],
    [
      'an unknown kind',
      (s: Loose) => (s.readings['packages'] = { kind: 'maybe' }),
      'bad-snapshot',
      'readings.packages.kind',
    ],
    [
      'a row without a column',
      (s: Loose) => (s.readings['units'] = { kind: 'ok', rows: [{}] }),
      'bad-snapshot',
      'readings.units.rows[0]',
    ],
    ['no host', (s: Loose) => delete s.host, 'bad-snapshot', 'host'],
    ['another system', (s: Loose) => (s.host!.os = 'beos'), 'bad-snapshot', 'host.os'],
    ['no date', (s: Loose) => (s.takenAt = 'yesterday'), 'bad-snapshot', 'takenAt'],
  ])('with %s is refused at the very place', (_, change, code, path) => {
    expect(parseSnapshot(file(change))).toMatchObject({ ok: false, problem: { code, values: { path } } });
  });

  test('of a newer version, of another kind, or no file of ours at all is told apart', () => {
    const withSchema = (schema: unknown) => parseSnapshot(file((s) => (s.schema = schema)));
    expect(withSchema('removal-assistant/snapshot/2')).toMatchObject({ problem: { code: 'newer-schema' } });
    expect(withSchema('removal-assistant/report/1')).toMatchObject({ problem: { code: 'wrong-schema' } });
    for (const other of [null, [], 'text', 7, {}])
      expect(parseSnapshot(other)).toMatchObject({ problem: { code: 'wrong-schema' } });
    expect(parseReport({ schema: 'removal-assistant/report/1' })).toMatchObject({
      problem: { code: 'bad-report' },
    });
  });
});

test('each system has its required places', () => {
  expect(requiredTables('linux')).toEqual(['processes', 'files', 'packages', 'units']);
  expect(requiredTables('windows')).toContain('programs');
  expect(requiredTables('macos')).toContain('systemExtensions');
});
