import type { Gap } from '../../core/model/reading.ts';
import { readForeignFile } from '../shared/open-file.ts';
import { gapKindOf, isMissing, whyOf } from '../shared/why.ts';
import { openHive } from './hive/open-hive.ts';
import { localPath } from './local-path.ts';
import type { WindowsMachine } from './machine.ts';
import { onceALook } from './one-look.ts';
import type { Part } from './part.ts';
import { joined } from './part.ts';
import type { Profile, Profiles } from './profiles.ts';
import { profilesOfLook } from './profiles.ts';
import type { Registry } from './registry/registry.ts';

/** One person's part of the registry. */
export interface PersonHive extends Profile {
  /** Its keys are `HKU\<sid>\…`, whether Windows has loaded them or not. */
  readonly registry: Registry;
}

/** Stands in place of a SID for the profile that new people's ones are copied from. */
export const templateSid = 'Default';

/**
 * Asks the same of everybody's part of the registry: of a loaded one through Windows, of the others in their files,
 * read as a copy in memory. Somebody without such a file has none. One that is in use, closed to us, damaged or was
 * not closed properly is a gap in what this answers; what could be read of it counts all the same.
 *
 * One after another: a server may have hundreds of people, and memory for a few.
 */
export const readPeople = async <Row>(
  machine: WindowsMachine,
  read: (person: PersonHive) => Promise<Part<Row>>,
  { template = false }: { readonly template?: boolean } = {},
): Promise<Part<Row>> => {
  const look = hivesOf(machine);
  const { people, template: folder, gaps } = await look.profiles;
  const all = template && folder !== undefined ? [...people, templateProfile(folder)] : people;
  const parts: Part<Row>[] = [{ rows: [], gaps }];
  for (const profile of all) {
    const opened = await look.open(profile);
    parts.push({ rows: [], gaps: opened.gaps });
    if (opened.registry !== undefined) parts.push(await read({ ...profile, registry: opened.registry }));
  }
  return joined(parts);
};

const templateProfile = (folder: string): Profile => ({ sid: templateSid, folder, loaded: false });

interface Opened {
  readonly registry?: Registry;
  readonly gaps: readonly Gap[];
  /** Bytes that it holds in memory. */
  readonly size: number;
}

interface Hives {
  readonly profiles: Promise<Profiles>;
  open(profile: Profile): Promise<Opened>;
}

/** Larger than any that a Windows makes; a bound against a wrong file. In bytes. */
const largestHive = 256 * 1024 * 1024;
/** What is kept for the other probes of a look; beyond it each reads anew. In bytes. */
const mostKept = 256 * 1024 * 1024;

const hivesOf: (machine: WindowsMachine) => Hives = onceALook((machine) => {
  const opened = new Map<string, Promise<Opened>>();
  let left = mostKept;
  const openOnce = async (key: string, profile: Profile): Promise<Opened> => {
    const hive = await openProfile(machine, profile);
    if (hive.size > left) opened.delete(key);
    else left -= hive.size;
    return hive;
  };
  return {
    profiles: profilesOfLook(machine),
    open: (profile) => {
      // A set-aside profile has its owner's SID and a folder of its own.
      const key = `${profile.sid} ${profile.folder ?? ''}`;
      const hive = opened.get(key) ?? openOnce(key, profile);
      opened.set(key, hive);
      return hive;
    },
  };
});

/** The second is the name of a profile that its owner cannot change ("mandatory"). */
const fileNames = ['NTUSER.DAT', 'NTUSER.MAN'];

const openProfile = async (machine: WindowsMachine, profile: Profile): Promise<Opened> => {
  if (profile.loaded) return { registry: machine.registry, gaps: [], size: 0 };
  if (profile.folder === undefined) return { gaps: [], size: 0 };
  for (const name of fileNames) {
    const path = `${profile.folder}\\${name}`;
    try {
      const bytes = await readForeignFile(localPath(machine, path), largestHive);
      return openedFile(bytes, path, profile.sid);
    } catch (error) {
      if (!isMissing(error)) return { gaps: [gapOf(path, gapKindOf(error), whyOf(error))], size: 0 };
    }
  }
  return { gaps: [], size: 0 };
};

const openedFile = (bytes: Buffer, path: string, sid: string): Opened => {
  const hive = openHive(bytes, `HKU\\${sid}`);
  if (hive.kind === 'failed') return { gaps: [gapOf(path, 'failed', hive.why)], size: 0 };
  const gaps = hive.doubt === undefined ? [] : [gapOf(path, 'failed', hive.doubt)];
  return { registry: inFile(hive.registry, path), gaps, size: bytes.length };
};

const gapOf = (source: string, kind: Gap['kind'], why: string): Gap => ({ source, kind, why });

/** `HKU\<sid>\…` is nowhere to be seen for somebody who is not signed in: a failure there names the file. */
const inFile = (registry: Registry, file: string): Registry => ({
  read: async (path, view) => {
    const key = await registry.read(path, view);
    return key.kind === 'failed' ? { kind: 'failed', why: `${file}: ${key.why}` } : key;
  },
});
