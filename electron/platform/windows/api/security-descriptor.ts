import type { Access, AccessEntry } from '../machine.ts';
import { sidText } from './sid.ts';

const headBytes = 20;
const hasAccessList = 0x4;
const selfRelative = 0x8000;

/**
 * Owner and discretionary access list of a self-relative security descriptor (MS-DTYP 2.4.6). Undefined when it is torn
 * or names no owner. One without a list, or with none where a list should be, keeps nobody out.
 */
export const parseSecurityDescriptor = (bytes: Buffer): Pick<Access, 'owner' | 'entries'> | undefined => {
  if (bytes.length < headBytes || bytes.readUInt8(0) !== 1) return undefined;
  const control = bytes.readUInt16LE(2);
  if ((control & selfRelative) === 0) return undefined;
  const ownerAt = bytes.readUInt32LE(4);
  const owner = ownerAt < headBytes ? undefined : sidText(bytes.subarray(ownerAt));
  if (owner === undefined) return undefined;
  const listAt = bytes.readUInt32LE(16);
  if ((control & hasAccessList) === 0 || listAt === 0) return { owner, entries: 'everybody' };
  const entries = parseAccessList(bytes.subarray(listAt));
  return entries === undefined ? undefined : { owner, entries };
};

/** An access list (MS-DTYP 2.4.5): its whole size and the number of its entries, then the entries. */
const parseAccessList = (bytes: Buffer): readonly AccessEntry[] | undefined => {
  if (bytes.length < 8) return undefined;
  const size = bytes.readUInt16LE(2);
  if (size < 8 || size > bytes.length) return undefined;
  const entries: AccessEntry[] = [];
  let at = 8;
  for (let left = bytes.readUInt16LE(4); left > 0; left -= 1) {
    const length = at + 4 > size ? 0 : bytes.readUInt16LE(at + 2);
    if (length < 8 || at + length > size) return undefined;
    const entry = parseEntry(bytes.subarray(at, at + length));
    if (entry === undefined) return undefined;
    entries.push(entry);
    at += length;
  }
  return entries;
};

/**
 * Kinds of entries (MS-DTYP 2.4.4.1): `at` is where the SID begins; those about one kind of object carry up to two
 * identifiers before it. A permission that hangs on a condition counts as a permission, a refusal that does as of an
 * unknown kind: the condition may not hold.
 */
const kinds: Readonly<
  Record<number, { readonly effect: AccessEntry['effect']; readonly isForObject: boolean }>
> = {
  0x0: { effect: 'allow', isForObject: false },
  0x1: { effect: 'deny', isForObject: false },
  0x5: { effect: 'allow', isForObject: true },
  0x6: { effect: 'other', isForObject: true },
  0x9: { effect: 'allow', isForObject: false },
  0xa: { effect: 'other', isForObject: false },
  0xb: { effect: 'allow', isForObject: true },
  0xc: { effect: 'other', isForObject: true },
};

const everyRight = 0xffff_ffff;

/** An entry of a kind that is not known here may give anybody anything: an empty SID, every right. */
const parseEntry = (bytes: Buffer): AccessEntry | undefined => {
  const kind = kinds[bytes.readUInt8(0)];
  const flags = bytes.readUInt8(1);
  if (kind === undefined) return { effect: 'other', sid: '', mask: everyRight, flags };
  const sid = sidText(bytes.subarray(kind.isForObject ? afterIdentifiers(bytes) : 8));
  if (sid === undefined) return undefined;
  return { effect: kind.effect, sid, mask: bytes.readUInt32LE(4), flags };
};

const afterIdentifiers = (bytes: Buffer): number => {
  if (bytes.length < 12) return bytes.length;
  const present = bytes.readUInt32LE(8);
  return 12 + ((present & 0x1) === 0 ? 0 : 16) + ((present & 0x2) === 0 ? 0 : 16);
};
