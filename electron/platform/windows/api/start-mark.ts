import { randomUUID } from 'node:crypto';
import type { Told } from '../machine.ts';
import { registryTypes } from '../registry/registry.ts';
import { textUpToZero } from './koffi.ts';
import { withLock } from './named-lock.ts';
import type { KeyHandle } from './registry-calls.ts';
import { keyRights, registryCalls, rootKeys } from './registry-calls.ts';
import { attempt, errors, windowsTrouble } from './trouble.ts';

const parentPath = 'SOFTWARE\\RemovalAssistant';
const path = `${parentPath}\\Session`;
const what = `HKLM\\${path}`;
const valueName = 'Start';
/** REG_OPTION_VOLATILE: kept in memory only, gone when Windows stops. */
const volatile = 1;
const markBytes = 256;

/** The mark of this start of Windows. Without `make` nothing is written. */
export const startMark = (make: boolean): Told<string> =>
  attempt<Told<string>>(what, () => {
    const known = openedMark();
    return make && known.kind === 'missing' ? makeMark() : known;
  });

const openedMark = (): Told<string> => {
  const opened = Buffer.alloc(8);
  const rights = keyRights.query | keyRights.view64;
  const code = registryCalls().open(rootKeys.HKLM, path, 0, rights, opened);
  if (code === errors.fileNotFound) return { kind: 'missing' };
  return code === errors.none ? closing(opened, readMark) : windowsTrouble(what, code);
};

const readMark = (key: KeyHandle): Told<string> => {
  const value = Buffer.alloc(markBytes);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(markBytes);
  const type = Buffer.alloc(4);
  const code = registryCalls().query(key, valueName, null, type, value, size);
  if (code === errors.fileNotFound) return { kind: 'missing' };
  if (code !== errors.none) return windowsTrouble(what, code);
  const mark = textUpToZero(value.subarray(0, size.readUInt32LE()));
  if (type.readUInt32LE() === registryTypes.sz && mark !== '') return { kind: 'ok', value: mark };
  return { kind: 'failed', why: `${what}: ${valueName} is no name` };
};

/** Whoever comes second finds what the first one wrote: between looking and writing no other may do either. */
const makeMark = (): Told<string> => {
  // The key above is made to be forgotten as well.
  const parent = created(parentPath);
  if (parent.kind !== 'ok') return parent;
  registryCalls().close(parent.value.readBigUInt64LE());
  const session = created(path);
  if (session.kind !== 'ok') return session;
  return closing(session.value, (key) =>
    withLock('RemovalAssistant.Start', () => {
      const known = readMark(key);
      return known.kind === 'missing' ? writeMark(key) : known;
    }),
  );
};

const writeMark = (key: KeyHandle): Told<string> => {
  const mark = randomUUID();
  const data = Buffer.from(`${mark}\0`, 'utf16le');
  const code = registryCalls().set(key, valueName, 0, registryTypes.sz, data, data.length);
  return code === errors.none ? { kind: 'ok', value: mark } : windowsTrouble(what, code);
};

const created = (below: string): Told<Buffer> => {
  const key = Buffer.alloc(8);
  const rights = keyRights.query | keyRights.set | keyRights.view64;
  const { create } = registryCalls();
  const code = create(rootKeys.HKLM, below, 0, null, volatile, rights, null, key, null);
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
