/**
 * A binary property list. Layout: Apple's CFBinaryPList.c, "bplist00": objects, a table of their offsets, and a trailer
 * of 32 bytes that says how wide offsets and references are, how many objects there are and which is the top one.
 *
 * It is written here because lists lie where any user may write, and this reads them as root: objects that refer to
 * each other can unfold without an end, and lengths can claim more than there is. Every step is counted.
 */
const mostValues = 1_000_000;
const deepest = 64;

interface Book {
  readonly bytes: Buffer;
  readonly offsets: readonly number[];
  readonly referenceSize: number;
  left: number;
}

/** Throws for what is no such list. Dates and data are undefined: nothing here reads them. */
export const parseBinaryPlist = (bytes: Buffer): unknown => {
  if (bytes.subarray(0, 8).toString('latin1') !== 'bplist00' || bytes.length < 40)
    throw new Error('no binary property list');
  const trailer = bytes.length - 32;
  const offsetSize = bytes.readUInt8(trailer + 6);
  const count = wide(bytes, trailer + 8, 8);
  const table = wide(bytes, trailer + 24, 8);
  if (offsetSize === 0 || table + count * offsetSize > trailer) throw new Error('a table beyond the end');
  const offsets = Array.from({ length: count }, (_, at) => wide(bytes, table + at * offsetSize, offsetSize));
  const book = { bytes, offsets, referenceSize: bytes.readUInt8(trailer + 7), left: mostValues };
  return valueAt(book, wide(bytes, trailer + 16, 8), 0);
};

/** A number of up to eight bytes, the highest first. Nothing in a file of this size is beyond 2^48. */
const wide = (bytes: Buffer, at: number, size: number): number => {
  if (size > 6) {
    if (bytes.readUIntBE(at, size - 6) !== 0) throw new Error('a number beyond the file');
    return bytes.readUIntBE(at + size - 6, 6);
  }
  return bytes.readUIntBE(at, size);
};

const valueAt = (book: Book, reference: number, depth: number): unknown => {
  const at = book.offsets[reference];
  book.left -= 1;
  if (at === undefined || depth > deepest || book.left < 0) throw new Error('it does not end');
  const marker = book.bytes.readUInt8(at);
  switch (marker >> 4) {
    case 0x0:
      return marker === 0x08 ? false : marker === 0x09 ? true : undefined;
    case 0x1:
      return integerAt(book.bytes, at + 1, 2 ** (marker & 0x0f));
    case 0x2:
    case 0x3:
    case 0x4:
    case 0x8:
      return undefined;
    case 0x5:
      return textAt(book, at, 1).toString('latin1');
    case 0x6:
      return Buffer.from(textAt(book, at, 2))
        .swap16()
        .toString('utf16le');
    case 0xa:
      return referencesAt(book, at, 1).map((each) => valueAt(book, each, depth + 1));
    case 0xd:
      return dictAt(book, at, depth);
    default:
      throw new Error('no such kind of object');
  }
};

/** Undefined for what a double cannot hold: no list that is read here has such a number where it matters. */
const integerAt = (bytes: Buffer, at: number, size: number): number | undefined => {
  if (size <= 4) return bytes.readUIntBE(at, size);
  const value = size === 8 ? Number(bytes.readBigInt64BE(at)) : Number.NaN;
  return Number.isSafeInteger(value) ? value : undefined;
};

const dictAt = (book: Book, at: number, depth: number): unknown => {
  const references = referencesAt(book, at, 2);
  const half = references.length / 2;
  return Object.fromEntries(
    references.slice(0, half).map((key, index) => {
      const name = valueAt(book, key, depth + 1);
      if (typeof name !== 'string') throw new Error('a key that is no text');
      return [name, valueAt(book, references[half + index] ?? -1, depth + 1)];
    }),
  );
};

/** The low half of the marker is the length; 15 says that an integer with the length follows. */
const lengthAt = (book: Book, at: number): { readonly length: number; readonly start: number } => {
  const short = book.bytes.readUInt8(at) & 0x0f;
  if (short !== 0x0f) return { length: short, start: at + 1 };
  const size = 2 ** (book.bytes.readUInt8(at + 1) & 0x0f);
  if (size > 8) throw new Error('a length beyond the file');
  return { length: wide(book.bytes, at + 2, size), start: at + 2 + size };
};

const textAt = (book: Book, at: number, unit: number): Buffer => {
  const { length, start } = lengthAt(book, at);
  if (start + length * unit > book.bytes.length) throw new Error('a text beyond the end');
  return book.bytes.subarray(start, start + length * unit);
};

/** `lists` runs of references, one after the other: one of an array, keys and then values of a dictionary. */
const referencesAt = (book: Book, at: number, lists: number): readonly number[] => {
  const { length, start } = lengthAt(book, at);
  const { bytes, referenceSize } = book;
  if (referenceSize === 0 || start + length * lists * referenceSize > bytes.length)
    throw new Error('references beyond the end');
  return Array.from({ length: length * lists }, (_, index) =>
    wide(bytes, start + index * referenceSize, referenceSize),
  );
};
