import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseServiceRecords } from './service-records.ts';

/** What EnumServicesStatusExW left under Wine 8: count and address of the buffer (hexadecimal), then its bytes. */
const captured = (): { readonly bytes: Buffer; readonly address: bigint; readonly count: number } => {
  const [head = '', ...lines] = readFileSync(
    resolve(import.meta.dirname, 'fixtures/wine-services.txt'),
    'utf8',
  ).split('\n');
  const [count = '', address = ''] = head.split(' ');
  return { bytes: Buffer.from(lines.join(''), 'hex'), address: BigInt(`0x${address}`), count: Number(count) };
};

/** As Windows fills it: records from the front, names from the end. */
const windowsBuffer = (name: string, displayName: string, address: bigint): Buffer => {
  const bytes = Buffer.alloc(400);
  const names = [displayName, name].map((text) => Buffer.from(`${text}\0`, 'utf16le'));
  let end = bytes.length;
  const [displayAt = 0, nameAt = 0] = names.map((text) => {
    end -= text.length;
    text.copy(bytes, end);
    return end;
  });
  bytes.writeBigUInt64LE(address + BigInt(nameAt), 0);
  bytes.writeBigUInt64LE(address + BigInt(displayAt), 8);
  [0x110, 4, 5, 0, 0, 0, 0, 4321, 0].forEach((number, index) => bytes.writeUInt32LE(number, 16 + 4 * index));
  return bytes;
};

describe('records of services', () => {
  it('are read with programs and drivers, running or not', () => {
    const { bytes, address, count } = captured();
    const services = parseServiceRecords(bytes, address, count);
    expect(services).toHaveLength(23);
    expect(services).toContainEqual({
      name: 'Eventlog',
      displayName: 'Event Log',
      type: 0x20,
      state: 4,
      pid: 172,
    });
    expect(services).toContainEqual({ name: 'HTTP', displayName: 'HTTP', type: 1, state: 1, pid: 0 });
    expect(services?.at(-1)?.name).toBe('Winedevice2');
  });

  it('keep names in any script, wherever in the buffer they stand', () => {
    const address = 0x7fff_1234_5678n;
    expect(parseServiceRecords(windowsBuffer('AVP21.3', 'Служба 卡巴斯基', address), address, 1)).toEqual([
      { name: 'AVP21.3', displayName: 'Служба 卡巴斯基', type: 0x110, state: 4, pid: 4321 },
    ]);
  });

  it('of a service that has only its name have no other one', () => {
    const bytes = windowsBuffer('klids', '', 0x1000n);
    bytes.writeBigUInt64LE(0n, 8);
    expect(parseServiceRecords(bytes, 0x1000n, 1)).toMatchObject([{ name: 'klids', displayName: '' }]);
  });

  it('are torn when a record or a name reaches beyond the buffer', () => {
    const { bytes, address, count } = captured();
    expect(parseServiceRecords(bytes, address, Math.ceil(bytes.length / 56))).toBeUndefined();
    expect(parseServiceRecords(bytes.subarray(0, bytes.length - 20), address, count)).toBeUndefined();
    expect(parseServiceRecords(bytes, address + 0x10_0000n, count)).toBeUndefined();
    expect(parseServiceRecords(bytes, address - 0x10_0000n, count)).toBeUndefined();
  });

  it('are none when there is none', () => {
    expect(parseServiceRecords(Buffer.alloc(0), 0n, 0)).toEqual([]);
  });
});
