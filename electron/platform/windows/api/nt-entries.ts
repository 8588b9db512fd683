import type { Drives, HeldEntry, Use } from '../quarantine/held-entry.ts';
import { closedToOthers } from '../quarantine/security.ts';
import {
  basicInformation,
  factsFrom,
  namesFrom,
  recordBytes,
  renameInformation,
  streamsFrom,
} from './nt-entry-records.ts';
import {
  bytesDone,
  endedBlock,
  information,
  listedParts,
  ntFileCalls,
  queried,
  setRecord,
} from './nt-file-calls.ts';
import type { NtHandle } from './nt-object.ts';
import { closeHandle, objectAttributes, opened } from './nt-object.ts';
import { mustSucceed, statuses } from './nt-status.ts';
import { securityOf, setSecurity } from './nt-security.ts';
import { privileges } from './privileges.ts';

/** READ_CONTROL, FILE_READ_ATTRIBUTES, FILE_READ_EA, SYNCHRONIZE. */
const looking = 0x2_0000 | 0x80 | 0x8 | 0x10_0000;
/** FILE_LIST_DIRECTORY and FILE_TRAVERSE; of a file the first one is FILE_READ_DATA. */
const content = { read: 0x1, traverse: 0x20, write: 0x2 | 0x4 } as const;
const deleting = 0x1_0000;
/** FILE_WRITE_ATTRIBUTES, WRITE_DAC, WRITE_OWNER. */
const changing = 0x100 | 0x4_0000 | 0x8_0000;
const auditing = 0x100_0000;
const share = { read: 0x1, write: 0x2, remove: 0x4, all: 0x7 } as const;

const uses: Readonly<Record<Use, { readonly rights: number; readonly share: number }>> = {
  look: { rights: looking, share: share.all },
  list: { rights: looking | content.read | content.traverse, share: share.all },
  // Who lets nobody move it is told by that, too.
  read: { rights: looking | content.read | deleting, share: share.read | share.remove },
  take: { rights: looking | deleting | 0x100, share: share.read },
  change: { rights: looking | changing, share: share.all },
};

const openExisting = 1;
const makeNew = 2;
/** FILE_SYNCHRONOUS_IO_NONALERT, FILE_OPEN_FOR_BACKUP_INTENT, FILE_OPEN_REPARSE_POINT. */
const asItLies = 0x20 | 0x4000 | 0x20_0000;
const onlyFolder = 0x1;
const onlyFile = 0x40;
const readReparsePoint = 0x9_00a8;
const mostLinkBytes = 16 * 1024;
const readOnly = 0x1;

/** The drives of the running Windows. */
export const liveDrives: Drives = {
  top: (drive) => {
    if (!/^[a-z]:$/i.test(drive)) throw new Error(`${drive}: no drive`);
    const name = `\\??\\${drive}\\`;
    const { rights, share: shared } = uses.list;
    return held(openFile({ parent: 0n, name }, drive, rights, shared, asItLies | onlyFolder), drive, false);
  },
};

const openFile = (
  wanted: { readonly parent: NtHandle; readonly name: string; readonly security?: Buffer },
  path: string,
  rights: number,
  shared: number,
  options: number,
  disposition = openExisting,
): NtHandle => {
  // Rights of backup programs count only for those who have woken them.
  privileges();
  return opened(path, (handle) =>
    ntFileCalls().create(
      handle,
      rights >>> 0,
      objectAttributes(wanted),
      endedBlock(),
      null,
      0x80,
      shared,
      disposition,
      options,
      null,
      0,
    ),
  );
};

/** One name and no more: it neither climbs nor goes down, and names no stream. */
const plainName = (name: string): string => {
  if (name === '' || name === '.' || name === '..' || /[\\/:\0]/.test(name))
    throw Object.assign(new Error(`${name}: no name of a file`), { code: 'EINVAL' });
  return name;
};

const partName = (name: string, stream: string | undefined): string =>
  stream === undefined ? plainName(name) : `${plainName(name)}:${plainName(stream)}`;

const below = (path: string, name: string): string => `${path}\\${name}`;

