import type { PasswordProperty } from '../../../core/model/plan.ts';
import type { Secret } from '../../../core/model/secret.ts';

/** The name that KES gives its built-in administrator (the vendor's help, "Password protection"). */
const builtInUser = 'KLAdmin';

/** The property that holds the password itself. */
export const secretProperty = {
  'KLLOGIN+KLPASSWD': 'KLPASSWD',
  KLUNINSTPASSWD: 'KLUNINSTPASSWD',
  UNLOCK_PASSWORD: 'UNLOCK_PASSWORD',
} as const satisfies Record<PasswordProperty, string>;

export type Properties =
  | { readonly kind: 'ok'; readonly bytes: Buffer }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * The property text of Windows Installer in UTF-16LE, with its closing zero. The caller wipes `bytes`.
 *
 * Built from bytes to bytes: text in JavaScript can be neither wiped nor kept from being copied. A value stands in
 * quotes with its own quotes doubled ("Setting public property values on the command line", learn.microsoft.com). The
 * Network Agent takes the hexadecimal digits of the password's UTF-16LE bytes.
 */
export const passwordProperties = (property: PasswordProperty, secret: Secret): Properties =>
  secret.use((utf8): Properties => {
    if (utf8.length === 0) return { kind: 'none' };
    const head = `${property === 'KLLOGIN+KLPASSWD' ? `KLLOGIN="${builtInUser}" ` : ''}${secretProperty[property]}="`;
    // A byte of UTF-8 becomes at most one unit, and a unit at most four digits.
    const bytes = Buffer.alloc(2 * (head.length + 4 * utf8.length + 2));
    let at = bytes.write(head, 'utf16le');
    const put = (unit: number): void => {
      at = bytes.writeUInt16LE(unit, at);
    };
    const write = property === 'KLUNINSTPASSWD' ? inDigits(put) : quoted(put);
    const isText = forEachUnit(utf8, write);
    put(quote);
    if (isText) return { kind: 'ok', bytes };
    bytes.fill(0);
    return { kind: 'refused', why: 'the password is not text, or holds a zero' };
  });

const quote = 0x22;

const quoted =
  (put: (unit: number) => void) =>
  (unit: number): void => {
    if (unit === quote) put(quote);
    put(unit);
  };

const inDigits =
  (put: (unit: number) => void) =>
  (unit: number): void => {
    for (const half of [(unit >> 4) & 0xf, unit & 0xf, unit >> 12, (unit >> 8) & 0xf])
      put('0123456789ABCDEF'.charCodeAt(half));
  };

/** Reads UTF-8 strictly and hands out UTF-16 units; false as soon as it is none, or a zero. */
const forEachUnit = (utf8: Uint8Array, take: (unit: number) => void): boolean => {
  for (let at = 0; at < utf8.length;) {
    const first = utf8[at] ?? 0;
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (first === 0 || (first >= 0x80 && first < 0xc2) || first > 0xf4) return false;
    let point = length === 1 ? first : first & (0x7f >> length);
    for (let more = 1; more < length; more += 1) {
      const next = utf8[at + more] ?? 0;
      if ((next & 0xc0) !== 0x80) return false;
      point = (point << 6) | (next & 0x3f);
    }
    const smallest = [0, 0x80, 0x800, 0x1_0000][length - 1] ?? 0;
    if (point < smallest || point > 0x10_ffff || (point >= 0xd800 && point < 0xe000)) return false;
    if (point < 0x1_0000) take(point);
    else {
      take(0xd800 + ((point - 0x1_0000) >> 10));
      take(0xdc00 + ((point - 0x1_0000) & 0x3ff));
    }
    at += length;
  }
  return true;
};
