import type { Security } from '../quarantine/security.ts';

/** Owned by this user (S-1-5-21-1-2-3-`user`), who alone may do everything; inherited from above. */
export const playedSecurity = (user = 1001, isAudited = true): Security => {
  const sid = Buffer.alloc(28);
  sid.set([1, 5, 0, 0, 0, 0, 0, 5]);
  for (const [at, part] of [21, 1, 2, 3, user].entries()) sid.writeUInt32LE(part, 8 + 4 * at);
  const entry = Buffer.concat([
    Buffer.from([0, 0x10, 8 + sid.length, 0]),
    Buffer.from('ff011f00', 'hex'),
    sid,
  ]);
  const list = Buffer.concat([Buffer.from([2, 0, 8 + entry.length, 0, 1, 0, 0, 0]), entry]);
  const head = Buffer.alloc(20);
  head.writeUInt8(1, 0);
  head.writeUInt16LE(0x8404, 2);
  head.writeUInt32LE(20, 4);
  head.writeUInt32LE(20, 8);
  head.writeUInt32LE(20 + sid.length, 16);
  return { descriptor: Buffer.concat([head, sid, list]), isAudited };
};