const held = (handle: NtHandle, path: string, isAudited: boolean): HeldEntry => {
  const facts: HeldEntry['facts'] = () =>
    factsFrom(
      queried(handle, path, information.basic, recordBytes.basic),
      queried(handle, path, information.standard, recordBytes.standard),
      queried(handle, path, information.extended, recordBytes.extended),
      queried(handle, path, information.identity, recordBytes.identity),
    );
  const entry: HeldEntry = {
    path,
    facts,
    security: () => securityOf(handle, path, isAudited),
    linkData: () => linkDataOf(handle, path),
    names: () => listedParts(handle, path).flatMap(namesFrom),
    streams: () => streamsOf(handle),
    into: (name, use, stream) => openBelow(handle, path, name, use, stream),
    make: (name, type, stream) => makeBelow(handle, path, name, type, stream),
    readInto: (buffer, at) => {
      const ended = endedBlock();
      const where = offset(at);
      const status = ntFileCalls().read(handle, 0, null, null, ended, buffer, buffer.length, where, null);
      if (status >>> 0 === statuses.endOfFile) return 0;
      mustSucceed(path, status);
      return bytesDone(ended);
    },
    write: (bytes, at) => {
      const ended = endedBlock();
      const where = offset(at);
      mustSucceed(path, ntFileCalls().write(handle, 0, null, null, ended, bytes, bytes.length, where, null));
      if (bytesDone(ended) !== bytes.length) throw Object.assign(new Error(path), { code: 'ENOSPC' });
    },
    moveTo: (folder, name) => {
      const target = handles.get(folder);
      if (target === undefined) throw new Error(`${folder.path} is not open`);
      setRecord(handle, path, information.rename, renameInformation(target, plainName(name)));
    },
    remove: () => {
      const { attributes } = facts();
      const keep = { created: 0n, read: 0n, written: 0n };
      // Windows takes nothing away that is only to be read.
      if ((attributes & readOnly) !== 0) entry.stamp({ ...keep, attributes: attributes & ~readOnly });
      setRecord(handle, path, information.disposition, Buffer.from([1]));
    },
    stamp: (stamp) => setRecord(handle, path, information.basic, basicInformation(stamp)),
    secure: (security) => setSecurity(handle, path, security),
    flush: () => mustSucceed(path, ntFileCalls().flush(handle, endedBlock())),
    freeBytes: () => freeBytesOf(handle, path),
    close: () => {
      if (handles.delete(entry)) closeHandle(handle);
    },
  };
  handles.set(entry, handle);
  return entry;
};

/** What is open now: a folder that something moves to is named by its handle. */
const handles = new Map<HeldEntry, NtHandle>();

const offset = (at: number): Buffer => {
  const where = Buffer.alloc(8);
  where.writeBigInt64LE(BigInt(at));
  return where;
};

const openBelow = (
  parent: NtHandle,
  path: string,
  name: string,
  use: Use,
  stream: string | undefined,
): HeldEntry => {
  const own = below(path, name);
  const { rights, share: shared } = uses[use];
  const options = asItLies | (use === 'list' ? onlyFolder : 0);
  const withAudit = privileges().audit && use !== 'list';
  const handle = openFile(
    { parent, name: partName(name, stream) },
    own,
    rights | (withAudit ? auditing : 0),
    shared,
    options,
  );
  const entry = held(handle, own, withAudit);
  try {
    if (use === 'list' && entry.facts().type === 'link')
      throw Object.assign(new Error(own), { code: 'ELOOP' });
    return entry;
  } catch (error) {
    entry.close();
    throw error;
  }
};

const makeBelow = (
  parent: NtHandle,
  path: string,
  name: string,
  type: 'file' | 'folder',
  stream: string | undefined,
): HeldEntry => {
  const own = below(path, name);
  const rights = looking | content.read | content.traverse | content.write | deleting | changing;
  const withAudit = privileges().audit;
  const handle = openFile(
    // A named part has the security of its file.
    { parent, name: partName(name, stream), ...(stream === undefined ? { security: closedToOthers } : {}) },
    own,
    rights | (withAudit ? auditing : 0),
    // Its named parts are opened beside it.
    share.all,
    asItLies | (type === 'folder' ? onlyFolder : onlyFile),
    makeNew,
  );
  return held(handle, own, withAudit);
};

const linkDataOf = (handle: NtHandle, path: string): Buffer => {
  const [data, ended] = [Buffer.alloc(mostLinkBytes), endedBlock()];
  const { control } = ntFileCalls();
  mustSucceed(path, control(handle, 0, null, null, ended, readReparsePoint, null, 0, data, mostLinkBytes));
  return data.subarray(0, bytesDone(ended));
};

/** File systems without named streams do not know the question. */
const streamsOf = (handle: NtHandle): ReturnType<HeldEntry['streams']> => {
  for (let size = 4096; size <= 1 << 20; size *= 4) {
    const [list, ended] = [Buffer.alloc(size), endedBlock()];
    const status = ntFileCalls().query(handle, ended, list, size, information.stream) >>> 0;
    if (status === statuses.success) return streamsFrom(list.subarray(0, bytesDone(ended)));
    if (status !== statuses.bufferOverflow) return undefined;
  }
  return undefined;
};

const sizeInformation = 3;

/** FILE_FS_SIZE_INFORMATION: all units, free ones, sectors a unit, bytes a sector. */
const freeBytesOf = (handle: NtHandle, path: string): number => {
  const record = Buffer.alloc(24);
  mustSucceed(path, ntFileCalls().volume(handle, endedBlock(), record, record.length, sizeInformation));
  return Number(record.readBigInt64LE(8)) * record.readUInt32LE(16) * record.readUInt32LE(20);
};
