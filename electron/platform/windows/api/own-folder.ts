import { folderNamed, profileListKey } from '../folders.ts';
import type { Told } from '../machine.ts';
import { textOf } from '../registry/values.ts';
import { lazily, systemLibrary, wideText } from './koffi.ts';
import { keyRights, registryCalls, rootKeys } from './registry-calls.ts';
import type { Trouble } from './trouble.ts';
import { attempt, errors, lastError, windowsTrouble } from './trouble.ts';

const pathUnits = 260;
/** Beyond this many units Windows wants the other form of a path for a folder. */
const longPath = 248;
const alreadyExists = 183;
/** The only revision of the text form of security descriptors (SDDL_REVISION_1). */
const textRevision = 1;
/** SECURITY_ATTRIBUTES (minwinbase.h): its size, the descriptor, whether handles are inherited. */
const attributesBytes = 24;

interface Calls {
  readonly windowsFolder: (path: Buffer, units: number) => number;
  readonly parse: (text: string, revision: number, descriptor: Buffer, size: null) => number;
  readonly make: (path: string, attributes: Buffer) => number;
  readonly free: (memory: bigint) => bigint;
}

const calls = lazily((): Calls => {
  const kernel32 = systemLibrary('kernel32.dll');
  return {
    windowsFolder: kernel32.func('uint32 GetSystemWindowsDirectoryW(void *, uint32)'),
    parse: systemLibrary('advapi32.dll').func(
      'int ConvertStringSecurityDescriptorToSecurityDescriptorW(str16, uint32, void *, void *)',
    ),
    make: kernel32.func('int CreateDirectoryW(str16, void *)'),
    free: kernel32.func('uintptr_t LocalFree(uintptr_t)'),
  };
});

/** `exists`: something of that name is there. `missing`: the folder above is not. */
export type NotMade = { readonly kind: 'exists' | 'missing' } | Trouble;
export type MadeFolder = { readonly kind: 'made' } | NotMade;

/**
 * Makes one folder that has this access list from its first moment, so that nobody can put anything into it before.
 * `access` is an owner and an access list in Windows' text form (SDDL).
 */
export const makeFolder = (path: string, access: string): MadeFolder =>
  attempt<MadeFolder>(path, () => {
    const { parse, make, free } = calls();
    const parsed = Buffer.alloc(8);
    if (parse(access, textRevision, parsed, null) === 0) return windowsTrouble(path, lastError());
    const descriptor = parsed.readBigUInt64LE();
    try {
      const attributes = Buffer.alloc(attributesBytes);
      attributes.writeUInt32LE(attributesBytes);
      attributes.writeBigUInt64LE(descriptor, 8);
      if (make(path.length < longPath ? path : `\\\\?\\${path}`, attributes) !== 0) return { kind: 'made' };
      const code = lastError();
      if (code === alreadyExists) return { kind: 'exists' };
      return code === errors.pathNotFound || code === errors.fileNotFound
        ? { kind: 'missing' }
        : windowsTrouble(path, code);
    } finally {
      free(descriptor);
    }
  });

/** `%ProgramData%` as the machine's registry names it, whatever the environment says. At once, unlike `windowsFolders`. */
export const programDataFolder = (): Told<string> =>
  attempt<Told<string>>('ProgramData', () => {
    const path = Buffer.alloc(2 * pathUnits);
    const drive = wideText(path, Math.min(calls().windowsFolder(path, pathUnits), 2));
    const folder = folderNamed(profileListText('ProgramData'), { systemDrive: drive });
    return folder === undefined
      ? { kind: 'failed', why: `${profileListKey} names no ProgramData` }
      : { kind: 'ok', value: folder };
  });

const profileListText = (name: string): string | undefined => {
  const { open, query, close } = registryCalls();
  const opened = Buffer.alloc(8);
  const below = profileListKey.replace('HKLM\\', '');
  if (open(rootKeys.HKLM, below, 0, keyRights.query | keyRights.view64, opened) !== errors.none)
    return undefined;
  const key = opened.readBigUInt64LE();
  try {
    const [type, size, data] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.alloc(4 * pathUnits)];
    size.writeUInt32LE(data.length);
    if (query(key, name, null, type, data, size) !== errors.none) return undefined;
    return textOf({ name, type: type.readUInt32LE(), data: data.subarray(0, size.readUInt32LE()) });
  } finally {
    close(key);
  }
};
