import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAssets } from '../../electron/core/map/assets.ts';
import { directives } from '../../electron/core/map/directives.ts';
import { createFold } from '../../electron/core/map/fold.ts';
import type { FleetMap } from '../../electron/core/model/map.ts';
import { readReportFolder } from '../../electron/platform/shared/report-folder.ts';
import { isFull } from '../full-size.ts';
import { fleetNow, fleetStart, writeFleet } from './fleet.ts';
import type { Counted, Planted } from './fleet.ts';

/** How many computers, and how many lines of evidence a report has. The largest has 100,000 reports. */
const fleets: readonly (readonly [number, number])[] = isFull
  ? [
      [10_000, 18],
      [72_000, 6],
    ]
  : [[400, 18]];

/** A fleet with everything that goes wrong in one, and the count of the one who made it. */
describe.each(fleets)('the map of %i made-up computers', (computers, rows) => {
  let folder: string;
  let planted: Planted;
  let map: FleetMap;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'removal-assistant-fleet-'));
    planted = writeFleet(folder, computers, 17, rows);
    const assets = parseAssets(planted.assets, 'assets.csv');
    if (!assets.ok) throw new Error(assets.problem.code);
    const fold = createFold();
    await readReportFolder(folder, fold, { cancellation: { aborted: false } });
    map = fold.finish({
      folder,
      now: fleetNow,
      tool: { name: 'test', version: '1' },
      assets: assets.value,
      directive: { ...directives[0]!, start: fleetStart },
    });
  }, 900_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }), 300_000);

  test('says of every single computer what its maker says', () => {
    expect(byLabel(map)).toEqual(planted.computers);
  });

  test('counts what was planted', () => {
    const { source, skipped } = map;
    expect(source.copies).toBe(planted.copies);
    expect(source.reports).toBe(planted.reports);
    expect(source.superseded).toBe(planted.superseded);
    expect(source.otherFiles).toBe(planted.otherFiles);
    expect(skipped.reasons).toEqual(planted.skipped);
    expect(map.altered).toHaveLength(planted.altered);
    expect(map.future).toHaveLength(planted.future);
    const pairs = (some: readonly (readonly string[])[]): string[] =>
      some.map((each) => each.join(' ')).toSorted();
    expect(pairs(map.clones.map((each) => each.computers))).toEqual(pairs(planted.clones));
    const conflicts = map.conflicts.map(({ kind, label }) => `${label} ${kind}`).toSorted();
    expect(conflicts).toEqual(planted.conflicts.map(({ kind, label }) => `${label} ${kind}`).toSorted());
  });

  test('adds up: totals, sites and phases of the clock', () => {
    const all = [...planted.computers.values()];
    const tally = (states: readonly string[]): number =>
      all.filter(({ state }) => states.includes(state)).length;
    expect(map.totals.computers).toBe(all.length);
    for (const [state, n] of Object.entries(map.totals.states))
      expect([state, n]).toEqual([state, tally([state])]);
    expect(map.sites.reduce((sum, site) => sum + site.computers, 0)).toBe(all.length);
    const [identify, , begin] = map.directive?.phases ?? [];
    expect(identify).toMatchObject({ state: 'late', daysLeft: -15 });
    expect(identify?.open).toBe(all.filter(({ coverage }) => coverage !== 'looked').length);
    expect(begin?.open).toBe(tally(['present']));
    expect(begin?.done).toBe(tally(['in-work', 'restart-needed', 'removed']));
  });
});

/** As the maker writes it down. Two computers with one tag are told apart by their names. */
const byLabel = (map: FleetMap): Map<string, Counted> =>
  new Map(
    map.computers.map((computer) => {
      const twin = /^twin-(\d)-/.exec(computer.name ?? '');
      return [
        twin === null ? computer.label : `${computer.label}#${twin[1]}`,
        {
          state: computer.state,
          coverage: computer.coverage,
          site: computer.site,
          reports: computer.reports,
          products: computer.products.map(({ productId, status }) => `${productId} ${status}`).toSorted(),
          marks: computer.marks.toSorted(),
        },
      ];
    }),
  );
