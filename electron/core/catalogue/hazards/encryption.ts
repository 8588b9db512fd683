import type { HazardId } from '../../model/hazard.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Reading } from '../../model/reading.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Row } from '../../model/tables.ts';
import { belowVendorFolder, comparablePath } from '../paths.ts';
import { isDriverFile, isDriverRow } from './drivers.ts';
import type { DriverGroup } from './drivers.ts';
import { anyOwn, endpointForWindows } from './groups.ts';
import { evidence, plain, productRows, rowsOf, shownBy } from './rule.ts';
import type { HazardRule, Scene, Sign } from './rule.ts';
import { settingsOn } from './settings.ts';

/**
 * Disks, files and drives that only Kaspersky can open. What is seen at work stops everything; a bare name, or a place
 * that stayed closed, takes the person's word.
 */

type Volume = Row<'encryption'>;

const isDecrypted = (row: Volume): boolean => plain(row.state) === 'decrypted';
const otherMethods = ['bitlocker', 'filevault', 'luks', 'none'];

/** Kaspersky's own method, or managed by Kaspersky with no method told: whoever manages it is the likeliest to own it. */
const isKasperskyVolume = (row: Volume): boolean => {
  if (isDecrypted(row)) return false;
  const method = plain(row.method);
  if (method === 'kaspersky') return true;
  const untold = !otherMethods.includes(method);
  return untold && plain(row.managedBy) === 'kaspersky' && isEncryptedState(row);
};
const isEncryptedState = (row: Volume): boolean =>
  ['encrypted', 'encrypting', 'decrypting'].includes(plain(row.state));

/** Encrypted, and nobody could tell by whom. */
const isUnclear = (row: Volume): boolean =>
  isEncryptedState(row) && !isKasperskyVolume(row) && !otherMethods.includes(plain(row.method));

const volumes = (scene: Scene, holds: (row: Volume) => boolean): readonly Volume[] =>
  rowsOf(scene.snapshot, 'encryption').filter(holds);

const restingStates: ReadonlySet<string> = new Set(
  [
    'unknown stopped inactive disabled dead masked not-loaded detached',
    'file-missing missing not-found not-installed removed deleted',
  ].flatMap((states) => states.split(' ')),
);

/**
 * A filter at work, and not merely known by name. A state that nobody gave is no sign of work: all there is then is
 * the driver's name, which stays after decryption. It still takes the person's word. Any other state counts as work,
 * also one that nobody has thought of.
 */
const isAttached = (row: Row<'services'>): boolean =>
  plain(row.state) !== '' && !restingStates.has(plain(row.state));

const filters = (snapshot: Snapshot, group: DriverGroup, attached: boolean): readonly Evidence[] =>
  (['services', 'kernelModules'] as const).flatMap((table) =>
    evidence(
      table,
      rowsOf<'services' | 'kernelModules'>(snapshot, table).filter(
        (row) => isDriverRow(group, row) && isAttached(row) === attached,
      ),
      attached ? 'filter-attached' : 'driver-name',
    ),
  );

/** The name of a driver that does nothing now: a resting service, its file, its registry key. */
const onlyNames = (snapshot: Snapshot, group: DriverGroup): readonly Evidence[] => [
  ...filters(snapshot, group, false),
  ...evidence(
    'files',
    rowsOf(snapshot, 'files').filter((row) => isInstalledDriver(group, row.path ?? '')),
    'driver-name',
  ),
  ...evidence(
    'registry',
    rowsOf(snapshot, 'registry').filter((row) => isServiceKey(group, row.path ?? '')),
    'driver-name',
  ),
];

/** The driver's file where drivers work from; a copy in somebody's folder is no sign. */
const isInstalledDriver = (group: DriverGroup, path: string): boolean =>
  isDriverFile(group, path) &&
  (comparablePath(path).startsWith('c:/windows/system32/drivers/') || belowVendorFolder(path) !== undefined);

const isServiceKey = (group: DriverGroup, path: string): boolean => {
  const name = /^HKLM\\SYSTEM\\(?:CurrentControlSet|ControlSet\d{3})\\Services\\([^\\]+)/i.exec(path)?.[1];
  return name !== undefined && isDriverRow(group, { name });
};

const isWhole = (reading: Reading<unknown> | undefined): boolean =>
  reading?.kind === 'ok' && (reading.gaps ?? []).length === 0;

/**
 * Whether the volumes could be looked at whole: an absent list was not looked at. A list of drivers that somebody
 * tried to read and could not leaves the filters open as well.
 */
const wasChecked = ({ readings }: Snapshot): boolean =>
  isWhole(readings.encryption) &&
  [readings.services, readings.kernelModules].every(
    (reading) => reading === undefined || reading.kind === 'not-applicable' || isWhole(reading),
  );

/** The strongest thing that shows encryption: at work, a name alone, or nothing that could be looked at. */
const encryptionSign = (scene: Scene, group: DriverGroup, atWork: readonly Evidence[]): Sign | undefined => {
  const { snapshot } = scene;
  const endpoint = scene.concerned.filter(endpointForWindows);
  const active = [...atWork, ...filters(snapshot, group, true)];
  // Encrypted, and no endpoint product to be seen: whatever of Kaspersky is left is what may still open it.
  if (active.length > 0)
    return { evidence: active, touches: endpoint.length > 0 ? endpoint : scene.concerned };
  if (endpoint.length === 0) return undefined;
  const names = [...onlyNames(snapshot, group), ...settingsOn(scene, 'encryption-component')];
  if (names.length > 0) return { evidence: names, weak: 'only-a-name', touches: endpoint };
  const unclear = evidence('encryption', volumes(scene, isUnclear), 'encryption-unclear');
  if (wasChecked(snapshot) && unclear.length === 0) return undefined;
  return { evidence: unclear, weak: 'could-not-check', touches: endpoint };
};

const isRemovable = (row: Volume): boolean => row.removable === true;

export const encryptionHazards = {
  /** A removable drive that is plugged in and encrypted is an encrypted volume like any other: it can be decrypted now. */
  fde: {
    about: anyOwn,
    scope: 'only',
    sign: (scene) =>
      encryptionSign(scene, 'diskEncryption', [
        ...evidence('encryption', volumes(scene, isKasperskyVolume), 'encrypted-volume'),
        ...evidence(
          'encryption',
          volumes(scene, (row) => row.preBoot === true && !isKasperskyVolume(row)),
          'pre-boot',
        ),
      ]),
  },
  fle: { about: anyOwn, scope: 'only', sign: (scene) => encryptionSign(scene, 'fileEncryption', []) },
  /** Drives in drawers and bags: no machine can see them. */
  'removable-encryption': {
    about: endpointForWindows,
    scope: 'only',
    sign: (scene) => {
      const seen = volumes(scene, (row) => isRemovable(row) && isKasperskyVolume(row));
      return {
        evidence:
          seen.length > 0 ? evidence('encryption', seen, 'encrypted-volume') : productRows(scene.concerned),
      };
    },
  },
  'bitlocker-managed': {
    about: endpointForWindows,
    scope: 'only',
    sign: (scene) =>
      shownBy(
        evidence(
          'encryption',
          volumes(
            scene,
            (row) =>
              plain(row.method) === 'bitlocker' && plain(row.managedBy) === 'kaspersky' && !isDecrypted(row),
          ),
          'bitlocker-managed',
        ),
      ),
  },
} satisfies Partial<Record<HazardId, HazardRule>>;
