import type { EntryFacts, NamedStream, Stamp } from '../quarantine/held-entry.ts';

/** Records of the kernel about files (ntifs.h), in 64-bit programs. */
export const recordBytes = { basic: 40, standard: 24, tag: 8, identity: 24, extended: 4 } as const;

const folderAttribute = 0x10;
const linkAttribute = 0x400;

/** Out of FILE_BASIC_, FILE_STANDARD_, FILE_EA_ and FILE_ID_INFORMATION. */
export const factsFrom = (
  basic: Buffer,
  standard: Buffer,
  extended: Buffer,
  identity: Buffer,
): EntryFacts => {
  const attributes = basic.readUInt32LE(32);
  const isLink = (attributes & linkAttribute) !== 0;
  const isFolder = (attributes & folderAttribute) !== 0;
  const type = isLink ? 'link' : isFolder ? 'folder' : 'file';
  return {
    type,
    attributes,
    created: basic.readBigInt64LE(0),
    read: basic.readBigInt64LE(8),
    written: basic.readBigInt64LE(16),
    size: type === 'file' ? Number(standard.readBigInt64LE(8)) : 0,
    names: standard.readUInt32LE(16),
    extended: extended.readUInt32LE(),
    volume: identity.readBigUInt64LE(0).toString(16),
    number: identity.subarray(8, 24).toString('hex'),
  };
};

/** Those that a program may set; Windows itself keeps the others. `FILE_ATTRIBUTE_NORMAL` stands for none. */
const settable = 0x1 | 0x2 | 0x4 | 0x20 | 0x100 | 0x1000 | 0x2000;
const none = 0x80;

/** FILE_BASIC_INFORMATION. A time of 0 leaves the one that is there. */
export const basicInformation = ({ attributes, created, read, written }: Stamp): Buffer => {
  const record = Buffer.alloc(recordBytes.basic);
  record.writeBigInt64LE(created, 0);
  record.writeBigInt64LE(read, 8);
  record.writeBigInt64LE(written, 16);
  record.writeUInt32LE((attributes & settable) === 0 ? none : attributes & settable, 32);
  return record;
};

/** FILE_RENAME_INFORMATION: over nothing, below the folder with this handle. */
export const renameInformation = (folder: bigint, name: string): Buffer => {
  const text = Buffer.from(name, 'utf16le');
  const record = Buffer.alloc(Math.max(24, 20 + text.length));
  record.writeBigInt64LE(folder, 8);
  record.writeUInt32LE(text.length, 16);
  text.copy(record, 20);
  return record;
};

/** The names in a list of FILE_NAMES_INFORMATION, without the two that stand for folders themselves. */
export const namesFrom = (list: Buffer): readonly string[] =>
  chained(list, (at) => list.toString('utf16le', at + 12, at + 12 + list.readUInt32LE(at + 8))).filter(
    (name) => name !== '.' && name !== '..',
  );

/** A list of FILE_STREAM_INFORMATION: `::$DATA` is the content itself and none of these. */
export const streamsFrom = (list: Buffer): readonly NamedStream[] =>
  chained(list, (at) => ({
    name: list.toString('utf16le', at + 24, at + 24 + list.readUInt32LE(at + 4)),
    size: Number(list.readBigInt64LE(at + 8)),
  })).flatMap(({ name, size }) => {
    const own = /^:([^:]+):\$DATA$/.exec(name)?.[1];
    return own === undefined ? [] : [{ name: own, size }];
  });

/** Each record begins with how far away the next one is, 0 in the last. */
const chained = <T>(list: Buffer, entryAt: (at: number) => T): readonly T[] => {
  const entries: T[] = [];
  for (let at = 0; at < list.length;) {
    entries.push(entryAt(at));
    const next = list.readUInt32LE(at);
    if (next === 0) break;
    at += next;
  }
  return entries;
};
