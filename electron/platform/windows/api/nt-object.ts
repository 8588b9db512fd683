import { addressOf, lazily, systemLibrary } from './koffi.ts';
import { mustSucceed } from './nt-status.ts';

/** An open file, folder or key. */
export type NtHandle = bigint;

const attributesBytes = 48;
const textBytes = 16;
const caseIgnored = 0x40;
const linkItself = 0x100;

export interface Wanted {
  /** What the name is looked up in; 0 for a whole name. The object itself, whatever became of its path. */
  readonly parent: NtHandle;
  /** Any characters at all: nothing ends it before its end. */
  readonly name: string;
  /** A self-relative descriptor that something new gets with its first moment. */
  readonly security?: Buffer;
  /** Of keys: a link is opened itself. */
  readonly asLink?: boolean;
}

/**
 * OBJECT_ATTRIBUTES (ntdef.h) with the name and the descriptor that it points to, all in one buffer: what is an argument
 * of the call cannot be collected during it.
 */
export const objectAttributes = ({ parent, name, security, asLink }: Wanted): Buffer => {
  const text = Buffer.from(name, 'utf16le');
  const nameAt = attributesBytes + textBytes;
  const securityAt = Math.ceil((nameAt + text.length) / 8) * 8;
  const buffer = Buffer.alloc(securityAt + (security?.length ?? 0));
  const address = addressOf(buffer);
  buffer.writeUInt32LE(attributesBytes, 0);
  buffer.writeBigUInt64LE(BigInt.asUintN(64, parent), 8);
  buffer.writeBigUInt64LE(address + BigInt(attributesBytes), 16);
  buffer.writeUInt32LE(caseIgnored | (asLink === true ? linkItself : 0), 24);
  if (security !== undefined) buffer.writeBigUInt64LE(address + BigInt(securityAt), 32);
  buffer.writeUInt16LE(text.length, attributesBytes);
  buffer.writeUInt16LE(text.length, attributesBytes + 2);
  buffer.writeBigUInt64LE(address + BigInt(nameAt), attributesBytes + 8);
  text.copy(buffer, nameAt);
  security?.copy(buffer, securityAt);
  return buffer;
};

/** UNICODE_STRING and its text, in one buffer. */
export const unicodeString = (text: string): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  const buffer = Buffer.alloc(textBytes + bytes.length);
  buffer.writeUInt16LE(bytes.length, 0);
  buffer.writeUInt16LE(bytes.length, 2);
  buffer.writeBigUInt64LE(addressOf(buffer) + BigInt(textBytes), 8);
  bytes.copy(buffer, textBytes);
  return buffer;
};

const closeCall = lazily((): ((handle: NtHandle) => number) =>
  systemLibrary('ntdll.dll').func('int32 NtClose(intptr_t)'),
);

export const closeHandle = (handle: NtHandle): void => {
  closeCall()(handle);
};

/** Opens by `call`, which puts the handle into the buffer that it is given. */
export const opened = (what: string, call: (handle: Buffer) => number): NtHandle => {
  const handle = Buffer.alloc(8);
  mustSucceed(what, call(handle));
  return handle.readBigInt64LE();
};
