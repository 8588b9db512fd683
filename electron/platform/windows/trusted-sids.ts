import type { Access, OwnRights, WindowsApi } from './machine.ts';
import type { Registry } from './registry/registry.ts';

/**
 * Well-known SIDs (Windows' own list of them): SYSTEM, the group Administrators, and TrustedInstaller, which owns
 * Windows' own files.
 */
export const administrators: readonly string[] = [
  'S-1-5-18',
  'S-1-5-32-544',
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
];

/** Rights of winnt.h that let somebody put something else in the place of a file or folder, or give it away. */
export const changingRights =
  0x2 | // FILE_WRITE_DATA, FILE_ADD_FILE
  0x4 | // FILE_APPEND_DATA, FILE_ADD_SUBDIRECTORY
  0x40 | // FILE_DELETE_CHILD
  0x100 | // FILE_WRITE_ATTRIBUTES: enough to turn an empty folder into a junction
  0x1_0000 | // DELETE
  0x4_0000 | // WRITE_DAC
  0x8_0000 | // WRITE_OWNER
  0x1000_0000 | // GENERIC_ALL
  0x4000_0000; // GENERIC_WRITE

const inheritOnly = 0x8;
const everyone = 'S-1-1-0';
/** Stands for whoever owns the object. */
const ownerRights = 'S-1-3-4';

/**
 * Who counts as an administrator here. An account that is one only after a person agreed (UAC) is none by itself: its
 * programs can write what it owns without asking. Where UAC is off nothing ever asks, so the account itself is one.
 */
export const trustedSids = (own: OwnRights | undefined, uacIsOff: boolean): ReadonlySet<string> =>
  new Set([...administrators, ...(uacIsOff && own?.isAdministrator === true ? [own.sid] : [])]);

const policies = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System';

/** `trustedSids` of the machine that is looked at; UAC counts as on unless its policy was read and says 0. */
export const readTrustedSids = async ({
  registry,
  api,
}: {
  readonly registry: Registry;
  readonly api: Pick<WindowsApi, 'ownRights'>;
}): Promise<ReadonlySet<string>> => {
  const own = api.ownRights();
  const key = await registry.read(policies, '64');
  const enabled =
    key.kind === 'ok' ? key.values.find(({ name }) => name.toLowerCase() === 'enablelua') : undefined;
  const uacIsOff = enabled?.type === 4 && enabled.data.length === 4 && enabled.data.readUInt32LE() === 0;
  return trustedSids(own.kind === 'ok' ? own.value : undefined, uacIsOff);
};

/**
 * SIDs outside `trusted` that own the object or hold one of the rights. A refusal before a permission is not counted
 * in anybody's favour, and an entry of an unknown kind counts as a permission. Entries that only tell what new things
 * below will carry count with `inherited`.
 */
export const othersWith = (
  access: Access,
  trusted: ReadonlySet<string>,
  {
    rights = changingRights,
    inherited = false,
  }: { readonly rights?: number; readonly inherited?: boolean } = {},
): readonly string[] => {
  if (access.entries === 'everybody') return [everyone];
  const holders = access.entries
    .filter(({ effect }) => effect !== 'deny')
    .filter(({ flags }) => inherited || (flags & inheritOnly) === 0)
    .filter(({ mask }) => (mask & rights) !== 0)
    .map(({ sid }) => sid)
    .filter((sid) => sid !== ownerRights);
  return [...new Set([access.owner, ...holders])].filter((sid) => !trusted.has(sid));
};
