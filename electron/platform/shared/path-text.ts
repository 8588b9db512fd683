import { isUtf8 } from 'node:buffer';

/**
 * A file name as text. Linux names are bytes: what is not UTF-8, and a backslash that would look like one of our
 * escapes, is written as `\xNN`, so two different names never become the same text. Ordinary names stay as they are.
 */
export const nameText = (name: Buffer): string => {
  if (isUtf8(name)) return name.toString('utf8').replace(/\\(?=x[0-9a-f]{2})/g, '\\x5c');
  return [...name].map((byte) => (plain(byte) ? String.fromCharCode(byte) : escape(byte))).join('');
};

const plain = (byte: number): boolean => byte >= 0x20 && byte < 0x7f && byte !== 0x5c;
const escape = (byte: number): string => `\\x${byte.toString(16).padStart(2, '0')}`;

/** The name that `nameText` was made from. */
export const nameBytes = (text: string): Buffer => {
  const parts = text.split(/(\\x[0-9a-f]{2})/);
  return Buffer.concat(
    parts.map((part, index) =>
      index % 2 === 1 ? Buffer.from([parseInt(part.slice(2), 16)]) : Buffer.from(part, 'utf8'),
    ),
  );
};
