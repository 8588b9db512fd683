import { whyOf } from '../../shared/why.ts';
import type { KeyReading, Registry, RegistryValue, RegistryView } from '../registry/registry.ts';
import { wideText } from './koffi.ts';
import { createPace } from './pace.ts';
import type { KeyHandle, RegistryCalls } from './registry-calls.ts';
import { keyRights, registryCalls, rootKeys } from './registry-calls.ts';
import { errors, windowsTrouble } from './trouble.ts';

/** Longest name of a value, in UTF-16 units with its closing zero; those of keys are shorter (256). */
const nameUnits = 16_384;
/** No value comes near: a hive that holds more is damaged. In bytes. */
const mostData = 64 * 1024 * 1024;
/** How often a key is read anew because it changed meanwhile. */
const mostTries = 5;

/** The registry of the running Windows. Nothing is loaded or opened before the first `read`. */
export const liveRegistry = (): Registry => {
  const pace = createPace();
  return {
    async read(path, view) {
      try {
        return await readKey(path, view, pace.rest);
      } catch (error) {
        return { kind: 'failed', why: `${path}: ${whyOf(error)}` };
      }
    },
  };
};

/** Lets others run when it is time for that. */
type Rest = () => Promise<void> | undefined;

const readKey = async (path: string, view: RegistryView, rest: Rest): Promise<KeyReading> => {
  const place = placeOf(path);
  if (place === undefined) return { kind: 'failed', why: `${path}: no place in the registry` };
  await rest();
  const calls = registryCalls();
  const wow = view === '64' ? keyRights.view64 : keyRights.view32;
  const opened = Buffer.alloc(8);
  const rights = keyRights.query | keyRights.enumerate | wow;
  const code = calls.open(place.root, place.below, 0, rights, opened);
  if (code !== errors.none) return notRead(path, code);
  const key = opened.readBigUInt64LE();
  try {
    return await readOpened(calls, key, path, rest);
  } finally {
    calls.close(key);
  }
};

/** Undefined for what Windows would not take as it stands: a zero would silently end the path there. */
const placeOf = (path: string): { readonly root: KeyHandle; readonly below: string } | undefined => {
  const [head = '', ...rest] = path.split('\\');
  const name = head.toUpperCase();
  if (path.includes('\0') || (name !== 'HKLM' && name !== 'HKU')) return undefined;
  return { root: rootKeys[name], below: rest.filter((part) => part !== '').join('\\') };
};

const notRead = (path: string, code: number): KeyReading =>
  code === errors.fileNotFound || code === errors.pathNotFound || code === errors.keyDeleted
    ? { kind: 'missing' }
    : windowsTrouble(path, code);

/**
 * Keys and values are asked for by their number, so one that is added or taken away meanwhile moves the others, and one
 * could be missed. The key's counts and its time tell: then it is read anew.
 */
const readOpened = async (
  calls: RegistryCalls,
  key: KeyHandle,
  path: string,
  rest: Rest,
): Promise<KeyReading> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = infoOf(calls, key);
    if (typeof before === 'number') return notRead(path, before);
    const subkeys = await listed(before.subkeys, (index) => subkeyAt(calls, key, index), rest);
    const values = await listed(before.values, (index) => valueAt(calls, key, index), rest);
    const after = infoOf(calls, key);
    if (typeof after === 'number') return notRead(path, after);
    const isSame = before.subkeys === after.subkeys && before.values === after.values;
    if (isSame && before.writtenAt === after.writtenAt) {
      if (typeof subkeys === 'number') return notRead(path, subkeys);
      if (typeof values === 'number') return notRead(path, values);
      return { kind: 'ok', subkeys, values };
    }
  }
  return { kind: 'failed', why: `${path}: it changes faster than it can be read` };
};

interface KeyInfo {
  readonly subkeys: number;
  readonly values: number;
  readonly writtenAt: bigint;
}

/** Or an error number. */
const infoOf = (calls: RegistryCalls, key: KeyHandle): KeyInfo | number => {
  const { first, second, time } = scratch;
  const code = calls.info(key, null, null, null, first, null, null, second, null, null, null, time);
  if (code !== errors.none) return code;
  return {
    subkeys: first.readUInt32LE(),
    values: second.readUInt32LE(),
    writtenAt: time.readBigUInt64LE(),
  };
};

/** `count` entries, or the error number that ended it. */
const listed = async <T extends object | string>(
  count: number,
  entryAt: (index: number) => T | number,
  rest: Rest,
): Promise<readonly T[] | number> => {
  const entries: T[] = [];
  for (let index = 0; index < count; index += 1) {
    const entry = entryAt(index);
    if (typeof entry === 'number') return entry;
    entries.push(entry);
    const pause = rest();
    if (pause !== undefined) await pause;
  }
  return entries;
};

/** Shared by all readings: what a call leaves here is copied out before anything else can run. */
const scratch = {
  first: Buffer.alloc(4),
  second: Buffer.alloc(4),
  third: Buffer.alloc(4),
  time: Buffer.alloc(8),
  name: Buffer.alloc(2 * nameUnits),
  data: Buffer.alloc(64 * 1024),
};

const subkeyAt = (calls: RegistryCalls, key: KeyHandle, index: number): string | number => {
  const { first, name } = scratch;
  first.writeUInt32LE(nameUnits);
  const code = calls.subkey(key, index, name, first, null, null, null, null);
  return code === errors.none ? wideText(name, first.readUInt32LE()) : code;
};

const valueAt = (calls: RegistryCalls, key: KeyHandle, index: number): RegistryValue | number => {
  const { first, second, third, name } = scratch;
  for (;;) {
    first.writeUInt32LE(nameUnits);
    third.writeUInt32LE(scratch.data.length);
    const code = calls.value(key, index, name, first, null, second, scratch.data, third);
    const size = third.readUInt32LE();
    if (code === errors.none)
      return {
        name: wideText(name, first.readUInt32LE()),
        type: second.readUInt32LE(),
        data: Buffer.from(scratch.data.subarray(0, size)),
      };
    if (code !== errors.moreData || scratch.data.length >= mostData) return code;
    scratch.data = Buffer.alloc(Math.min(Math.max(size, 2 * scratch.data.length), mostData));
  }
};
