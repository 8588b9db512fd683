import type { HeldKey, Hives, KeyContent, KeyUse } from '../quarantine/held-key.ts';
import { trustedTops } from '../quarantine/held-key.ts';
import { closedToOthers } from '../quarantine/security.ts';
import type { RegistryValue } from '../registry/registry.ts';
import { lazily, systemLibrary } from './koffi.ts';
import { isVolatileFrom, keyFactsFrom, keyNameFrom, valueFrom } from './nt-key-records.ts';
import type { NtHandle } from './nt-object.ts';
import { closeHandle, objectAttributes, opened, unicodeString } from './nt-object.ts';
import { securityOf, setSecurity } from './nt-security.ts';
import { mustSucceed, statusError, statuses } from './nt-status.ts';
import { privileges } from './privileges.ts';

type Ask = (key: NtHandle, what: number, record: Buffer, size: number, needed: Buffer) => number;
type AskAt = (
  key: NtHandle,
  index: number,
  what: number,
  record: Buffer,
  size: number,
  needed: Buffer,
) => number;

interface Calls {
  readonly open: (key: Buffer, rights: number, wanted: Buffer, options: number) => number;
  readonly create: (
    key: Buffer,
    rights: number,
    wanted: Buffer,
    title: number,
    className: Buffer | null,
    options: number,
    disposition: Buffer,
  ) => number;
  readonly query: Ask;
  readonly subkey: AskAt;
  readonly value: AskAt;
  readonly set: (
    key: NtHandle,
    name: Buffer,
    title: number,
    type: number,
    data: Buffer,
    bytes: number,
  ) => number;
  readonly drop: (key: NtHandle, name: Buffer) => number;
  readonly remove: (key: NtHandle) => number;
  readonly flush: (key: NtHandle) => number;
}

const calls = lazily((): Calls => {
  const ntdll = systemLibrary('ntdll.dll');
  const askingAt = 'intptr_t, uint32, int, void *, uint32, void *';
  return {
    open: ntdll.func('int32 NtOpenKeyEx(void *, uint32, void *, uint32)'),
    create: ntdll.func('int32 NtCreateKey(void *, uint32, void *, uint32, void *, uint32, void *)'),
    query: ntdll.func('int32 NtQueryKey(intptr_t, int, void *, uint32, void *)'),
    subkey: ntdll.func(`int32 NtEnumerateKey(${askingAt})`),
    value: ntdll.func(`int32 NtEnumerateValueKey(${askingAt})`),
    set: ntdll.func('int32 NtSetValueKey(intptr_t, void *, uint32, uint32, void *, uint32)'),
    drop: ntdll.func('int32 NtDeleteValueKey(intptr_t, void *)'),
    remove: ntdll.func('int32 NtDeleteKey(intptr_t)'),
    flush: ntdll.func('int32 NtFlushKey(intptr_t)'),
  };
});

/** KEY_READ. By their whole names the halves of the registry are keys like any other. */
const looking = 0x2_0019;
/** KEY_SET_VALUE, KEY_CREATE_SUB_KEY. */
const writing = 0x2 | 0x4;
/** WRITE_DAC, WRITE_OWNER. */
const securing = 0x4_0000 | 0x8_0000;
const deleting = 0x1_0000;
const auditing = 0x100_0000;
const uses: Readonly<Record<KeyUse, number>> = {
  look: looking,
  write: looking | writing,
  secure: looking | writing | securing,
  take: looking | deleting,
};
/** REG_OPTION_OPEN_LINK. */
const linkItself = 0x8;
const created = 1;

const fullInformation = 2;
const flagsInformation = 5;
const basicInformation = 0;
const fullValue = 1;

const realNames: readonly (readonly [string, string])[] = [
  ['HKLM\\', '\\Registry\\Machine\\'],
  ['HKU\\', '\\Registry\\User\\'],
];

/** The registry of the running Windows. */
export const liveHives: Hives = {
  top: (path, use) => {
    const isTrusted = trustedTops.some((top) => top.toLowerCase() === path.toLowerCase());
    const [short, long] = realNames.find(([name]) => path.startsWith(name)) ?? ['', ''];
    if (long === '' || (!isTrusted && !/^HKU\\[^\\]+$/.test(path)))
      throw new Error(`${path}: no top of keys`);
    // Windows' own links lead there, which only administrators can change.
    return openKey(0n, `${long}${path.slice(short.length)}`, path, use, isTrusted ? 0 : linkItself);
  },
};

