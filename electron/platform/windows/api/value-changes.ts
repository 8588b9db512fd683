import type { Told } from '../machine.ts';
import { registryTypes } from '../registry/registry.ts';
import { lazily, systemLibrary } from './koffi.ts';
import { keyRights, registryCalls, rootKeys } from './registry-calls.ts';
import { attempt, errors, windowsTrouble } from './trouble.ts';

const deleteCall = lazily((): ((key: bigint, name: string) => number) =>
  systemLibrary('advapi32.dll').func('int32 RegDeleteValueW(uintptr_t, str16)'),
);

/** Below `HKLM\` or `HKU\`, in the half of the registry for 64-bit programs. Undefined for any other place. */
const placeOf = (path: string): { readonly root: bigint; readonly below: string } | undefined => {
  const [, head = '', below = ''] = /^(HKLM|HKU)\\(.+)$/.exec(path) ?? [];
  return below === '' ? undefined : { root: rootKeys[head as keyof typeof rootKeys], below };
};

/** Writes one text (REG_SZ) under a name; makes the key when it is not there. */
export const writeText = (path: string, name: string, text: string): Told<true> =>
  attempt<Told<true>>(path, () => {
    const place = placeOf(path);
    if (place === undefined) return { kind: 'failed', why: `${path}: no place in the registry` };
    const opened = Buffer.alloc(8);
    const rights = keyRights.set | keyRights.view64;
    const { create, set, close } = registryCalls();
    const made = create(place.root, place.below, 0, null, 0, rights, null, opened, null);
    if (made !== errors.none) return windowsTrouble(path, made);
    const key = opened.readBigUInt64LE();
    try {
      const data = Buffer.from(`${text}\0`, 'utf16le');
      const code = set(key, name, 0, registryTypes.sz, data, data.length);
      return code === errors.none ? { kind: 'ok', value: true } : windowsTrouble(path, code);
    } finally {
      close(key);
    }
  });

/** Takes one value away; `missing` when there is none. */
export const deleteValue = (path: string, name: string): Told<true> =>
  attempt<Told<true>>(path, () => {
    const place = placeOf(path);
    if (place === undefined) return { kind: 'failed', why: `${path}: no place in the registry` };
    const opened = Buffer.alloc(8);
    const { open, close } = registryCalls();
    const code = open(place.root, place.below, 0, keyRights.set | keyRights.view64, opened);
    if (code === errors.fileNotFound) return { kind: 'missing' };
    if (code !== errors.none) return windowsTrouble(path, code);
    const key = opened.readBigUInt64LE();
    try {
      const gone = deleteCall()(key, name);
      if (gone === errors.fileNotFound) return { kind: 'missing' };
      return gone === errors.none ? { kind: 'ok', value: true } : windowsTrouble(path, gone);
    } finally {
      close(key);
    }
  });
