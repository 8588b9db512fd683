import { decodeText } from '../shared/decode-text.ts';
import { readForeignFile } from '../shared/open-file.ts';
import { parseBinaryPlist } from './plist-binary.ts';
import { parseXmlPlist } from './plist-xml.ts';

/** A property list's top level, as every list that is read here has it. */
export type PlistDict = Readonly<Record<string, unknown>>;

/** Info.plist files of large applications reach a few hundred KB. In bytes. */
const largestFile = 8 * 1024 * 1024;

/**
 * Reads a property list, XML or binary. Undefined for an empty file, which is a common way to keep a launch item from
 * coming back. Throws what the file system throws, and for what is no property list.
 *
 * It reads in this process: the system's `plutil` would be one start for each of some hundred applications.
 */
export const readPlist = async (path: string): Promise<PlistDict | undefined> => {
  const bytes = await readForeignFile(path, largestFile);
  return bytes.length === 0 ? undefined : parsePlist(bytes);
};

/** Throws for what is no property list, or one whose top level is no dictionary. */
export const parsePlist = (bytes: Buffer): PlistDict => {
  const value = parsed(bytes);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notAPlist();
  return value as PlistDict;
};

const parsed = (bytes: Buffer): unknown => {
  try {
    if (bytes.subarray(0, 6).toString('latin1') === 'bplist') return parseBinaryPlist(bytes);
    return parseXmlPlist(decodeText(bytes) ?? '');
  } catch {
    // The parsers speak of offsets and tags; for a person there is only one thing to know.
    throw notAPlist();
  }
};

const notAPlist = (): Error => new Error('it is not a property list');

export const textIn = (dict: PlistDict, key: string): string | undefined => {
  const value = dict[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export const arrayIn = (dict: PlistDict, key: string): readonly unknown[] => {
  const value = dict[key];
  return Array.isArray(value) ? value : [];
};
