import type { ServiceState } from '../machine.ts';

/** Size of an ENUM_SERVICE_STATUS_PROCESSW of a 64-bit program: two pointers, nine numbers, four bytes unused. */
const recordBytes = 56;

/**
 * The records that EnumServicesStatusExW leaves at the head of a buffer; their names stand behind them in the same
 * buffer, which lay at `address` then. Undefined when a record or a name reaches beyond it.
 */
export const parseServiceRecords = (
  bytes: Buffer,
  address: bigint,
  count: number,
): readonly ServiceState[] | undefined => {
  const services: ServiceState[] = [];
  if (count * recordBytes > bytes.length) return undefined;
  for (let index = 0; index < count; index += 1) {
    const at = index * recordBytes;
    const name = textAt(bytes, bytes.readBigUInt64LE(at) - address);
    // Wine points nowhere for a service that has only its name.
    const shown = bytes.readBigUInt64LE(at + 8);
    const displayName = shown === 0n ? '' : textAt(bytes, shown - address);
    if (name === undefined || displayName === undefined) return undefined;
    services.push({
      name,
      displayName,
      type: bytes.readUInt32LE(at + 16),
      state: bytes.readUInt32LE(at + 20),
      pid: bytes.readUInt32LE(at + 44),
    });
  }
  return services;
};

const textAt = (bytes: Buffer, offset: bigint): string | undefined => {
  if (offset < 0n || offset >= BigInt(bytes.length)) return undefined;
  const start = Number(offset);
  for (let end = start; end + 1 < bytes.length; end += 2) {
    if (bytes.readUInt16LE(end) === 0) return bytes.toString('utf16le', start, end);
  }
  return undefined;
};
