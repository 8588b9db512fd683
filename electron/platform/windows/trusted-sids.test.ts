import { describe, expect, it } from 'vitest';
import type { Access, AccessEntry, WindowsApi } from './machine.ts';
import type { KeyReading } from './registry/registry.ts';
import { administrators, changingRights, othersWith, readTrustedSids, trustedSids } from './trusted-sids.ts';

const ann = 'S-1-5-21-1-2-3-1001';
const users = 'S-1-5-32-545';
const fullControl = 0x1f01ff;
const readAndRun = 0x1200a9;

const allow = (sid: string, mask: number, flags = 0): AccessEntry => ({ effect: 'allow', sid, mask, flags });
const folder = (owner: string, entries: Access['entries']): Access => ({
  owner,
  entries,
  reparsePoint: false,
  kind: 'folder',
});
const trusted = trustedSids(undefined, false);

describe('who counts as an administrator', () => {
  it('is never the account itself while UAC asks for its consent', () => {
    expect([...trustedSids({ sid: ann, isAdministrator: true }, false)]).toEqual(administrators);
  });

  it('is the account too where UAC is off, if it is an administrator and nobody else', () => {
    expect(trustedSids({ sid: ann, isAdministrator: true }, true).has(ann)).toBe(true);
    expect(trustedSids({ sid: ann, isAdministrator: false }, true).has(ann)).toBe(false);
    expect(trustedSids(undefined, true).size).toBe(administrators.length);
  });
});

describe('whether UAC is off', () => {
  const dword = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer);
  const trustsAnn = async (policies: KeyReading): Promise<boolean> => {
    const api: Pick<WindowsApi, 'ownRights'> = {
      ownRights: () => ({ kind: 'ok', value: { sid: ann, isAdministrator: true } }),
    };
    const sids = await readTrustedSids({
      registry: {
        read: (path) => Promise.resolve(path.endsWith('\\Policies\\System') ? policies : { kind: 'missing' }),
      },
      api,
    });
    return sids.has(ann);
  };
  const holding = (data: Buffer, type = 4): KeyReading => ({
    kind: 'ok',
    subkeys: [],
    values: [{ name: 'EnableLUA', type, data }],
  });

  it('is said by its policy alone, and only by a zero', async () => {
    expect(await trustsAnn(holding(dword(0)))).toBe(true);
    expect(await trustsAnn(holding(dword(1)))).toBe(false);
    expect(await trustsAnn(holding(Buffer.alloc(0)))).toBe(false);
    expect(await trustsAnn(holding(Buffer.from('0\0', 'utf16le'), 1))).toBe(false);
    expect(await trustsAnn({ kind: 'ok', subkeys: [], values: [] })).toBe(false);
    expect(await trustsAnn({ kind: 'missing' })).toBe(false);
    expect(await trustsAnn({ kind: 'denied', why: 'x' })).toBe(false);
  });
});

describe('others who may change a file or folder', () => {
  it('are none in Program Files, where people may only read and run', () => {
    const access = folder('S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464', [
      allow('S-1-5-18', fullControl),
      allow('S-1-5-32-544', fullControl),
      allow(users, readAndRun),
      allow('S-1-3-0', 0x1000_0000, 0xb),
    ]);
    expect(othersWith(access, trusted)).toEqual([]);
  });

  it('are its owner, and everybody where there is no access list', () => {
    expect(othersWith(folder(ann, [allow('S-1-5-18', fullControl)]), trusted)).toEqual([ann]);
    expect(othersWith(folder('S-1-5-18', 'everybody'), trusted)).toEqual(['S-1-1-0']);
  });

  it('are whoever holds any single right to change it, a generic one too', () => {
    for (const mask of [0x2, 0x4, 0x40, 0x100, 0x10000, 0x40000, 0x80000, 0x10000000, 0x40000000]) {
      expect(mask & changingRights).not.toBe(0);
      expect(othersWith(folder('S-1-5-18', [allow(users, mask)]), trusted)).toEqual([users]);
    }
  });

  it('may hold a right through an entry of an unknown kind, and a refusal takes none away', () => {
    const deny: AccessEntry = { effect: 'deny', sid: users, mask: fullControl, flags: 0 };
    expect(othersWith(folder('S-1-5-18', [deny]), trusted)).toEqual([]);
    expect(othersWith(folder('S-1-5-18', [deny, allow(users, 0x2)]), trusted)).toEqual([users]);
    expect(othersWith(folder('S-1-5-18', [{ ...deny, effect: 'other' }]), trusted)).toEqual([users]);
  });

  it('hold a right on what comes below, which counts only when that is asked for', () => {
    const access = folder('S-1-5-18', [allow(users, 0x2, 0xb)]);
    expect(othersWith(access, trusted)).toEqual([]);
    expect(othersWith(access, trusted, { inherited: true })).toEqual([users]);
  });

  it('can be asked for some rights only: adding a folder to a drive replaces nothing that is there', () => {
    const drive = folder('S-1-5-18', [allow('S-1-5-11', 0x4)]);
    expect(othersWith(drive, trusted)).toEqual(['S-1-5-11']);
    expect(othersWith(drive, trusted, { rights: 0x40 | 0x10000 | 0x40000 | 0x80000 })).toEqual([]);
  });
});
