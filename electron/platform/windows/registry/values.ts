import type { RegistryKey, RegistryValue } from './registry.ts';
import { registryTypes } from './registry.ts';

/**
 * What stored values say. Each decoder answers undefined for a value of another kind or a wrong size: what a program
 * wrote wrongly is not guessed at. A character of UTF-16 that has lost its other half stays as it is, so two different
 * stored names never become the same text.
 */

/** `REG_SZ` and `REG_EXPAND_SZ`, variables not resolved. Up to the first zero, as programs read it. */
export const textOf = ({ type, data }: RegistryValue): string | undefined =>
  type === registryTypes.sz || type === registryTypes.expandSz ? upToZero(decoded(data)) : undefined;

/**
 * `REG_MULTI_SZ`. Empty texts between others are kept: in `PendingFileRenameOperations` they mean "delete". The zeros
 * that close the last text and the list may be missing, as some programs write it.
 */
export const textsOf = ({ type, data }: RegistryValue): readonly string[] | undefined => {
  if (type !== registryTypes.multiSz) return undefined;
  const stored = decoded(data);
  const list = stored.endsWith('\0') ? stored.slice(0, -1) : stored;
  const texts = list.split('\0');
  // Each text is closed by a zero, so what follows the last one is no text.
  if (texts.at(-1) === '') texts.pop();
  return texts.every((text) => text === '') ? [] : texts;
};

/** `REG_DWORD` and `REG_QWORD`; undefined too for a number that a double cannot hold. */
export const numberOf = ({ type, data }: RegistryValue): number | undefined => {
  if (type === registryTypes.dword) return data.length === 4 ? data.readUInt32LE(0) : undefined;
  if (type !== registryTypes.qword || data.length !== 8) return undefined;
  const number = data.readBigUInt64LE(0);
  return number <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(number) : undefined;
};

/** Windows tells names of keys and values apart without regard to case. */
export const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The value with this name; the default value's name is empty. */
export const valueNamed = (key: RegistryKey, name: string): RegistryValue | undefined =>
  key.values.find((value) => sameName(value.name, name));

/** The text of a value; undefined when it is not there or is no text. An empty text stays one. */
export const textValue = (key: RegistryKey, name: string): string | undefined => {
  const value = valueNamed(key, name);
  return value === undefined ? undefined : textOf(value);
};

/** The number of a value; undefined when it is not there or is no number. */
export const numberValue = (key: RegistryKey, name: string): number | undefined => {
  const value = valueNamed(key, name);
  return value === undefined ? undefined : numberOf(value);
};

/** Half a character at the end, after an odd number of bytes, is no character. */
const decoded = (data: Buffer): string => data.toString('utf16le');

const upToZero = (text: string): string => {
  const end = text.indexOf('\0');
  return end === -1 ? text : text.slice(0, end);
};
