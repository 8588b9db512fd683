/**
 * The file that Windows keeps one person's registry in (`regf`), as far as reading needs it. Layout: M. Suhanov,
 * "Windows registry file format specification"; a base block of 4096 bytes, then bins, and in these cells that name
 * each other by their offset behind the base block.
 *
 * It is read here because no maintained package does (the registry of packages has bindings to the running Windows
 * only), and because anybody can write such a file for a program with rights to read: nothing in it is believed
 * before it is checked, and no step costs more than the file is long.
 */

/** Something in the file is not as Windows writes it, or would cost too much to follow. Caught where a key is read. */
export class Unreadable extends Error {}

export interface Hive {
  readonly bytes: Buffer;
  readonly bins: readonly Bin[];
  /** Offset of the top key. */
  readonly root: number;
}

/** A stretch of whole cells. Offsets as cells are named: 0 is the first byte behind the base block. */
interface Bin {
  readonly start: number;
  readonly end: number;
}

export const baseBlockSize = 4096;
const binHeaderSize = 32;
/** Stands where a list would be named and there is none. */
export const nothing = 0xffffffff;

/** Reading one key may look at as many bytes as the file has: cells do not overlap, so an honest file needs no more. */
export interface Budget {
  left: number;
}

export const budgetFor = ({ bytes }: Hive): Budget => ({ left: bytes.length });

export const spend = (budget: Budget, bytes: number): void => {
  budget.left -= bytes;
  if (budget.left < 0) throw new Unreadable('its records overlap');
};

/** The whole bins from the first on. A broken one ends them: what lies behind it cannot be told from rubbish. */
export const binsOf = (bytes: Buffer, size: number): readonly Bin[] => {
  const end = Math.min(size, bytes.length - baseBlockSize);
  const bins: Bin[] = [];
  for (let start = 0; start + binHeaderSize <= end;) {
    const at = baseBlockSize + start;
    const length = bytes.readUInt32LE(at + 8);
    const isBin = bytes.toString('latin1', at, at + 4) === 'hbin' && bytes.readUInt32LE(at + 4) === start;
    if (!isBin || length === 0 || length % 4096 !== 0 || start + length > end) break;
    bins.push({ start, end: start + length });
    start += length;
  }
  return bins;
};

/** The content of a cell in use. */
export const cellAt = (hive: Hive, offset: number): Buffer => {
  const bin = binWith(hive.bins, offset);
  if (bin === undefined || offset % 8 !== 0 || offset < bin.start + binHeaderSize)
    throw new Unreadable('it names a place outside the file');
  const at = baseBlockSize + offset;
  const size = -hive.bytes.readInt32LE(at);
  if (size <= 0) throw new Unreadable('it names a place that is free');
  if (size < 8 || size % 8 !== 0 || offset + size > bin.end) throw new Unreadable('a record is cut off');
  return hive.bytes.subarray(at + 4, at + size);
};

const binWith = (bins: readonly Bin[], offset: number): Bin | undefined => {
  let low = 0;
  let high = bins.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const bin = bins[middle];
    if (bin === undefined) return undefined;
    if (offset < bin.start) high = middle - 1;
    else if (offset >= bin.end) low = middle + 1;
    else return bin;
  }
  return undefined;
};

/** The content of a cell that begins with this mark and is at least so long. */
export const recordAt = (hive: Hive, offset: number, mark: string, size: number): Buffer => {
  const cell = cellAt(hive, offset);
  if (markOf(cell) !== mark || cell.length < size) throw new Unreadable(`a record is not "${mark}"`);
  return cell;
};

export const markOf = (cell: Buffer): string => cell.toString('latin1', 0, 2);

/** Names are stored in one byte a character where all of them fit (Latin-1), else in two. */
export const nameIn = (record: Buffer, start: number, length: number, narrow: boolean): string => {
  if (start + length > record.length) throw new Unreadable('a name is cut off');
  if (!narrow && length % 2 === 1) throw new Unreadable('half a character in a name');
  return record.toString(narrow ? 'latin1' : 'utf16le', start, start + length);
};

/** `count` offsets that stand one after the other, `step` bytes apart. */
export const offsetsIn = (record: Buffer, start: number, count: number, step: number): readonly number[] => {
  if (start + count * step > record.length) throw new Unreadable('a list is cut off');
  return Array.from({ length: count }, (_, index) => record.readUInt32LE(start + index * step));
};
