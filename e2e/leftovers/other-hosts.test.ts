import { expect, test } from 'vitest';
import { catalogue } from '../../electron/core/catalogue/index.ts';
import { comparablePath } from '../../electron/core/catalogue/paths.ts';
import { detect } from '../../electron/core/engine/detect.ts';
import { planLeftovers } from '../../electron/core/engine/leftovers.ts';
import type { LeftoverItem } from '../../electron/core/model/leftover.ts';
import { okReading } from '../../electron/core/model/reading.ts';
import type { Snapshot } from '../../electron/core/model/snapshot.ts';
import { snapshotSchemaName } from '../../electron/core/model/snapshot.ts';
import type { Dice } from '../corpus/dice.ts';
import { diceOf } from '../corpus/dice.ts';
import { macLeftoverHost } from './mac-host.ts';
import type { TableHost } from './windows-host.ts';
import { windowsLeftoverHost } from './windows-host.ts';

const hosts = process.env['RA_FULL'] === undefined ? 300 : 3_000;

const snapshotOf = ({ os, rows }: TableHost): Snapshot => ({
  schema: snapshotSchemaName,
  takenAt: '2026-11-26T10:00:00.000Z',
  host: { os, version: '1', arch: 'x64', elevated: true, name: 'PC' },
  readings: Object.fromEntries(
    Object.entries(rows).map(([table, some]) => [table, okReading<unknown>(some)]),
  ),
});

/** Everything that would go with an item, by the names that the computer's tables use. */
const goesWith = (item: LeftoverItem, { rows }: TableHost): readonly string[] => {
  switch (item.kind) {
    case 'files': {
      const top = comparablePath(item.path);
      const isIn = (path: string): boolean =>
        comparablePath(path) === top || comparablePath(path).startsWith(`${top}/`);
      return (rows.files ?? []).flatMap(({ path = '' }) => (isIn(path) ? [path] : []));
    }
    case 'empty-folder':
      return [];
    case 'class-filter':
      return [`filter ${item.entry}`];
    case 'service':
    case 'group':
      return [item.name];
    case 'registry-branch':
    case 'empty-key':
      return [item.key];
  }
};

test.each<[string, (dice: Dice) => TableHost]>([
  ['Windows PCs', windowsLeftoverHost],
  ['Macs', macLeftoverHost],
])(
  `on ${String(hosts)} generated %s nothing innocent is planned, and nearly every leftover is`,
  (_name, make) => {
    let [planted, planned] = [0, 0];
    const missed = new Map<string, number>();
    for (let seed = 1; seed <= hosts; seed++) {
      const host = make(diceOf(seed));
      expect(host.decoys.length).toBeGreaterThanOrEqual(40);
      const snapshot = snapshotOf(host);
      const findings = detect(catalogue, snapshot);
      const { items } = planLeftovers({
        catalogue,
        snapshot,
        findings,
        accepted: [],
        own: [],
        stays: new Map(),
      });
      const going = new Set(items.flatMap((item) => goesWith(item, host)));
      const innocents = new Set(host.decoys);
      expect(
        [...going].filter((what) => innocents.has(what)),
        `computer ${String(seed)}`,
      ).toEqual([]);
      planted += host.truth.size;
      for (const what of host.truth)
        if (going.has(what)) planned += 1;
        else missed.set(what, (missed.get(what) ?? 0) + 1);
    }
    const worst = [...missed].toSorted((a, b) => b[1] - a[1]).slice(0, 10);
    expect(planted).toBeGreaterThan(hosts);
    expect(planned / planted, `not planned: ${JSON.stringify(worst)}`).toBeGreaterThanOrEqual(0.98);
  },
);
