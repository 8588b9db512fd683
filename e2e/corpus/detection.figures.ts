import { performance } from 'node:perf_hooks';
import { test } from 'vitest';
import { catalogue } from '../../electron/core/catalogue/index.ts';
import { detect } from '../../electron/core/engine/detect.ts';
import { tableNames } from '../../electron/core/model/tables.ts';
import { diceOf } from './dice.ts';
import type { Rows } from './host.ts';
import { mergeRows, snapshotOf } from './host.ts';
import { windowsAround } from './innocents.ts';
import { hosts } from './machines.ts';
import { kesBuilds, kesInstall } from './windows-business.ts';

/** Figures, never assertions: how the time of a detection grows with the rows and with the catalogue. */

const rowsOf = (count: number): Rows => {
  const dice = diceOf(count);
  let rows = mergeRows(kesInstall(dice, kesBuilds[5]!).rows);
  const size = (): number => Object.values(rows).reduce((sum, some) => sum + some.length, 0);
  while (size() < count) {
    const more = Array.from({ length: Math.max(1, Math.min(400, Math.floor((count - size()) / 90))) }, () =>
      windowsAround(dice, 30),
    );
    rows = mergeRows(rows, ...more);
  }
  return rows;
};

const median = (runs: number, work: () => void): number => {
  const spent = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  return spent[Math.floor(runs / 2)] ?? 0;
};

test('figures of detection', () => {
  const lines: string[] = [];
  for (const count of [1000, 10_000, 100_000]) {
    const snapshot = snapshotOf(hosts.windows(diceOf(1)), rowsOf(count));
    const half = { ...catalogue, products: catalogue.products.filter((_, at) => at % 2 === 0) };
    const whole = median(7, () => void detect(catalogue, snapshot));
    lines.push(
      `${count} rows: ${whole.toFixed(1)} ms; half the catalogue ${median(5, () => void detect(half, snapshot)).toFixed(1)} ms`,
    );
    if (count < 100_000) continue;
    for (const table of tableNames) {
      const reading = snapshot.readings[table];
      if (reading?.kind !== 'ok' || reading.rows.length === 0) continue;
      const alone = { ...snapshot, readings: { [table]: reading } };
      lines.push(
        `  ${table}, ${reading.rows.length} rows: ${median(3, () => void detect(catalogue, alone)).toFixed(1)} ms`,
      );
    }
  }
  console.log(lines.join('\n'));
}, 60_000);
