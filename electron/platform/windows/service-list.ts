import { stat } from 'node:fs/promises';
import type { Gap } from '../../core/model/reading.ts';
import { isMissing } from '../shared/why.ts';
import type { WindowsFolders } from './folders.ts';
import { windowsFolders } from './folders.ts';
import type { ImagePath } from './image-path.ts';
import { driverImage, programImage } from './image-path.ts';
import { localPath } from './local-path.ts';
import type { Listed, ServiceState, WindowsMachine } from './machine.ts';
import { onceALook } from './one-look.ts';
import { keyReader } from './registry/keys.ts';
import type { RegistryKey } from './registry/registry.ts';
import { numberValue, textValue } from './registry/values.ts';

/** What services and drivers have in common: both stand in one list of the registry and in one of the service manager. */

export const servicesKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';

/** A service or driver as the registry describes it. */
export interface ServiceEntry {
  readonly name: string;
  /** `SERVICE_KERNEL_DRIVER` 1 and so on (winnt.h); undefined for a key that only keeps settings of something else. */
  readonly type: number | undefined;
  /** `SERVICE_BOOT_START` 0 to `SERVICE_DISABLED` 4. */
  readonly start: number | undefined;
  /** Started some time after the others. */
  readonly isDelayed: boolean;
  /** To be removed when Windows starts anew, or when the last program lets go of it. */
  readonly isDeleted: boolean;
  readonly displayName: string | undefined;
  readonly imagePath: string;
}

export const parseService = (name: string, key: RegistryKey): ServiceEntry => ({
  name,
  type: numberValue(key, 'Type'),
  start: numberValue(key, 'Start'),
  isDelayed: numberValue(key, 'DelayedAutoStart') === 1,
  isDeleted: numberValue(key, 'DeleteFlag') === 1,
  displayName: spokenName(textValue(key, 'DisplayName')),
  imagePath: textValue(key, 'ImagePath') ?? '',
});

/**
 * A name that stands in a file of resources (`@file.dll,-100`) is none yet; behind one of an INF file
 * (`@oem1.inf,%name%;Name`) it follows in words.
 */
export const spokenName = (text: string | undefined): string | undefined => {
  if (text === undefined || !text.startsWith('@')) return text === '' ? undefined : text;
  const words = /^@[^,]+\.inf,[^;]*;(.+)$/i.exec(text)?.[1]?.trim();
  return words === '' ? undefined : words;
};

/** What the service manager, or whoever answers for it, says of a service now. */
export type LiveState = Pick<ServiceState, 'name' | 'state'> & Partial<ServiceState>;

/** What the service manager says, asked once a look. No Windows runs without a service: an empty list is no answer. */
export const serviceStates: (machine: WindowsMachine) => Listed<ServiceState> = onceALook(({ api }) => {
  const listed = api.serviceStates();
  return listed.kind === 'ok' && listed.rows.length === 0
    ? { kind: 'failed', why: 'the service manager lists no service at all' }
    : listed;
});

/** One service or driver, from either list or from both. */
export interface KnownService {
  readonly name: string;
  readonly entry: ServiceEntry | undefined;
  readonly live: LiveState | undefined;
}

/** `SERVICE_KERNEL_DRIVER`, `_FILE_SYSTEM_DRIVER`, `_ADAPTER` and `_RECOGNIZER_DRIVER`. */
const driverTypes = 0x1 | 0x2 | 0x4 | 0x8;

