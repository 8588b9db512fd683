import type { HazardId } from '../model/hazard.ts';
import type { OperatingSystem } from '../model/host.ts';
import { comparablePath } from './paths.ts';

/** A place below the vendor's folders in which people's own things lie, and the hazard that has to be accepted first. */
interface PersonalPlace {
  readonly hazard: HazardId;
  /** Of a whole path with forward slashes, in lower case. Only what lies in such a folder is meant, never the folder empty. */
  readonly path: RegExp;
}

/**
 * Linux: the vendor's help names the Backup of each product, in which its quarantine lies too. Windows: the help of
 * Endpoint Security (`QB`), public lists of quarantine folders, and the password manager's vault in every profile.
 */
const places: readonly PersonalPlace[] = [
  { hazard: 'quarantine', path: /^\/var\/opt\/kaspersky\/[^/]+\/common\/objects-backup\/./ },
  { hazard: 'quarantine', path: /\/kaspersky ?lab\/(?:.+\/)?(?:qb|quarantine)\/./ },
  { hazard: 'kpm-vault', path: /\/kpm_vault\.edb(?:[-.][^/]*)?$/ },
  { hazard: 'kpm-vault', path: /\/kaspersky lab\/kaspersky password manager[^/]*\/./ },
  { hazard: 'backup-restore', path: /\/kaspersky lab\/(?:.+\/)?backup(?:storage)?\/./ },
];

/** The hazard that a person accepts before this may be moved; undefined: nobody's own things lie there. */
export const personalHazardOf = (os: OperatingSystem, path: string): HazardId | undefined => {
  const plain = os === 'windows' ? comparablePath(path) : path.toLowerCase();
  return places.find((place) => place.path.test(plain))?.hazard;
};
