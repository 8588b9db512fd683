import { textUpToZero } from './koffi.ts';

/** Size of a PROCESSENTRY32W of a 64-bit program (tlhelp32.h). */
export const processRecordBytes = 568;

const nameAt = 44;
const nameBytes = 2 * 260;

export interface ProcessRecord {
  readonly pid: number;
  readonly parentPid: number;
  readonly name: string;
}

export const parseProcessRecord = (bytes: Buffer): ProcessRecord => ({
  pid: bytes.readUInt32LE(8),
  parentPid: bytes.readUInt32LE(32),
  name: textUpToZero(bytes.subarray(nameAt, nameAt + nameBytes)),
});
