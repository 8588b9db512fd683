import { describe, expect, it } from 'vitest';
import { parseProcessRecord, processRecordBytes } from './process-record.ts';

describe('a record of the list of processes', () => {
  it('is read as Wine gave it', () => {
    const head =
      '3802000000000000440000000000000000000000000000000000000006000000380000000200000000000000' +
      '770069006e0065006400650076006900630065002e00650078006500';
    const bytes = Buffer.alloc(processRecordBytes);
    Buffer.from(head, 'hex').copy(bytes);
    expect(parseProcessRecord(bytes)).toEqual({ pid: 68, parentPid: 56, name: 'winedevice.exe' });
  });

  it('ends its name at the zero, whatever an earlier and longer name left behind it', () => {
    const bytes = Buffer.alloc(processRecordBytes, 'x\0');
    Buffer.from('avp.exe\0', 'utf16le').copy(bytes, 44);
    expect(parseProcessRecord(bytes).name).toBe('avp.exe');
  });

  it('may carry a name that fills its place', () => {
    const bytes = Buffer.alloc(processRecordBytes);
    Buffer.from('я'.repeat(260), 'utf16le').copy(bytes, 44);
    expect(parseProcessRecord(bytes).name).toBe('я'.repeat(260));
  });
});
