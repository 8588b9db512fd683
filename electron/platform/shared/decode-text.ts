import { TextDecoder } from 'node:util';

/** Bytes to text by their byte order mark, else as UTF-8; undefined when they are neither. */
export const decodeText = (bytes: Buffer): string | undefined => {
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoder('utf-16le').decode(bytes.subarray(2));
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoder('utf-16le').decode(swapped(bytes.subarray(2)));
    return decoder('utf-8').decode(bytes);
  } catch {
    return undefined;
  }
};

const decoder = (encoding: string): TextDecoder => new TextDecoder(encoding, { fatal: true });

const swapped = (bytes: Buffer): Buffer => {
  if (bytes.length % 2 === 1) throw new RangeError('half a character');
  return Buffer.from(bytes).swap16();
};
