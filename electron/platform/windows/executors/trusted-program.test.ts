import fc from 'fast-check';
import { win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Access, AccessEntry, Told } from '../machine.ts';
import { trustedSids } from '../trusted-sids.ts';
import { trustOfFolder, trustOfProgram } from './trusted-program.ts';

const system = 'S-1-5-18';
const admins = 'S-1-5-32-544';
const users = 'S-1-5-32-545';
const signedIn = 'S-1-5-11';
const ann = 'S-1-5-21-1-2-3-1001';
const trusted = trustedSids(undefined, false);

const full = 0x1f01ff;
const readAndRun = 0x1200a9;
const allow = (sid: string, mask: number, flags = 0): AccessEntry => ({ effect: 'allow', sid, mask, flags });

const usual = [allow(system, full), allow(admins, full), allow(users, readAndRun)];
const folder = (entries: Access['entries'] = usual, owner = admins): Access => ({
  owner,
  entries,
  reparsePoint: false,
  kind: 'folder',
});
const file = (entries: Access['entries'] = usual, owner = admins): Access => ({
  ...folder(entries, owner),
  kind: 'file',
});

const program = 'C:\\Program Files\\Kaspersky Lab\\VPN\\uninst.exe';
const own = win32.dirname(program);
const vendor = win32.dirname(own);

/** As Windows 11 sets them up: people may make folders in `C:\`, and own what they make there. */
const plainWindows: Readonly<Record<string, Access>> = {
  'C:\\': folder([
    allow(admins, full),
    allow(system, full),
    allow(users, readAndRun),
    allow(signedIn, 0x4),
    allow(signedIn, 0xe001_0000 | 0, 0xb),
  ]),
  'C:\\Program Files': folder([...usual, allow('S-1-3-0', 0x1000_0000, 0xb)]),
  [vendor]: folder(),
  [own]: folder(),
  [program]: file(),
};

const api = (changed: Readonly<Record<string, Access | Told<never>>> = {}) => ({
  access: (path: string): Told<Access> => {
    const told = changed[path] ?? plainWindows[path] ?? { kind: 'missing' };
    return 'owner' in told ? { kind: 'ok', value: told } : told;
  },
});
const trust = (changed?: Parameters<typeof api>[0]) => trustOfProgram(api(changed), program, trusted);

describe('a program', () => {
  it('is trusted in a folder below Program Files, although people may make folders in C:\\', () => {
    expect(trust()).toEqual({ kind: 'trusted' });
  });

  it.each([
    ['it can be written', { [program]: file([...usual, allow(users, 0x2)]) }],
    ['it can be appended to', { [program]: file([...usual, allow(users, 0x4)]) }],
    ['it belongs to a person', { [program]: file(usual, ann) }],
    ['it has no access list', { [program]: file('everybody') }],
    ['a library can be put beside it', { [own]: folder([...usual, allow(users, 0x2)]) }],
    ['a folder can be put beside it', { [own]: folder([...usual, allow(users, 0x4)]) }],
    ['its folder belongs to a person', { [own]: folder(usual, ann) }],
    ['a folder above lets people delete in it', { [vendor]: folder([...usual, allow(users, 0x40)]) }],
    ['a folder above can be renamed', { [vendor]: folder([...usual, allow(users, 0x1_0000)]) }],
    ['a folder above can be opened up', { [vendor]: folder([...usual, allow(users, 0x4_0000)]) }],
    ['a folder above can be taken over', { [vendor]: folder([...usual, allow(users, 0x8_0000)]) }],
    ['a folder above is anybody’s', { [vendor]: folder([...usual, allow('S-1-1-0', 0x1000_0000)]) }],
    ['a folder above belongs to a person', { [vendor]: folder(usual, ann) }],
    ['the drive has no access lists', { 'C:\\': folder('everybody') }],
    [
      'a refusal stands before a permission',
      { [program]: file([{ ...allow(users, full), effect: 'deny' }, allow(users, 2)]) },
    ],
    ['it is a link', { [program]: { ...file(), reparsePoint: true } }],
    ['a folder above is a junction', { [vendor]: { ...folder(), reparsePoint: true } }],
    ['it is a folder', { [program]: folder() }],
    ['a place above is a file', { [vendor]: file() }],
    ['its access list is closed', { [program]: { kind: 'denied', why: 'access is denied' } }],
    ['the access list of a place above cannot be read', { [vendor]: { kind: 'failed', why: 'it is torn' } }],
  ] as const)('is refused when %s', (_, changed) => {
    expect(trust(changed)).toMatchObject({ kind: 'refused', why: expect.stringContaining(':\\') });
  });

  it('is missing when nothing is there', () => {
    expect(trust({ [program]: { kind: 'missing' } })).toEqual({ kind: 'missing' });
  });

  it('is refused by any path that is not plain', () => {
    for (const path of ['uninst.exe', '\\\\server\\share\\u.exe', `${own}\\..\\VPN\\uninst.exe`])
      expect(trustOfProgram(api(), path, trusted).kind).toBe('refused');
  });

  it('right in C:\\ is refused: people may make folders beside it', () => {
    const at = 'C:\\uninst.exe';
    expect(trustOfProgram(api({ [at]: file() }), at, trusted).kind).toBe('refused');
  });

  it('is trusted below a folder that people may only add to', () => {
    expect(trust({ [vendor]: folder([...usual, allow(users, 0x116)]) })).toEqual({ kind: 'trusted' });
    expect(trust({ [vendor]: folder([...usual, allow(users, 0x4000_0000)]) })).toEqual({ kind: 'trusted' });
  });

  it('of a person’s account is trusted where that account is an administrator without being asked', () => {
    const always = trustedSids({ sid: ann, isAdministrator: true }, true);
    expect(trustOfProgram(api({ [program]: file(usual, ann) }), program, always).kind).toBe('trusted');
  });
});

