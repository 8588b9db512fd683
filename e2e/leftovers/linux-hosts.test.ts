import { describe, expect, test } from 'vitest';
import { catalogue } from '../../electron/core/catalogue/index.ts';
import { detect } from '../../electron/core/engine/detect.ts';
import { interestOf } from '../../electron/core/engine/scan.ts';
import { setLeftoversAside } from '../../electron/core/engine/set-aside.ts';

import { whatOf } from '../../electron/core/model/leftover.ts';
import { ok } from '../../electron/core/model/result.ts';
import type { Quarantine } from '../../electron/core/ports.ts';
import { snapshotSchemaName } from '../../electron/core/model/snapshot.ts';
import type { Snapshot } from '../../electron/core/model/snapshot.ts';
import { okReading } from '../../electron/core/model/reading.ts';
import { diceOf } from '../corpus/dice.ts';
import type { LeftoverHost } from './linux-host.ts';
import { leftoverHost } from './linux-host.ts';

const hosts = process.env['RA_FULL'] === undefined ? 1_000 : 10_000;

/** Takes out of the model what it is told to take, and says before what a real one says. */
const modelQuarantine = ({ tree, parts, accounts }: LeftoverHost, groups: Set<string>): Quarantine => ({
  survey: async (items) =>
    items.map((item) => {
      if (item.kind === 'group') return { kind: 'ready', entries: [] };
      if (item.kind !== 'files' && item.kind !== 'empty-folder') throw new Error(item.kind);
      const entries = tree.below(item.path);
      if (entries.length === 0) return { kind: 'gone' };
      if (item.kind === 'empty-folder') return { kind: 'ready', entries: [item.path] };
      const own = parts.filter(({ path }) => entries.includes(path));
      return own.length > 0 ? { kind: 'stays', parts: own } : { kind: 'ready', entries };
    }),
  record: async (number, item) => ok({ number, item, sha256: 'x' }),
  setAside: async ({ item }) => {
    if (item.kind === 'group') groups.add(item.name);
    else if (item.kind === 'empty-folder') {
      if (tree.below(item.path).length > 1) return { kind: 'left', why: 'not-empty' };
      tree.remove(item.path);
    } else if (item.kind === 'files') tree.remove(item.path);
    return { kind: 'set-aside', done: { what: whatOf(item), kind: item.kind } };
  },
  settle: async () => ({ kind: 'left', why: 'cancelled' }),
  check: async () => ok(true),
  putBack: async () => ({ kind: 'restored' }),
  finish: async () => void accounts.length,
});

const removeLeftovers = async (host: LeftoverHost): Promise<Set<string>> => {
  const { tree, packages, units, processes, accounts } = host;
  const files = tree.rows(interestOf(catalogue, 'linux'));
  const snapshot: Snapshot = {
    schema: snapshotSchemaName,
    takenAt: '2026-11-26T10:00:00.000Z',
    host: { os: 'linux', version: 'Debian', arch: 'x64', elevated: true, name: 'pc' },
    readings: {
      files: okReading(files),
      packages: okReading(packages),
      units: okReading(units),
      processes: okReading(processes),
      accounts: okReading(accounts),
    },
  };
  for (const path of host.late) tree.file(path, 'of today');
  const groups = new Set<string>();
  await setLeftoversAside(
    {
      quarantine: modelQuarantine(host, groups),
      clock: { now: () => '2026-11-26T10:00:00.000Z' },
      cancellation: { aborted: false },
      onLeftover: () => undefined,
    },
    { append: async () => ok(true), close: async () => undefined },
    {
      catalogue,
      snapshot,
      findings: detect(catalogue, snapshot),
      accepted: host.accepted,
      own: ['/var/lib/removal-assistant'],
      stays: new Map(),
    },
    0,
  );
  return groups;
};

describe('on generated Linux computers', () => {
  test(`${String(hosts)} of them: nothing innocent is touched, and nearly every leftover goes`, async () => {
    let [planted, taken] = [0, 0];
    const missed = new Map<string, number>();
    for (let seed = 1; seed <= hosts; seed++) {
      const host = leftoverHost(diceOf(seed));
      expect(host.decoys, `computer ${String(seed)}`).toBeGreaterThanOrEqual(40);
      const before = new Set(host.tree.nodes.keys());
      const groups = await removeLeftovers(host);
      const gone = [...[...before].filter((path) => !host.tree.nodes.has(path)), ...groups];
      const wrong = gone.filter((path) => !host.truth.has(path));
      expect(wrong, `computer ${String(seed)}: taken although it is somebody’s`).toEqual([]);
      for (const path of host.late) expect(host.tree.nodes.has(path), path).toBe(true);
      planted += host.truth.size;
      taken += gone.length;
      for (const path of host.truth)
        if (host.tree.nodes.has(path) || (!path.startsWith('/') && !groups.has(path)))
          missed.set(path.replace(/\d+/g, ''), (missed.get(path.replace(/\d+/g, '')) ?? 0) + 1);
    }
    const worst = [...missed].toSorted((a, b) => b[1] - a[1]).slice(0, 12);
    expect(planted).toBeGreaterThan(hosts * 5);
    expect(taken / planted, `left: ${JSON.stringify(worst)}`).toBeGreaterThanOrEqual(0.98);
  }, 900_000);
});

/** What a rule by names alone, as known removers have it, would take on the same computers. */
test('the same computers would be harmed by a rule that goes by names', () => {
  let harmed = 0;
  for (let seed = 1; seed <= 100; seed++) {
    const { tree, truth } = leftoverHost(diceOf(seed));
    const byName = [...tree.nodes.keys()].filter((path) =>
      /kaspersky|kesl|klnagent/i.test(path.split('/').at(-1) ?? ''),
    );
    if (byName.some((path) => !truth.has(path))) harmed += 1;
  }
  expect(harmed).toBe(100);
});