/** By its type; a key that has lost it tells only by the file that it names. */
export const isDriver = ({ entry, live }: KnownService): boolean => {
  const type = live?.type ?? entry?.type;
  return type === undefined ? /\.sys["\s]*$/i.test(entry?.imagePath ?? '') : (type & driverTypes) !== 0;
};

/** Each name once, those of the registry first. Windows tells them apart without regard to case. */
export const merged = (
  entries: readonly ServiceEntry[],
  states: readonly LiveState[],
): readonly KnownService[] => {
  const live = new Map(states.map((state) => [state.name.toLowerCase(), state]));
  const inRegistry = new Set(entries.map(({ name }) => name.toLowerCase()));
  return [
    ...entries.map((entry) => ({ name: entry.name, entry, live: live.get(entry.name.toLowerCase()) })),
    ...states
      .filter(({ name }) => !inRegistry.has(name.toLowerCase()))
      .map((state) => ({ name: state.name, entry: undefined, live: state })),
  ];
};

export interface ServiceList {
  readonly services: readonly KnownService[];
  readonly gaps: readonly Gap[];
  /** Whether somebody told which of them run; if not, a missing state means nothing. */
  readonly isTold: boolean;
  readonly folders: WindowsFolders | undefined;
}

/** Both lists; `states` says what runs. A part that could not be read is a gap. */
export const listServices = async (
  machine: WindowsMachine,
  states: Listed<LiveState>,
): Promise<ServiceList> => {
  const { entries, gaps, folders } = await readEntries(machine);
  const closed: readonly Gap[] =
    states.kind === 'ok' ? [] : [{ source: 'the service manager', kind: states.kind, why: states.why }];
  return {
    services: merged(entries, states.kind === 'ok' ? states.rows : []),
    gaps: [...gaps, ...closed],
    isTold: states.kind === 'ok',
    folders,
  };
};

interface Entries {
  readonly entries: readonly ServiceEntry[];
  readonly gaps: readonly Gap[];
  readonly folders: WindowsFolders | undefined;
}

/** Programs and drivers stand in one list: the probes of one look share it. */
const readEntries: (machine: WindowsMachine) => Promise<Entries> = onceALook(async ({ registry }) => {
  const reader = keyReader(registry);
  const [keys, folders] = await Promise.all([
    reader.below(servicesKey, { required: true }),
    windowsFolders(registry),
  ]);
  const entries = keys.map(({ name, key }) => parseService(name, key));
  if (folders.kind === 'ok') return { entries, gaps: reader.gaps, folders: folders.value };
  const gap =
    folders.kind === 'missing'
      ? ({ kind: 'failed', why: 'the registry does not name them' } as const)
      : folders;
  return { entries, gaps: [...reader.gaps, { source: "Windows' folders", ...gap }], folders: undefined };
});

/** Where its file is, and whether it is surely not there. */
export interface FoundImage {
  readonly path: string | undefined;
  readonly isGone: boolean;
}

export const imageOf = async (
  machine: WindowsMachine,
  { name, entry, ...known }: KnownService,
  folders: WindowsFolders | undefined,
): Promise<FoundImage> => {
  const written = entry?.imagePath ?? '';
  // A driver without a path has one all the same, but only if it is a driver at all.
  if (folders === undefined || entry === undefined || (written === '' && entry.type === undefined))
    return { path: written === '' ? undefined : written, isGone: false };
  const image = isDriver({ name, entry, ...known })
    ? driverImage(written, name, folders)
    : programImage(written, folders);
  return foundOnDisk(machine, image);
};

const foundOnDisk = async (machine: WindowsMachine, image: ImagePath): Promise<FoundImage> => {
  const { candidates, likeliest } = image;
  for (const path of candidates) {
    const look = await lookAt(machine, path);
    if (look === 'there') return { path, isGone: false };
    if (look === 'unknown') return { path: likeliest, isGone: false };
  }
  return { path: likeliest, isGone: candidates.length > 0 };
};

type Look = 'there' | 'gone' | 'unknown';

/** Most services of Windows are run by one program: each file is looked at once a look. */
const looksOf = onceALook(() => new Map<string, Promise<Look>>());

const lookAt = (machine: WindowsMachine, path: string): Promise<Look> => {
  const looks = looksOf(machine);
  const look = looks.get(path) ?? lookAnew(machine, path);
  looks.set(path, look);
  return look;
};

/** Only what is missing on a drive that is there is gone; what may not be looked at is not. */
const lookAnew = async (machine: WindowsMachine, path: string): Promise<Look> => {
  try {
    return (await stat(localPath(machine, path))).isFile() ? 'there' : 'gone';
  } catch (error) {
    if (!isMissing(error)) return 'unknown';
  }
  try {
    await stat(localPath(machine, `${path.slice(0, 2)}\\`));
    return 'gone';
  } catch {
    return 'unknown';
  }
};

/** `SERVICE_START_PENDING` 2 to `SERVICE_PAUSED` 7 (winsvc.h). */
const stateWords: Readonly<Record<number, string>> = {
  2: 'starting',
  3: 'stopping',
  4: 'running',
  5: 'resuming',
  6: 'pausing',
  7: 'paused',
};
const stopped = 1;
const disabled = 4;

/**
 * The state as one word; undefined when nobody knows, which counts as live. What works now works, whatever its file: a
 * loaded driver does not need it any more.
 */
export const stateOf = (
  { entry, live }: KnownService,
  { isTold, isGone }: { readonly isTold: boolean; readonly isGone: boolean },
): string | undefined => {
  if (live !== undefined && live.state !== stopped) return stateWords[live.state] ?? 'unknown';
  if (isGone) return 'file-missing';
  if (entry?.isDeleted === true) return 'deleted';
  // Stopped, and its key is closed to us: whether it will start again is not known, so it does not count as resting.
  if (entry === undefined) return undefined;
  if (live !== undefined) return entry.start === disabled ? 'disabled' : 'stopped';
  return isTold && entry.type === undefined ? 'not-installed' : undefined;
};
