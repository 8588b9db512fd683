import { expect, test } from 'vitest';
import { catalogue } from '../../electron/core/catalogue/index.ts';
import { conclude } from '../../electron/core/engine/conclude.ts';
import type { AnyRow, TableName } from '../../electron/core/model/tables.ts';
import { diceOf } from './dice.ts';
import { mergeRows, snapshotOf } from './host.ts';
import { windowsAround } from './innocents.ts';
import { linuxAround } from './linux-around.ts';
import { macAround } from './macos.ts';
import { hosts } from './machines.ts';
import { mutants } from './mutants.ts';

const desk = { catalogue, tool: { name: 'removal-assistant', version: '0.0.0' } };
const around = { windows: windowsAround, macos: macAround, linux: linuxAround } as const;

const planted = mutants().map((mutant, seed) => {
  const dice = diceOf(seed);
  const host = hosts[mutant.os](dice);
  const rows = around[mutant.os](dice);
  const verdict = (table: TableName, row: AnyRow): string =>
    conclude(desk, snapshotOf(host, mergeRows(rows, { [table]: [row] })), {}, '2026-11-23T10:00:05.000Z')
      .verdict;
  return { ...mutant, verdict };
});

test('there are at least 500 mutants on at least 12 surfaces of three systems', () => {
  const surfaces = new Set(planted.map((mutant) => mutant.table));
  const told = [...surfaces].map(
    (table) => `${table} ${planted.filter((mutant) => mutant.table === table).length}`,
  );
  console.log(`${planted.length} mutants: ${told.join(', ')}`);
  expect(planted.length).toBeGreaterThanOrEqual(500);
  expect(surfaces.size).toBeGreaterThanOrEqual(12);
  expect(new Set(planted.map((mutant) => mutant.os)).size).toBe(3);
});

test('a single trace anywhere ends the word clean', () => {
  const missed = planted.filter((mutant) => mutant.verdict(mutant.table, mutant.row) === 'clean');
  expect(missed.map(({ os, table, row }) => `${os} ${table} ${JSON.stringify(row)}`)).toEqual([]);
});

test('its twin of another name, folder or company does not', () => {
  const accused = planted.filter((mutant) => mutant.verdict(mutant.table, mutant.twin) !== 'clean');
  expect(accused.map(({ os, table, twin }) => `${os} ${table} ${JSON.stringify(twin)}`)).toEqual([]);
});
