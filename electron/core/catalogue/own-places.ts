import type { OperatingSystem } from '../model/host.ts';
import type { Catalogue } from './index.ts';
import { comparablePath, restBelowVendor } from './paths.ts';
import { driverFile, driverKinds } from './windows-drivers.ts';

/** A place that only Kaspersky's installers make. */
export interface OwnPlace {
  /** The vendor's folder that a path lies at or below, or the exact name itself. */
  readonly root: string;
  /** The vendor's folder itself, which products share. */
  readonly isShared: boolean;
}

/** Where it lies in the vendor's own folders, by whole names; undefined for every other place of the computer. */
export const ownPlaceOf = (catalogue: Catalogue, os: OperatingSystem, path: string): OwnPlace | undefined =>
  os === 'windows' ? windowsPlace(path) : posixPlace(catalogue.roots, os, path);

const posixPlace = (roots: readonly string[], os: OperatingSystem, path: string): OwnPlace | undefined => {
  for (const each of roots.filter((root) => root.startsWith('/'))) {
    const library = os === 'macos' ? homeOf(path) : '';
    for (const root of library === '' ? [each] : [each, `${library}${each}`])
      if (path === root || path.startsWith(`${root}/`)) return { root, isShared: path === root };
  }
  return undefined;
};

/** Everybody's library has the same folders as the machine's. */
const homeOf = (path: string): string => /^\/Users\/[^/]+(?=\/Library\/)/.exec(path)?.[0] ?? '';

/** A profile that lies where Windows puts it: a copy of one, on another drive, is somebody's backup. */
const usualProfile = /^[a-z]:\/(?:users|documents and settings)\/[^/]+\//;
const inProfile = /\/(?:appdata|application data)\//;
const eventLog = /^[a-z]:\/windows\/system32\/winevt\/logs\/kaspersky[^/]*\.evtx$/;
/** A driver's own folder in that of all drivers: `drivers/k4w-21-25`. */
const driverFolder = /^([a-z]:\/windows\/(?:system32|syswow64)\/drivers\/[^/]+)(?:\/|$)/;

const windowsPlace = (path: string): OwnPlace | undefined => {
  const plain = comparablePath(path);
  const rest = restBelowVendor(path);
  if (rest !== undefined) {
    if (inProfile.test(plain) && !usualProfile.test(plain)) return undefined;
    const ofDriver = driverFolder.exec(plain)?.[1];
    if (ofDriver !== undefined) return { root: ofDriver, isShared: false };
    const root = rest === '' ? plain : plain.slice(0, -rest.length - 1);
    return { root, isShared: rest === '' };
  }
  const isDriver = driverKinds.some((kind) => driverFile(kind).test(path));
  return isDriver || eventLog.test(plain) ? { root: plain, isShared: false } : undefined;
};
