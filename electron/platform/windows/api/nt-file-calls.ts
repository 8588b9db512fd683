import { lazily, systemLibrary } from './koffi.ts';
import type { NtHandle } from './nt-object.ts';
import { mustSucceed, statuses } from './nt-status.ts';

/** Functions of ntdll for files (ntifs.h). All answer a status. */
export interface NtFileCalls {
  readonly create: (
    handle: Buffer,
    rights: number,
    wanted: Buffer,
    ended: Buffer,
    size: null,
    attributes: number,
    share: number,
    disposition: number,
    options: number,
    extended: null,
    extendedBytes: number,
  ) => number;
  readonly read: (
    handle: NtHandle,
    event: number,
    call: null,
    context: null,
    ended: Buffer,
    bytes: Buffer,
    size: number,
    at: Buffer,
    key: null,
  ) => number;
  readonly write: NtFileCalls['read'];
  readonly query: (handle: NtHandle, ended: Buffer, record: Buffer, size: number, what: number) => number;
  readonly set: NtFileCalls['query'];
  readonly list: (
    handle: NtHandle,
    event: number,
    call: null,
    context: null,
    ended: Buffer,
    list: Buffer,
    size: number,
    what: number,
    single: number,
    mask: null,
    restart: number,
  ) => number;
  readonly control: (
    handle: NtHandle,
    event: number,
    call: null,
    context: null,
    ended: Buffer,
    what: number,
    input: null,
    inputBytes: number,
    output: Buffer,
    outputBytes: number,
  ) => number;
  readonly volume: NtFileCalls['query'];
  readonly flush: (handle: NtHandle, ended: Buffer) => number;
}

export const ntFileCalls = lazily((): NtFileCalls => {
  const ntdll = systemLibrary('ntdll.dll');
  const pouring = 'intptr_t, intptr_t, void *, void *, void *, void *, uint32, void *, void *';
  const asking = 'intptr_t, void *, void *, uint32, int';
  return {
    create: ntdll.func(
      'int32 NtCreateFile(void *, uint32, void *, void *, void *, uint32, uint32, uint32, uint32, void *, uint32)',
    ),
    read: ntdll.func(`int32 NtReadFile(${pouring})`),
    write: ntdll.func(`int32 NtWriteFile(${pouring})`),
    query: ntdll.func(`int32 NtQueryInformationFile(${asking})`),
    set: ntdll.func(`int32 NtSetInformationFile(${asking})`),
    list: ntdll.func(
      'int32 NtQueryDirectoryFile(intptr_t, intptr_t, void *, void *, void *, void *, uint32, int, uint8, void *, uint8)',
    ),
    control: ntdll.func(
      'int32 NtFsControlFile(intptr_t, intptr_t, void *, void *, void *, uint32, void *, uint32, void *, uint32)',
    ),
    volume: ntdll.func(`int32 NtQueryVolumeInformationFile(${asking})`),
    flush: ntdll.func('int32 NtFlushBuffersFile(intptr_t, void *)'),
  };
});

/** IO_STATUS_BLOCK: a status, and how many bytes it was about. */
export const endedBlock = (): Buffer => Buffer.alloc(16);
export const bytesDone = (ended: Buffer): number => Number(ended.readBigUInt64LE(8));

/** Numbers of FILE_INFORMATION_CLASS. */
export const information = {
  basic: 4,
  standard: 5,
  extended: 7,
  rename: 10,
  names: 12,
  disposition: 13,
  stream: 22,
  identity: 59,
} as const;

/** One record of a fixed size. */
export const queried = (handle: NtHandle, path: string, what: number, size: number): Buffer => {
  const record = Buffer.alloc(size);
  mustSucceed(path, ntFileCalls().query(handle, endedBlock(), record, size, what));
  return record;
};

export const setRecord = (handle: NtHandle, path: string, what: number, record: Buffer): void => {
  mustSucceed(path, ntFileCalls().set(handle, endedBlock(), record, record.length, what));
};

const listBytes = 64 * 1024;

/** All entries of a folder, in parts as Windows gives them. */
export const listedParts = (handle: NtHandle, path: string): readonly Buffer[] => {
  const parts: Buffer[] = [];
  for (;;) {
    const [list, ended] = [Buffer.alloc(listBytes), endedBlock()];
    const status = ntFileCalls().list(
      handle,
      0,
      null,
      null,
      ended,
      list,
      listBytes,
      information.names,
      0,
      null,
      parts.length === 0 ? 1 : 0,
    );
    // The top of an empty drive has not even the two names that stand for folders.
    const isEnd = status >>> 0 === statuses.noMoreFiles || status >>> 0 === statuses.noSuchFile;
    if (isEnd) return parts;
    mustSucceed(path, status);
    parts.push(list.subarray(0, bytesDone(ended)));
  }
};
