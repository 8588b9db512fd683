import { describe, expect, it } from 'vitest';
import { parseSecurityDescriptor } from './security-descriptor.ts';

const bytesOf = (hex: string): Buffer => Buffer.from(hex.replace(/\s+/g, ''), 'hex');
const parsed = (hex: string) => parseSecurityDescriptor(bytesOf(hex));

const me = 'S-1-5-21-0-0-0-1000';
const everyone = 'S-1-1-0';
const system = 'S-1-5-18';
const systemHex = '010100000000000512000000';
const everyoneHex = '010100000000000100000000';

/** Captured under Wine 8. */
const windowsFolder = `0100048014000000000000000000000030000000010500000000000515000000000000000000000000000000e8030000
  020054000300000000031400ff011f0001010000000000051200000000032400ff011f00010500000000000515000000000000000000000000000000e8030000
  00031400a9001200010100000000000100000000`;
const writableByAll = `0100048014000000000000000000000030000000010500000000000515000000000000000000000000000000e8030000
  020054000300000000001400ff011f0001010000000000051200000000002400ff011f00010500000000000515000000000000000000000000000000e8030000
  00001400ff011300010100000000000100000000`;
const closedToOwner = `0100048014000000000000000000000030000000010500000000000515000000000000000000000000000000e8030000
  020054000300000000001400ff011f0001010000000000051200000001002400ff010000010500000000000515000000000000000000000000000000e8030000
  00001400ff011300010100000000000100000000`;

const little = (number: number, bytes: number): string => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(number, 0, bytes);
  return buffer.toString('hex');
};

const entryOf = (type: number, flags: number, body: string): string =>
  little(type, 1) + little(flags, 1) + little(4 + body.length / 2, 2) + body;

const listOf = (entries: readonly string[]): string => {
  const body = entries.join('');
  return `0400${little(8 + body.length / 2, 2)}${little(entries.length, 2)}0000${body}`;
};

/** Owner SYSTEM. */
const descriptorOf = (list: string, control = 0x8004): string =>
  `0100${little(control, 2)}${little(20, 4)}00000000 00000000${little(list === '' ? 0 : 32, 4)}${systemHex}${list}`;

const one = (entry: string) => parsed(descriptorOf(listOf([entry])))?.entries;

describe('a security descriptor', () => {
  it('of a system folder under Wine lets everyone read, and passes on what it says', () => {
    expect(parsed(windowsFolder)).toEqual({
      owner: me,
      entries: [
        { effect: 'allow', sid: system, mask: 0x1f01ff, flags: 3 },
        { effect: 'allow', sid: me, mask: 0x1f01ff, flags: 3 },
        { effect: 'allow', sid: everyone, mask: 0x1200a9, flags: 3 },
      ],
    });
  });

  it('shows that everyone may write', () => {
    expect(parsed(writableByAll)?.entries).toContainEqual({
      effect: 'allow',
      sid: everyone,
      mask: 0x1301ff,
      flags: 0,
    });
  });

  it('shows a refusal', () => {
    expect(parsed(closedToOwner)?.entries).toContainEqual({ effect: 'deny', sid: me, mask: 0x1ff, flags: 0 });
  });

  it('keeps generic rights as they are, the highest bit too', () => {
    expect(one(entryOf(0, 0xb, `000000f0${everyoneHex}`))).toEqual([
      { effect: 'allow', sid: everyone, mask: 0xf000_0000, flags: 0xb },
    ]);
  });

  it('lets everybody in where there is no access list, or an empty place for one', () => {
    expect(parsed(descriptorOf('', 0x8000))).toEqual({ owner: system, entries: 'everybody' });
    expect(parsed(descriptorOf('', 0x8004))).toEqual({ owner: system, entries: 'everybody' });
  });

  it('lets nobody in where the list is empty', () => {
    expect(parsed(descriptorOf(listOf([])))).toEqual({ owner: system, entries: [] });
  });
});

describe('entries of other kinds', () => {
  it('count as a permission when they give one on a condition or for one kind of object', () => {
    const allowed = [{ effect: 'allow', sid: everyone, mask: 2, flags: 0 }];
    expect(one(entryOf(0x9, 0, `02000000${everyoneHex}6172747800000000`))).toEqual(allowed);
    expect(one(entryOf(0x5, 0, `0200000000000000${everyoneHex}`))).toEqual(allowed);
    expect(one(entryOf(0x5, 0, `0200000001000000${'11'.repeat(16)}${everyoneHex}`))).toEqual(allowed);
    expect(one(entryOf(0xb, 0, `0200000003000000${'11'.repeat(32)}${everyoneHex}`))).toEqual(allowed);
  });

  it('do not count as a refusal when they refuse on a condition or for one kind of object', () => {
    const other = [{ effect: 'other', sid: everyone, mask: 2, flags: 0 }];
    expect(one(entryOf(0xa, 0, `02000000${everyoneHex}6172747800000000`))).toEqual(other);
    expect(one(entryOf(0x6, 0, `0200000002000000${'11'.repeat(16)}${everyoneHex}`))).toEqual(other);
    expect(one(entryOf(0xc, 0, `0200000000000000${everyoneHex}`))).toEqual(other);
  });

  it('may give anybody anything when they are not known', () => {
    expect(one(entryOf(0x4, 1, '00000000'))).toEqual([
      { effect: 'other', sid: '', mask: 0xffff_ffff, flags: 1 },
    ]);
  });
});

describe('bytes that are no whole descriptor', () => {
  it('say nothing, wherever they were cut', () => {
    const whole = bytesOf(windowsFolder);
    for (let length = 0; length < whole.length; length += 1)
      expect(parseSecurityDescriptor(whole.subarray(0, length))).toBeUndefined();
  });

  it('say nothing without an owner, in another form, or with sizes that do not fit', () => {
    const whole = bytesOf(windowsFolder);
    const changed = (at: number, value: number): Buffer => {
      const copy = Buffer.from(whole);
      copy.writeUInt16LE(value, at);
      return copy;
    };
    for (const [at, value] of [
      [0, 2],
      [2, 0x0004],
      [4, 0],
      [48 + 2, 4],
      [48 + 2, 0xffff],
      [48 + 4, 4],
      [56 + 2, 0],
      [56 + 2, 0x100],
    ] as const)
      expect(parseSecurityDescriptor(changed(at, value))).toBeUndefined();
  });
});
