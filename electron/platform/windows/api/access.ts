import type { Access, Told } from '../machine.ts';
import { lazily, systemLibrary } from './koffi.ts';
import type { FileHandle } from './open-handle.ts';
import { withOpenFile } from './open-handle.ts';
import { parseSecurityDescriptor } from './security-descriptor.ts';
import type { Trouble } from './trouble.ts';
import { attempt, errors, lastError, windowsTrouble } from './trouble.ts';

/** READ_CONTROL, FILE_READ_ATTRIBUTES. */
const askOnly = 0x2_0000 | 0x80;
/** Nobody is kept from reading, writing or deleting meanwhile. */
const shareAll = 0x7;
/** FILE_FLAG_BACKUP_SEMANTICS opens folders too, FILE_FLAG_OPEN_REPARSE_POINT a link instead of what is behind it. */
const asItLies = 0x0200_0000 | 0x0020_0000;

const ownerAndList = 0x1 | 0x4;

const folderAttribute = 0x10;
const reparseAttribute = 0x400;
const fileInformationBytes = 52;

interface Calls {
  readonly security: (
    handle: FileHandle,
    parts: number,
    descriptor: Buffer,
    size: number,
    needed: Buffer,
  ) => number;
  readonly information: (handle: FileHandle, record: Buffer) => number;
}

const calls = lazily((): Calls => ({
  security: systemLibrary('advapi32.dll').func(
    'int GetKernelObjectSecurity(intptr_t, uint32, void *, uint32, void *)',
  ),
  information: systemLibrary('kernel32.dll').func('int GetFileInformationByHandle(intptr_t, void *)'),
}));

/** Of the very object that the path names; a link or junction at its end is not followed. */
export const access = (path: string): Told<Access> =>
  attempt(path, () =>
    withOpenFile<Access>(path, { rights: askOnly, share: shareAll, flags: asItLies }, (handle) => {
      const record = Buffer.alloc(fileInformationBytes);
      if (calls().information(handle, record) === 0) return windowsTrouble(path, lastError());
      const descriptor = descriptorOf(handle, path);
      if ('why' in descriptor) return descriptor;
      const parsed = parseSecurityDescriptor(descriptor.bytes);
      if (parsed === undefined) return { kind: 'failed', why: `${path}: its access list cannot be read` };
      return { kind: 'ok', value: { ...parsed, ...shapeFrom(record.readUInt32LE()) } };
    }),
  );

/** Out of the attributes of winnt.h: a folder that is a junction has both bits. */
export const shapeFrom = (attributes: number): Pick<Access, 'reparsePoint' | 'kind'> => ({
  reparsePoint: (attributes & reparseAttribute) !== 0,
  kind: (attributes & folderAttribute) === 0 ? 'file' : 'folder',
});

const descriptorOf = (handle: FileHandle, path: string): { readonly bytes: Buffer } | Trouble => {
  const needed = Buffer.alloc(4);
  let bytes = Buffer.alloc(1024);
  for (let tries = 0; tries < 3; tries += 1) {
    if (calls().security(handle, ownerAndList, bytes, bytes.length, needed) !== 0) return { bytes };
    const code = lastError();
    if (code !== errors.insufficientBuffer) return windowsTrouble(path, code);
    bytes = Buffer.alloc(needed.readUInt32LE());
  }
  return { kind: 'failed', why: `${path}: its access list changes faster than it can be read` };
};
