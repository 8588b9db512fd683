import type { OperatingSystem } from '../model/host.ts';
import { climbs, comparablePath } from './paths.ts';

/**
 * What is never moved, whatever the catalogue says: a second wall behind the first one, which is that only places of
 * the vendor are ever thought of. It wins over everything.
 */
export type Protection =
  /** No plain absolute path: it climbs, or holds what no path of ours holds. */
  | 'no-plain-path'
  /** The system's own, or the folder of everybody. */
  | 'system'
  /** People's own documents. */
  | 'people'
  | 'other-vendor'
  /** This tool's own folders. */
  | 'own';

interface ClosedPlaces {
  /** Folders in which nothing at all is moved. */
  readonly closed: readonly string[];
  /** Folders of the system that never go themselves; what the catalogue names in them may. */
  readonly standing: readonly string[];
  /** People's folders: nothing in them goes but what the second pattern fits. */
  readonly people: RegExp;
  readonly vendorInPeople: RegExp;
}

const linux: ClosedPlaces = {
  closed: words(
    '/bin /sbin /lib /lib32 /lib64 /libx32 /boot /dev /proc /sys /mnt /media /srv /tmp /snap /efi /nix /lost+found',
    '/usr/sbin /usr/lib /usr/lib32 /usr/lib64 /usr/libexec /usr/share /usr/include /usr/src /usr/games',
    '/etc/ssl /etc/pki /etc/apt /etc/yum.repos.d /etc/pam.d /etc/security /etc/ssh /etc/skel /etc/alternatives',
    '/var/cache /var/tmp /var/spool /var/mail /var/www /var/backups /var/lib/dpkg /var/lib/rpm /var/lib/apt',
    '/var/lib/systemd /var/lib/docker /var/lib/mysql /var/lib/postgresql /run/systemd /run/user',
  ),
  standing: words(
    '/etc /etc/opt /etc/systemd /etc/systemd/system /etc/systemd/system/multi-user.target.wants /etc/init.d',
    '/opt /usr /usr/bin /usr/local /usr/local/bin /usr/local/lib /usr/local/share /run',
    '/var /var/opt /var/log /var/lib /var/run /var/local',
  ),
  people: /^\/(?:home|root)(?:\/|$)/,
  vendorInPeople: /^$/,
};

const macos: ClosedPlaces = {
  closed: words(
    '/System /bin /sbin /usr /dev /etc /private/etc /cores /Volumes /Network /private/tmp /private/var/db',
    '/Library/Keychains /Library/Frameworks /Library/Apple /Library/Preferences/SystemConfiguration',
  ),
  standing: words(
    '/Applications /Library /Library/Caches /Library/Logs /Library/LaunchAgents /Library/LaunchDaemons',
    '/Library/Extensions /Library/Preferences /private /private/var /private/var/log /var /var/log /opt',
  ).concat('/Library/Application Support'),
  people: /^(?:\/Users|\/private\/var\/root|\/var\/root)(?:\/|$)/,
  vendorInPeople:
    /^\/Users\/[^/]+\/Library\/(?:(?:Application Support|Logs|Caches)\/Kaspersky Lab(?:\/.*)?|(?:Caches|Preferences)\/com\.kaspersky\.[^/]+(?:\/.*)?)$/,
};

/** In the form of `comparablePath`; the drive of the system may have another letter. */
const windows: ClosedPlaces = {
  closed: lines(
    'windows/winsxs',
    'windows/syswow64/config',
    'windows/system32/config',
    'windows/system32/catroot',
    'windows/boot',
    'windows/fonts',
    'windows/installer',
    'windows/servicing',
    'programdata/microsoft',
    'programdata/package cache',
    'program files/windowsapps',
    'program files/windows defender',
    'program files/common files/microsoft shared',
    'system volume information',
    '$recycle.bin',
    'recovery',
    'boot',
    'efi',
  ),
  standing: lines(
    'windows',
    'windows/system32',
    'windows/syswow64',
    'windows/system32/drivers',
    'windows/system32/winevt',
    'windows/system32/winevt/logs',
    'program files',
    'program files (x86)',
    'program files/common files',
    'program files (x86)/common files',
    'programdata',
  ),
  people: /^[a-z]:\/(?:users|documents and settings)(?:\/|$)/,
  vendorInPeople:
    /^[a-z]:\/(?:users|documents and settings)\/[^/]+\/(?:appdata\/(?:local|locallow|roaming)|(?:local settings\/)?application data)\/kaspersky ?lab(?:\/.*)?$/,
};

