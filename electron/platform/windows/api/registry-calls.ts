import { lazily, systemLibrary } from './koffi.ts';

export type KeyHandle = bigint;

/** Registry functions of advapi32 (winreg.h). All answer an error number, 0 when it went well. */
export interface RegistryCalls {
  readonly open: (parent: KeyHandle, path: string, options: number, rights: number, key: Buffer) => number;
  readonly create: (
    parent: KeyHandle,
    path: string,
    reserved: number,
    className: null,
    options: number,
    rights: number,
    security: null,
    key: Buffer,
    disposition: null,
  ) => number;
  readonly info: (
    key: KeyHandle,
    className: null,
    classUnits: null,
    reserved: null,
    subkeys: Buffer,
    longestSubkey: null,
    longestClass: null,
    values: Buffer,
    longestName: null,
    longestData: null,
    security: null,
    writtenAt: Buffer,
  ) => number;
  readonly subkey: (
    key: KeyHandle,
    index: number,
    name: Buffer,
    nameUnits: Buffer,
    reserved: null,
    className: null,
    classUnits: null,
    writtenAt: null,
  ) => number;
  readonly value: (
    key: KeyHandle,
    index: number,
    name: Buffer,
    nameUnits: Buffer,
    reserved: null,
    type: Buffer,
    data: Buffer,
    dataBytes: Buffer,
  ) => number;
  readonly query: (
    key: KeyHandle,
    name: string,
    reserved: null,
    type: Buffer,
    data: Buffer,
    dataBytes: Buffer,
  ) => number;
  readonly set: (
    key: KeyHandle,
    name: string,
    reserved: number,
    type: number,
    data: Buffer,
    bytes: number,
  ) => number;
  readonly close: (key: KeyHandle) => number;
}

export const registryCalls = lazily((): RegistryCalls => {
  const library = systemLibrary('advapi32.dll');
  return {
    open: library.func('int32 RegOpenKeyExW(uintptr_t, str16, uint32, uint32, void *)'),
    create: library.func(
      'int32 RegCreateKeyExW(uintptr_t, str16, uint32, str16, uint32, uint32, void *, void *, void *)',
    ),
    info: library.func(`int32 RegQueryInfoKeyW(uintptr_t${', void *'.repeat(11)})`),
    subkey: library.func(
      'int32 RegEnumKeyExW(uintptr_t, uint32, void *, void *, void *, void *, void *, void *)',
    ),
    value: library.func(
      'int32 RegEnumValueW(uintptr_t, uint32, void *, void *, void *, void *, void *, void *)',
    ),
    query: library.func('int32 RegQueryValueExW(uintptr_t, str16, void *, void *, void *, void *)'),
    set: library.func('int32 RegSetValueExW(uintptr_t, str16, uint32, uint32, void *, uint32)'),
    close: library.func('int32 RegCloseKey(uintptr_t)'),
  };
});

/** The keys that are always open; as Windows widens them to 64 bits. */
export const rootKeys = {
  HKLM: 0xffff_ffff_8000_0002n,
  HKU: 0xffff_ffff_8000_0003n,
} as const;

/** Rights of winnt.h: reading values and names, writing values, and which half of the registry is meant. */
export const keyRights = { query: 0x1, set: 0x2, enumerate: 0x8, view64: 0x100, view32: 0x200 } as const;
