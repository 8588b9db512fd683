import type { Security } from '../quarantine/security.ts';
import { lazily, systemLibrary } from './koffi.ts';
import type { NtHandle } from './nt-object.ts';
import { mustSucceed, statuses } from './nt-status.ts';

/** OWNER_, GROUP_ and DACL_SECURITY_INFORMATION of winnt.h, and SACL_, which takes a right of its own. */
const ownerGroupList = 0x1 | 0x2 | 0x4;
const audit = 0x8;
const listClosed = { yes: 0x8000_0000, no: 0x2000_0000 } as const;
const auditClosed = { yes: 0x4000_0000, no: 0x1000_0000 } as const;

interface Calls {
  readonly query: (handle: NtHandle, parts: number, bytes: Buffer, size: number, needed: Buffer) => number;
  readonly set: (handle: NtHandle, parts: number, bytes: Buffer) => number;
}

const calls = lazily((): Calls => {
  const ntdll = systemLibrary('ntdll.dll');
  return {
    query: ntdll.func('int32 NtQuerySecurityObject(intptr_t, uint32, void *, uint32, void *)'),
    set: ntdll.func('int32 NtSetSecurityObject(intptr_t, uint32, void *)'),
  };
});

/** `withAudit`: the handle was opened with ACCESS_SYSTEM_SECURITY. */
export const securityOf = (handle: NtHandle, what: string, withAudit: boolean): Security => {
  const needed = Buffer.alloc(4);
  let bytes = Buffer.alloc(1024);
  for (;;) {
    const parts = ownerGroupList | (withAudit ? audit : 0);
    const status = calls().query(handle, parts, bytes, bytes.length, needed);
    if (status >>> 0 !== statuses.bufferTooSmall) mustSucceed(what, status);
    const size = needed.readUInt32LE();
    if (status === 0)
      return { descriptor: Buffer.from(bytes.subarray(0, sizeOf(bytes, size))), isAudited: withAudit };
    bytes = Buffer.alloc(size);
  }
};

/** Windows tells the size only when there was too little room; a descriptor ends where its last part does. */
const sizeOf = (bytes: Buffer, told: number): number => {
  if (told > 0 && told <= bytes.length) return told;
  const sid = (at: number): number => (at === 0 ? 0 : at + 8 + 4 * bytes.readUInt8(at + 1));
  const list = (at: number): number => (at === 0 ? 0 : at + bytes.readUInt16LE(at + 2));
  const at = (where: number): number => bytes.readUInt32LE(where);
  return Math.max(20, sid(at(4)), sid(at(8)), list(at(12)), list(at(16)));
};

const controlAt = 2;
const inherited = { list: 0x400, audit: 0x800 } as const;
/** Without these Windows forgets that a list was inherited. */
const inheritedAsked = { list: 0x100, audit: 0x200 } as const;
const isClosed = { list: 0x1000, audit: 0x2000 } as const;

/** Exactly this one: nothing is worked out of the folder or key above. */
export const setSecurity = (handle: NtHandle, what: string, { descriptor, isAudited }: Security): void => {
  const bytes = Buffer.from(descriptor);
  const control = bytes.readUInt16LE(controlAt);
  const asked =
    ((control & inherited.list) === 0 ? 0 : inheritedAsked.list) |
    ((control & inherited.audit) === 0 ? 0 : inheritedAsked.audit);
  bytes.writeUInt16LE(control | asked, controlAt);
  const list = (control & isClosed.list) === 0 ? listClosed.no : listClosed.yes;
  const noted = (control & isClosed.audit) === 0 ? auditClosed.no : auditClosed.yes;
  const parts = (ownerGroupList | list | (isAudited ? audit | noted : 0)) >>> 0;
  mustSucceed(what, calls().set(handle, parts, bytes));
};
