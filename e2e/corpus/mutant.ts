import type { Host } from '../../electron/core/model/host.ts';
import type { AnyRow, TableName } from '../../electron/core/model/tables.ts';

/** One trace that shows Kaspersky, and its twin: nearly the same row, which is nothing of Kaspersky's. */
export interface Mutant {
  readonly os: Host['os'];
  readonly table: TableName;
  readonly row: AnyRow;
  readonly twin: AnyRow;
}

type Spelling = readonly [string | RegExp, string];
/** What a twin changes: a letter in the company's name, a letter in a name of its own, another company's folder. */
const spellings: readonly Spelling[] = [
  [/kaspersky/gi, 'Kasparsky'],
  [/касперского/gi, 'Каспарского'],
  [/卡巴斯基/g, '卡巴拉基'],
  [/カスペルスキー/g, 'カスペルスカー'],
  [/2Y8XE5CQ94/g, '2Y8XE5CQ95'],
  [/ahkjpbeeocnddjkakilopmfdlnjdpcdm/g, 'ahkjpbeeocnddjkakilopmfdlnjdpcdn'],
];

const respell = (text: string): string =>
  spellings.reduce((told, [from, to]) => told.replaceAll(from as RegExp, to), text);
const twinOf = (row: AnyRow): AnyRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' ? respell(value) : value,
    ]),
  );

export const add = (os: Host['os'], table: TableName, row: AnyRow, twin: AnyRow = twinOf(row)): Mutant => ({
  os,
  table,
  row,
  twin,
});
