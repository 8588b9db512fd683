import { describe, expect, it } from 'vitest';
import { parseSecurityDescriptor } from '../api/security-descriptor.ts';
import { sidText } from '../api/sid.ts';
import { pipeSecurity, sidBytes } from './pipe-security.ts';

const anna = 'S-1-5-21-1004336348-1177238915-682003330-1001';

describe('the security of the pipe', () => {
  it('lets in the person, the system and the administrators, and nobody else', () => {
    const bytes = pipeSecurity(anna) ?? Buffer.alloc(0);
    expect(parseSecurityDescriptor(bytes)).toEqual({
      owner: anna,
      entries: [
        { effect: 'allow', sid: 'S-1-5-18', mask: 0x1000_0000, flags: 0 },
        { effect: 'allow', sid: 'S-1-5-32-544', mask: 0x1000_0000, flags: 0 },
        { effect: 'allow', sid: anna, mask: 0xc000_0000, flags: 0 },
      ],
    });
    // SE_DACL_PROTECTED: nothing is inherited.
    expect(bytes.readUInt16LE(2) & 0x1000).toBe(0x1000);
  });

  it('is made for no one who has no SID', () => {
    for (const text of ['', 'anna', 'S-1-5', 'S-2-5-18', 'S-1-5-18-', 'S-1-5-99999999999', `${anna}\0`])
      expect(pipeSecurity(text), text).toBeUndefined();
  });
});

describe('a SID', () => {
  it.each([anna, 'S-1-5-18', 'S-1-1-0', 'S-1-12-1-4294967295-0-1-2'])('%s is the same in bytes', (sid) => {
    expect(sidText(sidBytes(sid) ?? Buffer.alloc(0))).toBe(sid);
  });
});