const openKey = (parent: NtHandle, name: string, path: string, use: KeyUse, options: number): HeldKey => {
  const withAudit = privileges().audit;
  const wanted = objectAttributes({ parent, name, asLink: options === linkItself });
  const rights = (uses[use] | (withAudit ? auditing : 0)) >>> 0;
  return held(
    opened(path, (key) => calls().open(key, rights, wanted, options)),
    path,
    withAudit,
  );
};

const held = (key: NtHandle, path: string, isAudited: boolean): HeldKey => {
  let isOpen = true;
  return {
    path,
    content: () => contentOf(key, path),
    security: () => securityOf(key, path, isAudited),
    into: (name, use) => openKey(key, plainName(name), `${path}\\${name}`, use, linkItself),
    make: (name, className) => makeKey(key, plainName(name), `${path}\\${name}`, className),
    set: ({ name, type, data }) =>
      mustSucceed(path, calls().set(key, unicodeString(name), 0, type, data, data.length)),
    drop: (name) => mustSucceed(path, calls().drop(key, unicodeString(name))),
    remove: () => mustSucceed(path, calls().remove(key)),
    secure: (security) => setSecurity(key, path, security),
    flush: () => mustSucceed(path, calls().flush(key)),
    close: () => {
      if (isOpen) closeHandle(key);
      isOpen = false;
    },
  };
};

/** One name and no more. */
const plainName = (name: string): string => {
  if (name === '' || name.includes('\\'))
    throw Object.assign(new Error(`${name}: no name of a key`), { code: 'EINVAL' });
  return name;
};

const makeKey = (parent: NtHandle, name: string, path: string, className: string): HeldKey => {
  const withAudit = privileges().audit;
  const rights = (uses.secure | deleting | (withAudit ? auditing : 0)) >>> 0;
  const disposition = Buffer.alloc(4);
  const wanted = objectAttributes({ parent, name, security: closedToOthers, asLink: true });
  const ofClass = className === '' ? null : unicodeString(className);
  const key = opened(path, (handle) => calls().create(handle, rights, wanted, 0, ofClass, 0, disposition));
  if (disposition.readUInt32LE() === created) return held(key, path, withAudit);
  closeHandle(key);
  throw Object.assign(new Error(path), { code: 'EEXIST' });
};

/** How often a key is read anew because it changed meanwhile. */
const mostTries = 5;

const contentOf = (key: NtHandle, path: string): KeyContent => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = factsOf(key, path);
    const subkeys = listed((index) => at(calls().subkey, key, index, basicInformation, path)).map(
      keyNameFrom,
    );
    const values: readonly RegistryValue[] = listed((index) =>
      at(calls().value, key, index, fullValue, path),
    ).map(valueFrom);
    const { writtenAt, className } = factsOf(key, path);
    const isSame =
      before.writtenAt === writtenAt && before.subkeys === subkeys.length && before.values === values.length;
    if (isSame) return { subkeys, values, className, writtenAt, isVolatile: isVolatile(key) };
  }
  throw new Error(`${path}: it changes faster than it can be read`);
};

const factsOf = (key: NtHandle, path: string) =>
  keyFactsFrom(
    grown(path, (record, needed) => calls().query(key, fullInformation, record, record.length, needed)) ??
      Buffer.alloc(44),
  );

/** Older systems do not know the question. */
const isVolatile = (key: NtHandle): boolean => {
  const record = Buffer.alloc(12);
  const status = calls().query(key, flagsInformation, record, record.length, Buffer.alloc(4));
  return status === statuses.success && isVolatileFrom(record);
};

const at = (ask: AskAt, key: NtHandle, index: number, what: number, path: string): Buffer | undefined =>
  grown(path, (record, needed) => ask(key, index, what, record, record.length, needed));

const listed = (recordAt: (index: number) => Buffer | undefined): readonly Buffer[] => {
  const records: Buffer[] = [];
  for (;;) {
    const record = recordAt(records.length);
    if (record === undefined) return records;
    records.push(record);
  }
};

/** A record of whatever size it has; undefined behind the last one. */
const grown = (path: string, ask: (record: Buffer, needed: Buffer) => number): Buffer | undefined => {
  const needed = Buffer.alloc(4);
  let record = Buffer.alloc(1024);
  for (;;) {
    const status = ask(record, needed) >>> 0;
    if (status === statuses.success) return record;
    if (status === statuses.noMoreEntries) return undefined;
    if (status !== statuses.bufferOverflow && status !== statuses.bufferTooSmall)
      throw statusError(path, status);
    record = Buffer.alloc(Math.max(needed.readUInt32LE(), 2 * record.length));
  }
};
