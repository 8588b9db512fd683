import { describe, expect, it } from 'vitest';
import { ensureOwnFolder } from '../shared/state-folder.ts';
import type { MadeFolder } from './api/own-folder.ts';
import type { Access, AccessEntry, OwnRights, Told } from './machine.ts';
import { windowsOwnFolders } from './own-folders.ts';
import { recordedRegistry } from './testing/recorded-registry.ts';
import { stagedMachine } from './testing/staged-machine.ts';

const administrators = 'S-1-5-32-544';
const system = 'S-1-5-18';
const ann = 'S-1-5-21-1-2-3-1001';
const bob = 'S-1-5-21-1-2-3-1002';
const full = 0x1f01ff;
const path = 'C:\\ProgramData\\removal-assistant';

const allow = (sid: string, mask = full, flags = 3): AccessEntry => ({ effect: 'allow', sid, mask, flags });
const folderOf = (owner: string, ...entries: readonly AccessEntry[]): Access => ({
  owner,
  entries: [allow(system), allow(administrators), ...entries],
  reparsePoint: false,
  kind: 'folder',
});

const uac = (isOn: boolean): string =>
  `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System]\r\n"EnableLUA"=dword:0000000${isOn ? '1' : '0'}`;

interface Situation {
  readonly isAdministrator?: boolean;
  readonly uacIsOn?: boolean;
  /** What is there already. */
  readonly there?: Readonly<Record<string, Access | Told<never>>>;
  readonly make?: (path: string) => MadeFolder;
  readonly programData?: Told<string>;
  readonly environment?: NodeJS.ProcessEnv;
}

/** A Windows that remembers the folders that were made, each as its access list says. */
const windows = ({ isAdministrator = true, uacIsOn = true, there = {}, make, ...rest }: Situation = {}) => {
  const places = new Map<string, Access | Told<never>>(Object.entries(there));
  const lists: string[] = [];
  const rights: Told<OwnRights> = { kind: 'ok', value: { sid: ann, isAdministrator } };
  const makeFolder = (at: string, access: string): MadeFolder => {
    if (make !== undefined) return make(at);
    if (places.has(at)) return { kind: 'exists' };
    if (at.split('\\').length > 3 && !places.has(at.slice(0, at.lastIndexOf('\\'))))
      return { kind: 'missing' };
    lists.push(access);
    const own = access.includes(ann) ? [allow(ann)] : [];
    places.set(at, folderOf(access.startsWith('O:BA') ? administrators : ann, ...own));
    return { kind: 'made' };
  };
  const machine = stagedMachine('/', {
    registry: recordedRegistry(uac(uacIsOn)),
    api: {
      ownRights: () => rights,
      access: (at) => {
        const found = places.get(at) ?? { kind: 'missing' };
        return 'owner' in found ? { kind: 'ok', value: found } : found;
      },
    },
  });
  const programDataFolder = (): Told<string> => rest.programData ?? { kind: 'ok', value: 'C:\\ProgramData' };
  const folders = windowsOwnFolders(() => machine, { makeFolder, programDataFolder }, rest.environment ?? {});
  return { folders, lists, ensure: (at = path) => ensureOwnFolder(folders, at) };
};

const whyOf = async (there: Access | Told<never>, situation: Situation = {}): Promise<unknown> => {
  const result = await windows({ ...situation, there: { [path]: there } }).ensure();
  if (result.ok) return undefined;
  expect(result.problem.code).toBe('journal-unwritable');
  return result.problem.values?.['why'];
};

