import type { Budget, Hive } from './cells.ts';
import { Unreadable, cellAt, markOf, nameIn, nothing, offsetsIn, recordAt, spend } from './cells.ts';

/** One key (`nk`). */
export interface KeyNode {
  readonly offset: number;
  readonly name: string;
  readonly parent: number;
  readonly subkeys: Listing;
  readonly values: Listing;
  /** Its content stands elsewhere: a link to another key, or one of Windows' own handles. */
  readonly elsewhere: boolean;
}

interface Listing {
  readonly count: number;
  readonly list: number;
}

const flags = { link: 0x10, narrowName: 0x20, handle: 0x40 } as const;
const keySize = 76;
/** Windows' own limit, in bytes of the wide form (learn.microsoft.com, "Registry element size limits"). */
const longestName = 2 * 255;

export const keyAt = (hive: Hive, offset: number, budget: Budget): KeyNode => {
  const record = recordAt(hive, offset, 'nk', keySize);
  const flag = record.readUInt16LE(2);
  const length = record.readUInt16LE(72);
  if (length > longestName) throw new Unreadable('the name of a key is too long');
  spend(budget, keySize + length);
  return {
    offset,
    name: nameIn(record, keySize, length, (flag & flags.narrowName) !== 0),
    parent: record.readUInt32LE(16),
    subkeys: { count: record.readUInt32LE(20), list: record.readUInt32LE(28) },
    values: { count: record.readUInt32LE(36), list: record.readUInt32LE(40) },
    elsewhere: (flag & (flags.link | flags.handle)) !== 0,
  };
};

/** Whether there is nothing to list. Windows names a list exactly as long as something is in it. */
export const isNone = ({ count, list }: Listing): boolean => {
  if ((count === 0) !== (list === nothing)) throw new Unreadable('it does not fit its list');
  return count === 0;
};

/** Offsets of the keys right below. They are as many as the key says, and each is there once. */
export const subkeyOffsets = (hive: Hive, { subkeys }: KeyNode, budget: Budget): readonly number[] => {
  if (isNone(subkeys)) return [];
  if (subkeys.count > hive.bytes.length / keySize) throw new Unreadable('it claims more keys than fit');
  const offsets = new Set<number>();
  for (const leaf of leavesOf(hive, subkeys.list, budget))
    for (const offset of leaf) {
      offsets.add(offset);
      if (offsets.size > subkeys.count) throw new Unreadable('it lists more keys than it has');
    }
  if (offsets.size !== subkeys.count) throw new Unreadable('it lists fewer keys than it has');
  return [...offsets];
};

/** A long list (`ri`) names short ones; these name keys, and `lf` and `lh` add a hint to each. */
function* leavesOf(hive: Hive, list: number, budget: Budget): Generator<readonly number[]> {
  const record = cellAt(hive, list);
  if (markOf(record) !== 'ri') {
    yield leafIn(record, budget);
    return;
  }
  for (const offset of listIn(record, 4, budget)) yield leafIn(cellAt(hive, offset), budget);
}

const leafIn = (record: Buffer, budget: Budget): readonly number[] => {
  switch (markOf(record)) {
    case 'lf':
    case 'lh':
      return listIn(record, 8, budget);
    case 'li':
      return listIn(record, 4, budget);
    default:
      throw new Unreadable('its list of keys is none');
  }
};

const listIn = (record: Buffer, step: number, budget: Budget): readonly number[] => {
  const count = record.readUInt16LE(2);
  spend(budget, count * step);
  return offsetsIn(record, 4, count, step);
};

/**
 * A key right below `parent`. It has to know its parent: so no key is below itself, and a walk ends. No name holds a
 * backslash; with one, the key would be looked for where it is not.
 */
export const childAt = (hive: Hive, parent: KeyNode, offset: number, budget: Budget): KeyNode => {
  const child = keyAt(hive, offset, budget);
  if (child.parent !== parent.offset) throw new Unreadable('a key is listed below another one');
  if (child.name === '' || child.name.includes('\\')) throw new Unreadable('a key has no proper name');
  return child;
};