it('a folder is trusted when nobody else may change it', () => {
  expect(trustOfFolder(api(), own, trusted)).toEqual({ kind: 'trusted' });
  expect(trustOfFolder(api({ [own]: folder([...usual, allow(users, 0x2)]) }), own, trusted).kind).toBe(
    'refused',
  );
});

/**
 * What somebody without an administrator's rights could do, told from winnt.h's single rights and not from the masks of
 * the code: generic rights are taken apart as the file system does it, and order and refusals are left out of account.
 */
const couldChange = (access: Access, rights: readonly number[]): boolean => {
  if (!trusted.has(access.owner)) return true;
  if (access.entries === 'everybody') return true;
  return access.entries.some(({ effect, sid, mask, flags }) => {
    if (effect === 'deny' || trusted.has(sid) || sid === 'S-1-3-4' || (flags & 8) !== 0) return false;
    const all = 0x1f01ff;
    const write = 0x2 | 0x4 | 0x10 | 0x100;
    const mapped = mask | ((mask & 0x1000_0000) === 0 ? 0 : all) | ((mask & 0x4000_0000) === 0 ? 0 : write);
    return rights.some((right) => (mapped & right) !== 0);
  });
};

it('whatever the access lists, a place that somebody else could change is never trusted', () => {
  const sid = fc.constantFrom(system, admins, users, ann, 'S-1-1-0', 'S-1-3-0', 'S-1-3-4');
  const bits = [
    0x1, 0x2, 0x4, 0x10, 0x20, 0x40, 0x80, 0x100, 0x1_0000, 0x2_0000, 0x4_0000, 0x8_0000, 0x10_0000,
  ];
  const generic = [0x1000_0000, 0x2000_0000, 0x4000_0000, 0x8000_0000];
  const entry = fc.record({
    effect: fc.constantFrom<AccessEntry['effect']>('allow', 'allow', 'deny', 'other'),
    sid,
    mask: fc
      .subarray([...bits, ...generic], { maxLength: 3 })
      .map((set) => set.reduce((all, bit) => (all | bit) >>> 0, 0)),
    flags: fc.constantFrom(0, 0x3, 0x8, 0xb, 0x10),
  });
  const entries = fc.oneof(
    { weight: 9, arbitrary: fc.array(entry, { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant('everybody' as const) },
  );
  const owner = fc.constantFrom(system, admins, admins, admins, ann);
  const place = fc.record({ owner, entries, reparsePoint: fc.constant(false) });
  let trustedPlaces = 0;
  fc.assert(
    fc.property(fc.tuple(place, place, place), ([atProgram, atOwn, atVendor]) => {
      const verdict = trust({
        [program]: { ...atProgram, kind: 'file' },
        [own]: { ...atOwn, kind: 'folder' },
        [vendor]: { ...atVendor, kind: 'folder' },
      });
      const changing = [0x2, 0x4, 0x40, 0x1_0000, 0x4_0000, 0x8_0000];
      const replacing = [0x40, 0x1_0000, 0x4_0000, 0x8_0000];
      const open =
        couldChange({ ...atProgram, kind: 'file' }, changing) ||
        couldChange({ ...atOwn, kind: 'folder' }, changing) ||
        couldChange({ ...atVendor, kind: 'folder' }, replacing);
      if (open) expect(verdict.kind).toBe('refused');
      else trustedPlaces += verdict.kind === 'trusted' ? 1 : 0;
    }),
    { numRuns: 2_000 },
  );
  expect(trustedPlaces).toBeGreaterThan(0);
});
