/**
 * One message a line, in JSON that is written with ASCII characters alone: a line end can stand in no message, and no
 * character can be torn in two by where the bytes happen to be cut.
 */

const lineEnd = 0x0a;
/** The printable characters of ASCII. JSON writes everything else with an escape. */
const first = 0x20;
const last = 0x7e;

export const encodeMessage = (message: object): Uint8Array => {
  const text = JSON.stringify(message).replaceAll(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const bytes = new Uint8Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  bytes[text.length] = lineEnd;
  return bytes;
};

/** What a line says; undefined for everything that is no JSON in printable ASCII. */
export const decodeMessage = (line: Uint8Array): unknown => {
  if (!line.every((byte) => byte >= first && byte <= last)) return undefined;
  let text = '';
  // Piece by piece: each byte of a piece is an argument of its own, and their number has a limit.
  for (let at = 0; at < line.length; at += 8_192)
    text += String.fromCharCode(...line.subarray(at, at + 8_192));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

interface LineReaderOptions {
  /** A longer line is never held: it ends the reading. In bytes, without the line end. */
  readonly limit: number;
  /** Gets each line once, without its end, and owns it. */
  readonly onLine: (line: Uint8Array) => void;
  /** Called once, for a line that is too long. Nothing is read after it. */
  readonly onTooLong: () => void;
}

/** What it gives takes bytes over and wipes them: there may be a password among them. */
export const lineReader = ({
  limit,
  onLine,
  onTooLong,
}: LineReaderOptions): ((chunk: Uint8Array) => void) => {
  let open: Uint8Array[] = [];
  let length = 0;
  let isOver = false;
  const keep = (part: Uint8Array): boolean => {
    length += part.length;
    isOver = length > limit;
    if (isOver) onTooLong();
    else if (part.length > 0) open.push(part.slice());
    return !isOver;
  };
  const finish = (): void => {
    const line = joined(open, length);
    open = [];
    length = 0;
    onLine(line);
  };
  const read = (chunk: Uint8Array): void => {
    let from = 0;
    for (let end = chunk.indexOf(lineEnd); end >= 0; end = chunk.indexOf(lineEnd, from)) {
      if (!keep(chunk.subarray(from, end))) return;
      finish();
      from = end + 1;
    }
    keep(chunk.subarray(from));
  };
  return (chunk) => {
    if (!isOver) read(chunk);
    if (isOver) open.splice(0).forEach((part) => part.fill(0));
    chunk.fill(0);
  };
};

const joined = (parts: readonly Uint8Array[], length: number): Uint8Array => {
  const line = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    line.set(part, at);
    at += part.length;
    part.fill(0);
  }
  return line;
};

const hexDigits = '0123456789abcdef';

/** The line of a password: its bytes in hexadecimal. Never text on the way. */
export const encodeSecret = (bytes: Uint8Array): Uint8Array => {
  const line = new Uint8Array(2 * bytes.length + 1);
  bytes.forEach((byte, at) => {
    line[2 * at] = hexDigits.charCodeAt(byte >> 4);
    line[2 * at + 1] = hexDigits.charCodeAt(byte & 0xf);
  });
  line[2 * bytes.length] = lineEnd;
  return line;
};

/** The bytes of such a line, which is wiped; undefined for anything else. */
export const decodeSecret = (line: Uint8Array): Uint8Array | undefined => {
  const digits = Array.from(line, (byte) => hexDigits.indexOf(String.fromCharCode(byte)));
  line.fill(0);
  if (digits.length % 2 !== 0 || digits.includes(-1)) {
    digits.fill(0);
    return undefined;
  }
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = ((digits[2 * at] ?? 0) << 4) | (digits[2 * at + 1] ?? 0);
  digits.fill(0);
  return bytes;
};
