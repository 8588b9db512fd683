import type { RegistryValue } from '../registry/registry.ts';

/** KEY_FULL_INFORMATION (wdm.h). */
export interface KeyFacts {
  readonly writtenAt: bigint;
  readonly subkeys: number;
  readonly values: number;
  readonly className: string;
}

export const keyFactsFrom = (record: Buffer): KeyFacts => {
  const classAt = record.readUInt32LE(12);
  const classBytes = record.readUInt32LE(16);
  return {
    writtenAt: record.readBigInt64LE(0),
    subkeys: record.readUInt32LE(20),
    values: record.readUInt32LE(32),
    className: classBytes === 0 ? '' : record.toString('utf16le', classAt, classAt + classBytes),
  };
};

/** KEY_BASIC_INFORMATION. */
export const keyNameFrom = (record: Buffer): string =>
  record.toString('utf16le', 16, 16 + record.readUInt32LE(12));

/** KEY_VALUE_FULL_INFORMATION. */
export const valueFrom = (record: Buffer): RegistryValue => {
  const dataAt = record.readUInt32LE(8);
  return {
    name: record.toString('utf16le', 20, 20 + record.readUInt32LE(16)),
    type: record.readUInt32LE(4),
    data: Buffer.from(record.subarray(dataAt, dataAt + record.readUInt32LE(12))),
  };
};

/** KEY_FLAGS_INFORMATION: whether Windows forgets the key when it stops. */
export const isVolatileFrom = (record: Buffer): boolean => (record.readUInt32LE(4) & 0x1) !== 0;