describe('a folder of our own', () => {
  it('is made for administrators and the system alone, owned by administrators, from its first moment', async () => {
    const { ensure, lists } = windows();
    expect(await ensure()).toEqual({ ok: true, value: true });
    expect(lists).toEqual(['O:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)']);
    expect(await ensure()).toEqual({ ok: true, value: true });
  });

  it('is made for the person too where there are no rights', async () => {
    const { ensure, lists } = windows({ isAdministrator: false });
    expect(await ensure()).toEqual({ ok: true, value: true });
    expect(lists).toEqual([`D:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;${ann})`]);
  });

  it('is made with what is missing above it, each the same way', async () => {
    const { ensure, lists } = windows();
    expect(await ensure('E:\\a\\b\\c\\d')).toEqual({ ok: true, value: true });
    expect(lists).toHaveLength(3);
    expect(new Set(lists).size).toBe(1);
  });

  it('that another one made first in everybody’s ProgramData is refused', async () => {
    const users = allow('S-1-5-32-545', 0x1200a9, 3);
    expect(await whyOf(folderOf(bob, users, allow(bob)))).toBe('it belongs to another user');
    expect(await whyOf(folderOf(administrators, users, allow('S-1-5-32-545', 0x116, 2)))).toBe(
      'other users can write in it',
    );
    expect(await whyOf(folderOf(administrators, allow('S-1-5-32-545', 0x2, 0xb)))).toBe(
      'other users can write in it',
    );
    expect(await whyOf({ ...folderOf(administrators), entries: 'everybody' })).toBe(
      'other users can write in it',
    );
    expect(await whyOf({ ...folderOf(administrators), reparsePoint: true })).toBe('it is a link');
    expect(await whyOf({ ...folderOf(administrators), kind: 'file' })).toBe('it is not a folder');
    expect(await whyOf(folderOf(administrators, users))).toBeUndefined();
  });

  it('of the same person, made without rights, is refused to one with rights while UAC asks', async () => {
    expect(await whyOf(folderOf(ann))).toBe('it belongs to another user');
    expect(await whyOf(folderOf(ann), { uacIsOn: false })).toBeUndefined();
    expect(await whyOf(folderOf(ann), { isAdministrator: false })).toBeUndefined();
    expect(await whyOf(folderOf(bob), { isAdministrator: false })).toBe('it belongs to another user');
  });

  it('is refused when nobody can tell whose it is', async () => {
    expect(await whyOf({ kind: 'denied', why: 'x' })).toBe('permission denied');
    expect(await whyOf({ kind: 'failed', why: 'its access list cannot be read' })).toBe(
      'its access list cannot be read',
    );
  });

  it('that cannot be made is a problem in words', async () => {
    const denied = await windows({ make: () => ({ kind: 'denied', why: 'x' }) }).ensure();
    expect(denied).toMatchObject({ ok: false, problem: { values: { why: 'permission denied' } } });
    const failed = await windows({ make: () => ({ kind: 'failed', why: 'C:\\x: no valid name' }) }).ensure();
    expect(failed).toMatchObject({ ok: false, problem: { values: { why: 'C:\\x: no valid name' } } });
    const noDrive = await windows({ make: () => ({ kind: 'missing' }) }).ensure('Q:\\x');
    expect(noDrive).toMatchObject({ ok: false, problem: { values: { why: 'no such file or folder' } } });
  });

  it('that is gone is told as missing, as on every system', async () => {
    await expect(windows().folders.whyNotOurs(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('the usual place for runs', () => {
  it('is where the registry has the data of all programs, for an administrator', () => {
    const environment = { ProgramData: 'D:\\planted', LOCALAPPDATA: 'D:\\planted' };
    const programData: Told<string> = { kind: 'ok', value: 'E:\\Data' };
    expect(windows({ environment, programData }).folders.usual()).toBe('E:\\Data\\removal-assistant');
    expect(windows({ programData: { kind: 'failed', why: 'x' } }).folders.usual()).toBe(path);
  });

  it('is the person’s own for everybody else', () => {
    const usual = (environment: NodeJS.ProcessEnv) =>
      windows({ isAdministrator: false, environment }).folders.usual();
    expect(usual({ LOCALAPPDATA: 'C:\\Users\\Ann\\AppData\\Local' })).toBe(
      'C:\\Users\\Ann\\AppData\\Local\\removal-assistant',
    );
    expect(usual({ LOCALAPPDATA: 'relative' })).toMatch(/AppData\\Local\\removal-assistant$/);
    expect(usual({})).toMatch(/AppData\\Local\\removal-assistant$/);
  });
});
