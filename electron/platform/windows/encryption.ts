import type { Gap, Reading } from '../../core/model/reading.ts';
import type { Row } from '../../core/model/tables.ts';
import type { Probe } from '../../core/ports.ts';
import { isDriver } from '../../core/catalogue/hazards/drivers.ts';
import type { CimRow } from './cim.ts';
import { askCim } from './cim.ts';
import type { WindowsMachine } from './machine.ts';
import { keyReader, readingOf } from './registry/keys.ts';
import { serviceStates, servicesKey } from './service-list.ts';

type Volume = Row<'encryption'>;

const question = {
  namespace: 'root/CIMV2/Security/MicrosoftVolumeEncryption',
  classes: ['Win32_EncryptableVolume'],
  properties: [
    'DeviceID',
    'DriveLetter',
    'ProtectionStatus',
    'ConversionStatus',
    'EncryptionMethod',
    'VolumeType',
  ],
} as const;

/** Set by whoever administers BitLocker here. */
const policyKey = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\FVE';

/**
 * Volumes and what BitLocker says of them.
 *
 * Kaspersky's own encryption leaves no mark that is published: not in the registry, not on the disk, and what starts
 * before Windows names nobody either. So `kaspersky` and `preBoot` are never claimed here; the state of its driver is
 * told by the tables of services and kernel modules. What is honest: where that driver is known to this computer, a
 * volume that BitLocker has not encrypted may be encrypted all the same.
 */
export const encryptionProbe = (machine: WindowsMachine): Probe<'encryption'> => ({
  table: 'encryption',
  read: () => readEncryption(machine),
});

const readEncryption = async (machine: WindowsMachine): Promise<Reading<Volume>> => {
  const reader = keyReader(machine.registry);
  const [answer, policy, drivers] = await Promise.all([
    askCim(machine, question),
    reader.optional(policyKey),
    diskDrivers(machine),
  ]);
  if (answer.kind !== 'ok') return answer;
  // Windows itself lies on such a volume, so nobody has none.
  if (answer.rows.length === 0)
    return { kind: 'failed', why: 'Windows lists not even the volume that it is on' };
  const isManaged = policy !== undefined && policy.values.length + policy.subkeys.length > 0;
  const rows = answer.rows.map((row) => parseVolume(row, isManaged));
  if (drivers === 'none') return readingOf(rows, [...answer.gaps, ...reader.gaps]);
  return readingOf(rows.map(untoldWithout), [...answer.gaps, ...reader.gaps, drivers]);
};

/** `none` only when both lists of drivers were read and name none of Kaspersky's disk encryption. */
const diskDrivers = async (machine: WindowsMachine): Promise<'none' | Gap> => {
  const services = await machine.registry.read(servicesKey, '64');
  const live = serviceStates(machine);
  const names = [
    ...(services.kind === 'ok' ? services.subkeys : []),
    ...(live.kind === 'ok' ? live.rows.map(({ name }) => name) : []),
  ];
  const driver = names.find((name) => isDriver('diskEncryption', name));
  if (driver !== undefined)
    return {
      source: driver,
      kind: 'failed',
      why: 'this driver of Kaspersky encrypts disks, and Windows does not tell which ones',
    };
  if (services.kind === 'ok' && live.kind === 'ok') return 'none';
  return {
    source: 'drivers',
    kind: 'failed',
    why: 'whether a driver of Kaspersky encrypts disks here could not be looked up',
  };
};

/** Without BitLocker says nothing of another's encryption: then neither method nor state is known. */
const untoldWithout = (volume: Volume): Volume => {
  const { method, state: _, ...rest } = volume;
  return method === 'none' ? rest : volume;
};

/** `GetConversionStatus` of Win32_EncryptableVolume (learn.microsoft.com); 4 and 5 are pauses on the way. */
const states = ['decrypted', 'encrypted', 'encrypting', 'decrypting', 'encrypting', 'decrypting'] as const;
const portable = 2;

/**
 * One volume. The numbers are the same in every language. A locked volume tells its protection only (2, "unknown"): that
 * it has some is then sure, since one without BitLocker cannot be locked.
 */
export const parseVolume = (row: CimRow, isManaged: boolean): Volume => {
  const number = (name: string): number | undefined => {
    const value = row[name];
    return typeof value === 'number' ? value : undefined;
  };
  const protection = number('ProtectionStatus');
  const state =
    states[number('ConversionStatus') ?? -1] ??
    (protection === 1 || protection === 2 ? ('encrypted' as const) : undefined);
  const method = state === undefined ? undefined : state === 'decrypted' ? 'none' : 'bitlocker';
  const type = number('VolumeType');
  return {
    volume: nameOf(row),
    ...(method === undefined ? {} : { method }),
    ...(state === undefined ? {} : { state }),
    managedBy: method === 'bitlocker' && isManaged ? 'organisation' : 'unknown',
    ...(type === undefined ? {} : { removable: type === portable }),
  };
};

const nameOf = (row: CimRow): string =>
  ['DriveLetter', 'DeviceID']
    .map((name) => row[name])
    .find((value): value is string => typeof value === 'string' && value !== '') ?? 'unknown';
