import { parseSecurityDescriptor } from '../api/security-descriptor.ts';

/** The security of a file, folder or key, as it has to come back. */
export interface Security {
  /** Self-relative (MS-DTYP 2.4.6): owner, group and access list. */
  readonly descriptor: Buffer;
  /** Whether it also says who is noted down when the thing is used; only an account with that right is told. */
  readonly isAudited: boolean;
}

const flag = { listThere: 0x4, auditThere: 0x10, listClosed: 0x1000, auditClosed: 0x2000 } as const;
const telling = flag.listThere | flag.auditThere | flag.listClosed | flag.auditClosed;

/** Whether two descriptors say the same: Windows is free to lay the parts of one out in another order. */
export const isSameSecurity = (one: Buffer, other: Buffer): boolean => {
  const [a, b] = [partsOf(one), partsOf(other)];
  return (
    a !== undefined &&
    b !== undefined &&
    a.control === b.control &&
    a.parts.every((part, at) => part.equals(b.parts[at] ?? Buffer.alloc(0)))
  );
};

const headBytes = 20;
const nothing = Buffer.alloc(0);

const partsOf = (
  bytes: Buffer,
): { readonly control: number; readonly parts: readonly Buffer[] } | undefined => {
  if (bytes.length < headBytes) return undefined;
  const at = (where: number, size: (from: number) => number): Buffer => {
    const from = bytes.readUInt32LE(where);
    if (from === 0 || from + 8 > bytes.length) return nothing;
    return bytes.subarray(from, from + size(from));
  };
  const ofSid = (from: number): number => 8 + 4 * bytes.readUInt8(from + 1);
  const ofList = (from: number): number => bytes.readUInt16LE(from + 2);
  const audit = at(12, ofList);
  // That there is a list of what is noted down, and nothing in it, is to say nothing of it.
  const told = audit.length === 0 ? telling & ~flag.auditThere : telling;
  return {
    control: bytes.readUInt16LE(2) & told,
    parts: [at(4, ofSid), at(8, ofSid), audit, at(16, ofList)],
  };
};

/**
 * `O:BAD:PAI(A;;GA;;;SY)(A;;GA;;;BA)`: of administrators, for them and the system alone, and nothing comes from above.
 * What is made again has this until all of it is there.
 */
export const closedToOthers = Buffer.from(
  [
    // The head: where the owner stands, and where the list.
    '0100049048000000000000000000000014000000',
    // The list of two.
    '0200340002000000',
    '0000140000000010010100000000000512000000',
    '000018000000001001020000000000052000000020020000',
    // The owner.
    '01020000000000052000000020020000',
  ].join(''),
  'hex',
);

/** The system and the group of administrators. */
const ours: ReadonlySet<string> = new Set(['S-1-5-18', 'S-1-5-32-544']);

/** Whether it belongs to administrators and nobody else can do anything to it: then it is of our making. */
export const isClosedToOthers = (descriptor: Buffer): boolean => {
  const parsed = parseSecurityDescriptor(descriptor);
  if (parsed === undefined || parsed.entries === 'everybody' || !ours.has(parsed.owner)) return false;
  return parsed.entries.every(({ effect, sid }) => effect === 'deny' || ours.has(sid));
};
