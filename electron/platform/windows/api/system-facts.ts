import type { SystemFacts, Told } from '../machine.ts';
import { lazily, systemLibrary, wideText } from './koffi.ts';
import { attempt } from './trouble.ts';

/** OSVERSIONINFOEXW (winnt.h). */
const versionBytes = 284;
const productTypeAt = 282;
const workstation = 1;

/** ComputerNamePhysicalDnsHostname: of this very computer, also where it is part of a cluster. */
const physicalName = 5;
const nameUnits = 256;
const pathUnits = 260;
const isRemoteMetric = 0x1000;

interface Calls {
  readonly version: (record: Buffer) => number;
  readonly name: (kind: number, name: Buffer, units: Buffer) => number;
  readonly power: (record: Buffer) => number;
  readonly metric: (index: number) => number;
  readonly sessionOf: (pid: number, session: Buffer) => number;
  readonly folder: (path: Buffer, units: number) => number;
  readonly space: (folder: string, freeForUs: Buffer, total: null, free: null) => number;
}

const calls = lazily((): Calls => {
  const kernel32 = systemLibrary('kernel32.dll');
  return {
    version: systemLibrary('ntdll.dll').func('int32 RtlGetVersion(void *)'),
    name: kernel32.func('int GetComputerNameExW(int, void *, void *)'),
    power: kernel32.func('int GetSystemPowerStatus(void *)'),
    metric: systemLibrary('user32.dll').func('int GetSystemMetrics(int)'),
    sessionOf: kernel32.func('int ProcessIdToSessionId(uint32, void *)'),
    folder: kernel32.func('uint32 GetSystemWindowsDirectoryW(void *, uint32)'),
    space: kernel32.func('int GetDiskFreeSpaceExW(str16, void *, void *, void *)'),
  };
});

const what = 'the version of Windows';

/** The version is always told, or nothing is; of the rest what Windows does not say is undefined. */
export const systemFacts = (): Told<SystemFacts> =>
  attempt<Told<SystemFacts>>(what, () => {
    const record = Buffer.alloc(versionBytes);
    record.writeUInt32LE(versionBytes);
    // GetVersionEx would answer as the program's manifest asks; this one says what runs.
    if (calls().version(record) !== 0) return { kind: 'failed', why: `${what} is not told` };
    const value = {
      version: [4, 8, 12].map((at) => record.readUInt32LE(at)).join('.'),
      server: record.readUInt8(productTypeAt) !== workstation,
      name: computerName(),
      onBattery: onBattery(),
      remoteSession: remoteSession(),
      freeBytes: freeBytes(),
    };
    return { kind: 'ok', value };
  });

const computerName = (): string | undefined => {
  const name = Buffer.alloc(2 * nameUnits);
  const units = Buffer.alloc(4);
  units.writeUInt32LE(nameUnits);
  if (calls().name(physicalName, name, units) === 0) return undefined;
  return wideText(name, units.readUInt32LE()) || undefined;
};

const onBattery = (): boolean | undefined => {
  const record = Buffer.alloc(12);
  return calls().power(record) === 0 ? undefined : batteryFrom(record);
};

/** Out of a SYSTEM_POWER_STATUS (winbase.h): 255 stands for "unknown", and 128 in the flag for "no battery here". */
export const batteryFrom = (record: Buffer): boolean | undefined => {
  const line = record.readUInt8(0);
  const flag = record.readUInt8(1);
  if (line === 0) return true;
  if (line === 1) return false;
  return flag !== 255 && (flag & 128) !== 0 ? false : undefined;
};

/**
 * Session 0 is the services': who starts this program there (a management agent, a secure shell) may sit anywhere, and
 * Windows does not say.
 */
const remoteSession = (): boolean | undefined => {
  if (calls().metric(isRemoteMetric) !== 0) return true;
  const session = Buffer.alloc(4);
  if (calls().sessionOf(process.pid, session) === 0 || session.readUInt32LE() === 0) return undefined;
  return false;
};

const freeBytes = (): number | undefined => {
  const path = Buffer.alloc(2 * pathUnits);
  const units = calls().folder(path, pathUnits);
  const drive = wideText(path, Math.min(units, 3));
  if (!/^[A-Za-z]:\\$/.test(drive)) return undefined;
  const free = Buffer.alloc(8);
  return calls().space(drive, free, null, null) === 0 ? undefined : Number(free.readBigUInt64LE());
};
