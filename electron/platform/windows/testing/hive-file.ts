/** A key as tests write it down; the default value has an empty name. */
export interface HiveKey {
  readonly values?: readonly HiveValue[];
  readonly keys?: Readonly<Record<string, HiveKey>>;
}

export interface HiveValue {
  readonly name: string;
  readonly type: number;
  readonly data: Buffer;
}

export type ListKind = 'li' | 'lf' | 'lh' | 'ri';

export const text = (name: string, content: string): HiveValue => ({
  name,
  type: 1,
  data: Buffer.from(`${content}\0`, 'utf16le'),
});

const none = 0xffffffff;
const pieceSize = 16344;

/**
 * A hive file of version 1.5 with these keys, in one bin: what Windows would write, security records left out. The
 * kind of list is chosen, since programs and versions of Windows differ in it.
 */
export const hiveFile = (
  top: HiveKey,
  { list = 'lh', dirty = false }: { list?: ListKind; dirty?: boolean } = {},
): Buffer => {
  const cells = new Cells();
  const root = writeKey(cells, 'ROOT', top, 0, list);
  const bin = cells.bin();
  const base = Buffer.alloc(4096);
  base.write('regf', 'latin1');
  for (const [at, number] of [
    [4, dirty ? 8 : 7],
    [8, 7],
    [20, 1],
    [24, 5],
    [32, 1],
    [36, root],
    [40, bin.length],
    [44, 1],
  ] as const)
    base.writeUInt32LE(number, at);
  seal(base);
  return Buffer.concat([base, bin]);
};

/** Puts the right checksum into the first block. */
export const seal = (file: Buffer): void => {
  let sum = 0;
  for (let at = 0; at < 508; at += 4) sum ^= file.readInt32LE(at);
  file.writeInt32LE(sum === 0 ? 1 : sum === -1 ? -2 : sum, 508);
};

class Cells {
  private readonly parts = new Map<number, Buffer>();
  private end = 32;

  /** Offset of a new cell with this content. */
  add(content: Buffer): number {
    const size = Math.ceil((content.length + 4) / 8) * 8;
    const cell = Buffer.alloc(size);
    cell.writeInt32LE(-size);
    const offset = this.end;
    this.parts.set(offset, cell);
    this.end += size;
    this.replace(offset, content);
    return offset;
  }

  replace(offset: number, content: Buffer): void {
    const cell = this.parts.get(offset);
    if (cell !== undefined) content.copy(cell, 4);
  }

  bin(): Buffer {
    const length = Math.ceil((this.end + 8) / 4096) * 4096;
    const head = Buffer.alloc(32);
    head.write('hbin', 'latin1');
    head.writeUInt32LE(length, 8);
    const rest = Buffer.alloc(length - this.end);
    rest.writeInt32LE(rest.length);
    return Buffer.concat([head, ...this.parts.values(), rest]);
  }
}

const numbers = (...all: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(all.length * 4);
  all.forEach((number, index) => bytes.writeUInt32LE(number, index * 4));
  return bytes;
};

const encoded = (name: string): { readonly narrow: boolean; readonly bytes: Buffer } => {
  const narrow = /^[\0-\xff]*$/.test(name);
  return { narrow, bytes: Buffer.from(name, narrow ? 'latin1' : 'utf16le') };
};

/** The key's own place is known before its content: it is filled in when its parts have theirs. */
const writeKey = (cells: Cells, name: string, key: HiveKey, parent: number, list: ListKind): number => {
  const { narrow, bytes } = encoded(name);
  const record = Buffer.concat([Buffer.alloc(76), bytes]);
  const offset = cells.add(record);
  const children = Object.entries(key.keys ?? {}).map(([child, below]) =>
    writeKey(cells, child, below, offset, list),
  );
  const values = (key.values ?? []).map((value) => writeValue(cells, value));
  record.write('nk', 'latin1');
  record.writeUInt16LE(narrow ? 0x20 : 0, 2);
  numbers(
    parent,
    children.length,
    0,
    children.length === 0 ? none : writeList(cells, children, list),
    none,
  ).copy(record, 16);
  numbers(values.length, values.length === 0 ? none : cells.add(numbers(...values)), none, none).copy(
    record,
    36,
  );
  record.writeUInt16LE(bytes.length, 72);
  cells.replace(offset, record);
  return offset;
};

const writeList = (cells: Cells, keys: readonly number[], kind: ListKind): number => {
  if (kind === 'ri') {
    const half = Math.ceil(keys.length / 2);
    const leaves = [keys.slice(0, half), keys.slice(half)].filter((leaf) => leaf.length > 0);
    return cells.add(
      leaf(
        'ri',
        leaves.map((each) => writeList(cells, each, 'li')),
      ),
    );
  }
  return cells.add(leaf(kind, kind === 'li' ? keys : keys.flatMap((key) => [key, 0])));
};

const leaf = (mark: string, entries: readonly number[]): Buffer => {
  const head = Buffer.alloc(4);
  head.write(mark, 'latin1');
  head.writeUInt16LE(mark === 'lf' || mark === 'lh' ? entries.length / 2 : entries.length, 2);
  return Buffer.concat([head, numbers(...entries)]);
};

const writeValue = (cells: Cells, { name, type, data }: HiveValue): number => {
  const { narrow, bytes } = encoded(name);
  const record = Buffer.concat([Buffer.alloc(20), bytes]);
  record.write('vk', 'latin1');
  record.writeUInt16LE(bytes.length, 2);
  record.writeUInt16LE(narrow ? 1 : 0, 16);
  record.writeUInt32LE(type, 12);
  if (data.length <= 4) {
    record.writeUInt32LE(0x80000000 + data.length, 4);
    data.copy(record, 8);
  } else {
    record.writeUInt32LE(data.length, 4);
    record.writeUInt32LE(data.length > pieceSize ? writePieces(cells, data) : cells.add(data), 8);
  }
  return cells.add(record);
};

const writePieces = (cells: Cells, data: Buffer): number => {
  const pieces = Array.from({ length: Math.ceil(data.length / pieceSize) }, (_, index) =>
    cells.add(data.subarray(index * pieceSize, (index + 1) * pieceSize)),
  );
  const head = Buffer.alloc(8);
  head.write('db', 'latin1');
  head.writeUInt16LE(pieces.length, 2);
  head.writeUInt32LE(cells.add(numbers(...pieces)), 4);
  return cells.add(head);
};
