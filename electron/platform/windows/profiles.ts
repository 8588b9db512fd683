import type { Gap } from '../../core/model/reading.ts';
import type { WindowsFolders } from './folders.ts';
import { folderNamed, profileListKey, windowsFolders } from './folders.ts';
import type { WindowsMachine } from './machine.ts';
import { onceALook } from './one-look.ts';
import type { KeyReading, Registry } from './registry/registry.ts';
import { sameName, textValue } from './registry/values.ts';

/** The profile of one person's account. */
export interface Profile {
  readonly sid: string;
  /** Whole path, without a closing backslash; undefined when Windows does not know one, as after a broken removal. */
  readonly folder: string | undefined;
  /** Whether its hive is loaded as `HKU\<sid>`, where it may still be closed to us. */
  readonly loaded: boolean;
}

export interface Profiles {
  readonly people: readonly Profile[];
  /** The folder that new people's profiles are copied from. */
  readonly template: string | undefined;
  /** What could not be told; a gap may stand for a profile that is not in the list. */
  readonly gaps: readonly Gap[];
}

/**
 * Accounts that programs run under and nobody signs in with: the system itself, its two services, and the virtual
 * accounts of single services, pools, machines and desktops. (Well-known SIDs, learn.microsoft.com.)
 */
const nobody = /^S-1-5-(?:18|19|20|(?:80|82|83|87|90|94|96)-.*)$/i;

/**
 * Everybody who has a profile here, signed in or not, directory and cloud accounts included. A key that ends in `.bak`
 * is a profile which Windows could not load and set aside: its folder still holds that person's hive.
 */
export const profilesOf = async (registry: Registry): Promise<Profiles> => {
  const folders = await windowsFolders(registry);
  if (folders.kind !== 'ok') return nobodyFound(folders);
  const list = await registry.read(profileListKey, '64');
  if (list.kind !== 'ok') return nobodyFound(list);

  const read = await Promise.all(
    list.subkeys
      .filter((name) => !nobody.test(sidOf(name)))
      .map((name) => profileOf(registry, folders.value, list.subkeys, name)),
  );
  return {
    people: read.flatMap(({ profile }) => profile ?? []),
    template:
      folderNamed(textValue(list, 'Default'), folders.value) ??
      besidePeople(folders.value, textValue(list, 'ProfilesDirectory')),
    gaps: read.flatMap(({ gaps }) => gaps),
  };
};

/** The same, read once a look for whoever needs it. */
export const profilesOfLook: (machine: WindowsMachine) => Promise<Profiles> = onceALook(({ registry }) =>
  profilesOf(registry),
);

/** Every Windows has such a list: without it nothing is known of anybody. */
const nobodyFound = (trouble: Exclude<KeyReading, { kind: 'ok' }>): Profiles => ({
  people: [],
  template: undefined,
  gaps: [
    trouble.kind === 'missing'
      ? { source: profileListKey, kind: 'failed', why: 'the registry has no such key' }
      : { source: profileListKey, ...trouble },
  ],
});

const setAside = /\.bak$/i;
const sidOf = (name: string): string => name.replace(setAside, '');

interface Found {
  readonly profile?: Profile;
  readonly gaps: readonly Gap[];
}

const profileOf = async (
  registry: Registry,
  folders: WindowsFolders,
  names: readonly string[],
  name: string,
): Promise<Found> => {
  const sid = sidOf(name);
  const source = `${profileListKey}\\${name}`;
  const entry = await registry.read(source, '64');
  if (entry.kind === 'missing') return { gaps: [] };
  const folder = entry.kind === 'ok' ? folderNamed(textValue(entry, 'ProfileImagePath'), folders) : undefined;
  const gaps: Gap[] = entry.kind === 'ok' ? [] : [{ source, kind: entry.kind, why: entry.why }];

  // Beside a set-aside profile its owner may work in a new one under the same SID: that one is loaded then.
  const replaced = setAside.test(name) && names.some((other) => sameName(other, sid));
  const hive = replaced ? undefined : await registry.read(`HKU\\${sid}`, '64');
  if (hive?.kind === 'failed') gaps.push({ source: `HKU\\${sid}`, kind: 'failed', why: hive.why });
  const loaded = hive?.kind === 'ok' || hive?.kind === 'denied';
  return folder === undefined && !loaded ? { gaps } : { profile: { sid, folder, loaded }, gaps };
};

const besidePeople = (folders: WindowsFolders, directory: string | undefined): string | undefined => {
  const people = folderNamed(directory, folders);
  return people === undefined ? undefined : `${people}\\Default`;
};
