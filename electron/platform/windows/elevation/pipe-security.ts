/** Rights of winnt.h that are meant by their general names. */
const genericAll = 0x1000_0000;
const genericRead = 0x8000_0000;
const genericWrite = 0x4000_0000;

const system = 'S-1-5-18';
const administrators = 'S-1-5-32-544';

/**
 * Who may open the pipe, as a self-relative security descriptor (MS-DTYP 2.4.6): the person, the system and the
 * administrators, and nobody by inheritance. It belongs to the person, which is how the worker learns who asked.
 * Undefined for what is no SID.
 */
export const pipeSecurity = (person: string): Buffer | undefined => {
  const owner = sidBytes(person);
  if (owner === undefined) return undefined;
  const entries = [
    allow(system, genericAll),
    allow(administrators, genericAll),
    allow(person, genericRead + genericWrite),
  ];
  const list = accessList(entries);
  const head = Buffer.alloc(headBytes);
  head.writeUInt8(1, 0);
  head.writeUInt16LE(hasList | isProtected | selfRelative, 2);
  head.writeUInt32LE(headBytes, 4);
  head.writeUInt32LE(headBytes + owner.length, 16);
  return Buffer.concat([head, owner, list]);
};

const headBytes = 20;
const hasList = 0x4;
const isProtected = 0x1000;
const selfRelative = 0x8000;

/** ACCESS_ALLOWED_ACE (MS-DTYP 2.4.4.2). */
const allow = (sid: string, rights: number): Buffer => {
  const who = sidBytes(sid) ?? Buffer.alloc(0);
  const entry = Buffer.alloc(8);
  entry.writeUInt16LE(8 + who.length, 2);
  entry.writeUInt32LE(rights >>> 0, 4);
  return Buffer.concat([entry, who]);
};

/** ACL (MS-DTYP 2.4.5). */
const accessList = (entries: readonly Buffer[]): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt8(2, 0);
  head.writeUInt16LE(
    entries.reduce((bytes, { length }) => bytes + length, 8),
    2,
  );
  head.writeUInt16LE(entries.length, 4);
  return Buffer.concat([head, ...entries]);
};

/** The packet form of a written SID (MS-DTYP 2.4.2.2), for authorities below 2^32, as all in use are. */
export const sidBytes = (sid: string): Buffer | undefined => {
  const parts = /^S-1-(\d{1,10})((?:-\d{1,10}){1,15})$/.exec(sid);
  if (parts === null) return undefined;
  const numbers = (parts[2] ?? '').slice(1).split('-').map(Number);
  const authority = Number(parts[1]);
  if ([authority, ...numbers].some((number) => number > 0xffff_ffff)) return undefined;
  const bytes = Buffer.alloc(8 + 4 * numbers.length);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt8(numbers.length, 1);
  bytes.writeUIntBE(authority, 2, 6);
  numbers.forEach((number, at) => bytes.writeUInt32LE(number, 8 + 4 * at));
  return bytes;
};
