import { describe, expect, it } from 'vitest';
import {
  basicInformation,
  factsFrom,
  namesFrom,
  renameInformation,
  streamsFrom,
} from './nt-entry-records.ts';
import { isVolatileFrom, keyFactsFrom, keyNameFrom, valueFrom } from './nt-key-records.ts';
import { mustSucceed, statusError } from './nt-status.ts';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** Records of a list, each at a multiple of eight bytes from the one before it. */
const chain = (records: readonly Buffer[]): Buffer =>
  Buffer.concat(
    records.map((record, at) => {
      const padded = Buffer.alloc(Math.ceil(record.length / 8) * 8);
      record.copy(padded);
      padded.writeUInt32LE(at === records.length - 1 ? 0 : padded.length);
      return padded;
    }),
  );

describe('records about files', () => {
  const basic = basicInformation({ attributes: 0x23, created: 5n, read: 6n, written: -7n });
  const standard = Buffer.alloc(24);
  standard.writeBigInt64LE(2n ** 40n, 8);
  standard.writeUInt32LE(3, 16);
  const identity = Buffer.concat([Buffer.from('efcdab0000000000', 'hex'), Buffer.alloc(16, 0x11)]);
  const facts = (attributes: number) => {
    const record = Buffer.from(basic);
    record.writeUInt32LE(attributes, 32);
    return factsFrom(record, standard, Buffer.from([9, 0, 0, 0]), identity);
  };

  it('say all that has to be the same again', () => {
    expect(facts(0x23)).toEqual({
      type: 'file',
      attributes: 0x23,
      created: 5n,
      read: 6n,
      written: -7n,
      size: 2 ** 40,
      names: 3,
      extended: 9,
      volume: 'abcdef',
      number: '11'.repeat(16),
    });
  });

  it('tell a junction from a folder, and have no size for either', () => {
    expect([facts(0x410), facts(0x10)]).toMatchObject([
      { type: 'link', size: 0 },
      { type: 'folder', size: 0 },
    ]);
  });

  it('set only what a program may set, and none by its own word', () => {
    const set = (attributes: number) =>
      basicInformation({ attributes, created: 0n, read: 0n, written: 0n }).readUInt32LE(32);
    expect([set(0x10 | 0x400 | 0x800 | 0x2), set(0x10), set(0x2001)]).toEqual([0x2, 0x80, 0x2001]);
  });

  it('move to a name below a folder that is held, over nothing', () => {
    const record = renameInformation(0x1234n, 'kept');
    expect([record.readUInt8(0), record.readBigInt64LE(8), record.readUInt32LE(16)]).toEqual([0, 0x1234n, 8]);
    expect(record.toString('utf16le', 20, 28)).toBe('kept');
    expect(renameInformation(1n, 'a')).toHaveLength(24);
  });

  it('list every name but those that stand for folders themselves', () => {
    const name = (text: string): Buffer => {
      const head = Buffer.alloc(12);
      head.writeUInt32LE(2 * text.length, 8);
      return Buffer.concat([head, utf16(text)]);
    };
    expect(namesFrom(chain(['.', '..', 'Ж 卡', 'a'].map(name)))).toEqual(['Ж 卡', 'a']);
    expect(namesFrom(Buffer.alloc(0))).toEqual([]);
  });

  it('list named parts, and not the content itself', () => {
    const part = (text: string, size: number): Buffer => {
      const head = Buffer.alloc(24);
      head.writeUInt32LE(2 * text.length, 4);
      head.writeBigInt64LE(BigInt(size), 8);
      return Buffer.concat([head, utf16(text)]);
    };
    const list = chain([part('::$DATA', 100), part(':Zone.Identifier:$DATA', 26)]);
    expect(streamsFrom(list)).toEqual([{ name: 'Zone.Identifier', size: 26 }]);
  });
});

describe('records about keys', () => {
  it('say how many keys and values there are, and of which class it is', () => {
    const record = Buffer.alloc(44);
    record.writeBigInt64LE(77n, 0);
    record.writeUInt32LE(44, 12);
    record.writeUInt32LE(6, 16);
    record.writeUInt32LE(2, 20);
    record.writeUInt32LE(5, 32);
    expect(keyFactsFrom(Buffer.concat([record, utf16('odd')]))).toEqual({
      writtenAt: 77n,
      subkeys: 2,
      values: 5,
      className: 'odd',
    });
  });

  it('keep names with a zero in them, and data of any type to the last byte', () => {
    const name = utf16('a\0b');
    const head = Buffer.alloc(20);
    head.writeUInt32LE(0x12345, 4);
    head.writeUInt32LE(28, 8);
    head.writeUInt32LE(3, 12);
    head.writeUInt32LE(name.length, 16);
    const record = Buffer.concat([head, name, Buffer.alloc(2), Buffer.from([0, 255, 7]), Buffer.alloc(9)]);
    expect(valueFrom(record)).toEqual({ name: 'a\0b', type: 0x12345, data: Buffer.from([0, 255, 7]) });
    const key = Buffer.alloc(16);
    key.writeUInt32LE(name.length, 12);
    expect(keyNameFrom(Buffer.concat([key, name]))).toBe('a\0b');
  });

  it('tell the keys that Windows forgets when it stops', () => {
    const flags = (bits: number): Buffer => Buffer.from([0, 0, 0, 0, bits, 0, 0, 0, 0, 0, 0, 0]);
    expect([flags(1), flags(2), flags(3)].map(isVolatileFrom)).toEqual([true, false, true]);
  });
});

describe('the end of a call', () => {
  it('throws as Node does, also for a number with a sign', () => {
    expect(() => mustSucceed('x', 0)).not.toThrow();
    expect(() => mustSucceed('x', 0xc000_0043 | 0)).toThrow(expect.objectContaining({ code: 'EBUSY' }));
    expect(statusError('x', 0xc000_1234).message).toBe('x: Windows status 0xc0001234');
  });
});
