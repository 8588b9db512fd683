import { randomUUID } from 'node:crypto';
import type { Told } from '../machine.ts';
import { registryTypes } from '../registry/registry.ts';
import { textUpToZero } from './koffi.ts';
import type { KeyHandle } from './registry-calls.ts';
import { keyRights, registryCalls, rootKeys } from './registry-calls.ts';
import { attempt, errors, windowsTrouble } from './trouble.ts';

const parentPath = 'SOFTWARE\\RemovalAssistant';
const path = `${parentPath}\\Session`;
const what = `HKLM\\${path}`;
const valueName = 'Start';
/** REG_OPTION_VOLATILE: kept in memory only, gone when Windows stops. */
const volatile = 1;

/** The mark of this start of Windows. Without `make` nothing is written. */
export const startMark = (make: boolean): Told<string> =>
  attempt<Told<string>>(what, () => {
    const known = readMark();
    return make && known.kind === 'missing' ? makeMark() : known;
  });

const readMark = (): Told<string> => {
  const opened = Buffer.alloc(8);
  const rights = keyRights.query | keyRights.view64;
  const code = registryCalls().open(rootKeys.HKLM, path, 0, rights, opened);
  if (code === errors.fileNotFound) return { kind: 'missing' };
  if (code !== errors.none) return windowsTrouble(what, code);
  return closing(opened, (key) => {
    const value = Buffer.alloc(256);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(value.length);
    const type = Buffer.alloc(4);
    const asked = registryCalls().query(key, valueName, null, type, value, size);
    if (asked === errors.fileNotFound) return { kind: 'missing' };
    if (asked !== errors.none) return windowsTrouble(what, asked);
    const mark = textUpToZero(value.subarray(0, size.readUInt32LE()));
    if (type.readUInt32LE() === registryTypes.sz && mark !== '') return { kind: 'ok', value: mark };
    return { kind: 'failed', why: `${what}: ${valueName} is no name` };
  });
};

/**
 * Whoever makes the key first names it: a key's class is given in the very step that makes it, and later makers find
 * the first one's. The value is that class, so they all write the same.
 */
const makeMark = (): Told<string> => {
  // The folder above is made to be forgotten as well.
  const parent = create(parentPath, null);
  if (parent.kind !== 'ok') return parent;
  registryCalls().close(parent.value.readBigUInt64LE());
  const session = create(path, randomUUID());
  if (session.kind !== 'ok') return session;
  return closing(session.value, (key) => {
    const name = Buffer.alloc(256);
    const units = Buffer.alloc(4);
    units.writeUInt32LE(128);
    const { info, set } = registryCalls();
    const asked = info(key, name, units, null, null, null, null, null, null, null, null, null);
    if (asked !== errors.none) return windowsTrouble(what, asked);
    const mark = textUpToZero(name);
    if (mark === '') return { kind: 'failed', why: `${what} was made by something else` };
    const data = Buffer.from(`${mark}\0`, 'utf16le');
    const code = set(key, valueName, 0, registryTypes.sz, data, data.length);
    return code === errors.none ? { kind: 'ok', value: mark } : windowsTrouble(what, code);
  });
};

const create = (below: string, className: string | null): Told<Buffer> => {
  const key = Buffer.alloc(8);
  const rights = keyRights.query | keyRights.set | keyRights.view64;
  const { create: call } = registryCalls();
  const code = call(rootKeys.HKLM, below, 0, className, volatile, rights, null, key, null);
  return code === errors.none ? { kind: 'ok', value: key } : windowsTrouble(what, code);
};

const closing = <T>(opened: Buffer, work: (key: KeyHandle) => T): T => {
  const key = opened.readBigUInt64LE();
  try {
    return work(key);
  } finally {
    registryCalls().close(key);
  }
};