const placesOf: Readonly<Record<OperatingSystem, ClosedPlaces>> = { linux, macos, windows };

/** Other vendors of protection, and the makers of systems. A path on the way to which one of them stands is theirs. */
const otherVendors = new Set(
  lines(
    'avast',
    'avast software',
    'avg',
    'avira',
    'bitdefender',
    'clamav',
    'comodo',
    'crowdstrike',
    'cylance',
    'doctor web',
    'drweb',
    'eset',
    'f-secure',
    'malwarebytes',
    'mcafee',
    'microsoft',
    'norton',
    'pango',
    'panda security',
    'sentinelone',
    'sophos',
    'symantec',
    'trend micro',
    'ultraav',
    'ultravpn',
    'webroot',
    'windows defender',
  ),
);

/** Why this path is never moved; undefined: the list has nothing against it. `own`: this tool's own folders and files. */
export const protectionOf = (
  os: OperatingSystem,
  path: string,
  own: readonly string[],
): Protection | undefined => {
  if (!isPlain(os, path)) return 'no-plain-path';
  const plain = os === 'windows' ? comparablePath(path) : path;
  const spelt = own.map((each) => (os === 'windows' ? comparablePath(each) : each));
  if (spelt.some((each) => isAtOrIn(plain, each) || isAtOrIn(each, plain))) return 'own';
  const { closed, standing, people, vendorInPeople } = placesOf[os];
  const inSystem = os === 'windows' ? plain.slice(3) : plain;
  if (inSystem === '' || inSystem === '/') return 'system';
  if (closed.some((place) => isAtOrIn(inSystem, place) || isAtOrIn(place, inSystem))) return 'system';
  if (standing.some((place) => isAtOrIn(place, inSystem))) return 'system';
  if (people.test(plain) && !vendorInPeople.test(plain)) return 'people';
  return isOfAnother(plain) ? 'other-vendor' : undefined;
};

const isAtOrIn = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** Absolute, and every part of it a plain name. */
const isPlain = (os: OperatingSystem, path: string): boolean => {
  const isAbsolute = os === 'windows' ? /^[a-z]:[\\/]/i.test(path) : path.startsWith('/');
  if (!isAbsolute || climbs(path) || path.includes('\0')) return false;
  const parts = (os === 'windows' ? comparablePath(path) : path).split('/').slice(1);
  return !parts.some(
    (part) => part === '' || part === '.' || (os === 'windows' && /[:*?"<>|]|[. ]$/.test(part)),
  );
};

/** Below the vendor's own folder names may be anybody's: what counts is whose folders lead there. */
const isOfAnother = (plain: string): boolean => {
  const parts = plain.toLowerCase().split('/');
  const vendor = parts.findIndex((part) => /^kaspersky ?(?:lab)?$/.test(part));
  return (vendor === -1 ? parts : parts.slice(0, vendor)).some((part) => otherVendors.has(part));
};

const vendorKey =
  /^(?:HKLM|HKU\\[^\\]+)\\SOFTWARE\\(?:WOW6432Node\\)?Kaspersky ?Lab\\(?:protected\\)?[^\\]+(?:\\.+)?$/i;

/**
 * Whether a key of the registry may be taken at all: one below the vendor's own. Two keys that public lists call its
 * leftovers (`SystemCertificates\SPC`, `Cryptography\RNG`) are Windows'.
 */
export const isProtectedKey = (key: string): boolean =>
  !vendorKey.test(key) || /[*?]|\\\\|\\$/.test(key) || /\\protected$/i.test(key);

/** A key of the machine that the vendor's products share, and nobody else: it may go once nothing is in it. */
export const isSharedKey = (key: string): boolean =>
  /^HKLM\\SOFTWARE\\(?:WOW6432Node\\)?Kaspersky ?Lab(?:\\protected)?$/i.test(key);

function lines(...places: readonly string[]): readonly string[] {
  return places;
}

function words(...places: readonly string[]): readonly string[] {
  return places.flatMap((line) => line.split(' '));
}
