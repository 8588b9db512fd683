import type { RegistryValue } from '../registry/registry.ts';
import type { Budget, Hive } from './cells.ts';
import { Unreadable, cellAt, nameIn, offsetsIn, recordAt, spend } from './cells.ts';
import type { KeyNode } from './keys.ts';
import { isNone } from './keys.ts';

const valueSize = 20;
const narrowName = 0x1;
/** Set in a length: the data, up to four bytes, stands where its offset would. */
const resident = 0x80000000;
/** Longer data is cut into pieces of this size, each in a cell of its own; before version 1.4 it was in one long cell. */
const pieceSize = 16344;

/** The values of a key, as many as it says. */
export const valuesOf = (hive: Hive, { values }: KeyNode, budget: Budget): readonly RegistryValue[] => {
  if (isNone(values)) return [];
  spend(budget, values.count * 4);
  const offsets = offsetsIn(cellAt(hive, values.list), 0, values.count, 4);
  if (new Set(offsets).size !== offsets.length) throw new Unreadable('it lists a value twice');
  return offsets.map((offset) => valueAt(hive, offset, budget));
};

const valueAt = (hive: Hive, offset: number, budget: Budget): RegistryValue => {
  const record = recordAt(hive, offset, 'vk', valueSize);
  const nameLength = record.readUInt16LE(2);
  spend(budget, valueSize + nameLength);
  return {
    name: nameIn(record, valueSize, nameLength, (record.readUInt16LE(16) & narrowName) !== 0),
    type: record.readUInt32LE(12),
    data: dataOf(hive, record, budget),
  };
};

const dataOf = (hive: Hive, record: Buffer, budget: Budget): Buffer => {
  const stored = record.readUInt32LE(4);
  if (stored >= resident) {
    const length = stored - resident;
    if (length > 4) throw new Unreadable('a value is longer than its place');
    return record.subarray(8, 8 + length);
  }
  if (stored === 0) return Buffer.alloc(0);
  spend(budget, stored);
  const offset = record.readUInt32LE(8);
  const cell = cellAt(hive, offset);
  return stored > pieceSize && stored > cell.length ? pieces(hive, offset, stored) : cut(cell, stored);
};

/** `db`: how many pieces, and where the list of them is. All are full but the last. */
const pieces = (hive: Hive, offset: number, length: number): Buffer => {
  const record = recordAt(hive, offset, 'db', 8);
  const count = record.readUInt16LE(2);
  if (count !== Math.ceil(length / pieceSize)) throw new Unreadable('a value has lost a part');
  const list = offsetsIn(cellAt(hive, record.readUInt32LE(4)), 0, count, 4);
  return Buffer.concat(
    list.map((piece, index) => cut(cellAt(hive, piece), Math.min(pieceSize, length - index * pieceSize))),
  );
};

const cut = (cell: Buffer, length: number): Buffer => {
  if (length > cell.length) throw new Unreadable('a value is cut off');
  return cell.subarray(0, length);
};
