import { describe, expect, it } from 'vitest';
import { playedSecurity } from '../testing/played-security.ts';
import { closedToOthers, isClosedToOthers, isSameSecurity } from './security.ts';

const { descriptor } = playedSecurity();

/** The same parts in another order: the list first, then the owner, who is the group as well. */
const turned = (bytes: Buffer): Buffer => {
  const [sid, list] = [bytes.subarray(20, 48), bytes.subarray(48)];
  const head = Buffer.from(bytes.subarray(0, 20));
  head.writeUInt32LE(20 + list.length, 4);
  head.writeUInt32LE(20 + list.length, 8);
  head.writeUInt32LE(20, 16);
  return Buffer.concat([head, list, sid]);
};

const withControl = (bytes: Buffer, control: number): Buffer => {
  const changed = Buffer.from(bytes);
  changed.writeUInt16LE(control, 2);
  return changed;
};

describe('security', () => {
  it('is the same in whatever order Windows lays it out', () => {
    expect(isSameSecurity(descriptor, turned(descriptor))).toBe(true);
  });

  it('is another one with another owner, another right, or when it is closed to what comes from above', () => {
    expect(isSameSecurity(descriptor, playedSecurity(1002).descriptor)).toBe(false);
    const right = Buffer.from(descriptor);
    right.writeUInt32LE(1, 48 + 12);
    expect(isSameSecurity(descriptor, right)).toBe(false);
    expect(isSameSecurity(descriptor, withControl(descriptor, 0x9404))).toBe(false);
    expect(isSameSecurity(descriptor, descriptor.subarray(0, 10))).toBe(false);
  });

  it('without rules on what is noted down is the same whether it says so or not', () => {
    expect(isSameSecurity(descriptor, withControl(descriptor, 0x8414))).toBe(true);
  });

  it('of what we make belongs to administrators and is closed to all others', () => {
    expect(isClosedToOthers(closedToOthers)).toBe(true);
    expect(isClosedToOthers(descriptor)).toBe(false);
    expect(isClosedToOthers(closedToOthers.subarray(0, 40))).toBe(false);
    // One entry of another one in it.
    const open = Buffer.from(closedToOthers);
    open.writeUInt32LE(545, open.indexOf(Buffer.from('20020000', 'hex')));
    expect(isClosedToOthers(open)).toBe(false);
  });
});
