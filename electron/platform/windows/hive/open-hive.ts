import type { KeyReading, Registry } from '../registry/registry.ts';
import { sameName } from '../registry/values.ts';
import type { Budget, Hive } from './cells.ts';
import { Unreadable, baseBlockSize, binsOf, budgetFor } from './cells.ts';
import type { KeyNode } from './keys.ts';
import { childAt, keyAt, subkeyOffsets } from './keys.ts';
import { valuesOf } from './values.ts';

/**
 * A hive from a copy of its file in memory, or why it is none. `doubt`: its keys can be read, but they may not be all,
 * or not the newest: no list from it is whole.
 */
export type OpenedHive =
  | { readonly kind: 'ok'; readonly registry: Registry; readonly doubt: string | undefined }
  | { readonly kind: 'failed'; readonly why: string };

/**
 * Opens a hive whose top key stands for `mount`, such as `HKU\<sid>`; other paths are no business of it. Both views
 * see the same keys, as Windows shows them of a person's own. Whatever the bytes are, it and its registry answer: a
 * key is whole and right, or `failed` with a reason; nothing is left out of one.
 */
export const openHive = (bytes: Buffer, mount: string): OpenedHive => {
  const wrong = faultOfBase(bytes);
  if (wrong !== undefined) return { kind: 'failed', why: wrong };
  const size = bytes.readUInt32LE(40);
  const bins = binsOf(bytes, size);
  const hive: Hive = { bytes, bins, root: bytes.readUInt32LE(36) };
  const top = guarded(() => keyAt(hive, hive.root, budgetFor(hive)));
  if (top.kind !== 'ok') return top;
  return {
    kind: 'ok',
    registry: { read: (path) => Promise.resolve(readAt(hive, top.value, pathBelow(path, mount))) },
    doubt: isDirty(bytes) ? notClosed : (bins.at(-1)?.end ?? 0) < size ? notWhole : undefined,
  };
};

const notClosed = 'it was not closed properly, so its newest changes may be missing';
const notWhole = 'a part of the file is missing or damaged';

/** Two numbers are made equal when everything has been written; in between, changes lie in a log beside the file. */
const isDirty = (bytes: Buffer): boolean => bytes.readUInt32LE(4) !== bytes.readUInt32LE(8);

const faultOfBase = (bytes: Buffer): string | undefined => {
  if (bytes.length < baseBlockSize || bytes.toString('latin1', 0, 4) !== 'regf')
    return 'it is not a registry file';
  if (bytes.readUInt32LE(508) !== checksumOf(bytes)) return 'its first block is damaged';
  const [major, minor, type, format] = [20, 24, 28, 32].map((at) => bytes.readUInt32LE(at));
  const known = major === 1 && minor !== undefined && minor >= 3 && minor <= 6 && type === 0 && format === 1;
  return known ? undefined : 'it is of a version that is not known';
};

const checksumOf = (bytes: Buffer): number => {
  let sum = 0;
  for (let at = 0; at < 508; at += 4) sum ^= bytes.readInt32LE(at);
  if (sum === 0) return 1;
  return sum === -1 ? 0xfffffffe : sum >>> 0;
};

const pathBelow = (path: string, mount: string): readonly string[] => {
  if (!sameName(`${path}\\`.slice(0, mount.length + 1), `${mount}\\`))
    throw new Error(`${path} is not in the hive of ${mount}`);
  return path
    .slice(mount.length)
    .split('\\')
    .filter((part) => part !== '');
};

const readAt = (hive: Hive, top: KeyNode, names: readonly string[]): KeyReading => {
  const read = guarded((): KeyReading => {
    const key = names.reduce<KeyNode | undefined>(
      (above, name) => (above === undefined ? undefined : childNamed(hive, above, name, budgetFor(hive))),
      top,
    );
    return key === undefined ? { kind: 'missing' } : contentOf(hive, key, budgetFor(hive));
  });
  return read.kind === 'ok' ? read.value : read;
};

const contentOf = (hive: Hive, key: KeyNode, budget: Budget): KeyReading => {
  if (key.elsewhere) throw new Unreadable('it is a link to another key');
  return {
    kind: 'ok',
    subkeys: subkeyOffsets(hive, key, budget).map((offset) => childAt(hive, key, offset, budget).name),
    values: valuesOf(hive, key, budget),
  };
};

/** Nobody's file has so many torn keys in one place and is worth reading on. */
const mostTorn = 100;

/** A sibling that cannot be read may be the one that is looked for: then nobody knows that it is missing. */
const childNamed = (hive: Hive, key: KeyNode, name: string, budget: Budget): KeyNode | undefined => {
  if (key.elsewhere) throw new Unreadable('it is a link to another key');
  let alike: KeyNode | undefined;
  const torn: string[] = [];
  for (const offset of subkeyOffsets(hive, key, budget)) {
    const child = guarded(() => childAt(hive, key, offset, budget));
    if (child.kind === 'failed') {
      if (torn.push(child.why) > mostTorn) break;
    } else if (child.value.name === name) return child.value;
    else if (sameName(child.value.name, name)) alike ??= child.value;
  }
  if (alike === undefined && torn[0] !== undefined) throw new Unreadable(torn[0]);
  return alike;
};

type Guarded<T> =
  { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'failed'; readonly why: string };

const guarded = <T>(look: () => T): Guarded<T> => {
  try {
    return { kind: 'ok', value: look() };
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'failed', why: error.message };
    throw error;
  }
};
