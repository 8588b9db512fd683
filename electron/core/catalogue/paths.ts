/** Paths as tests compare them: one spelling for quotes, prefixes, variables, slashes and Windows' case. */

const variables: readonly (readonly [RegExp, string])[] = [
  [/^%programfiles\(x86\)%/i, 'c:/program files (x86)'],
  [/^%(programfiles|programw6432)%/i, 'c:/program files'],
  [/^%(commonprogramfiles)%/i, 'c:/program files/common files'],
  [/^%commonprogramfiles\(x86\)%/i, 'c:/program files (x86)/common files'],
  [/^%(programdata|allusersprofile)%/i, 'c:/programdata'],
  [/^%(systemroot|windir)%/i, 'c:/windows'],
  [/^[\\/]systemroot(?=[\\/])/i, 'c:/windows'],
  [/^(?=system32[\\/])/i, 'c:/windows/'],
];

/** Forward slashes, no doubled or closing slash; Windows paths in lower case, its prefixes and variables resolved. */
export const comparablePath = (path: string): string => {
  let plain = path.trim();
  // Most paths begin with a drive or a Unix folder and need none of this.
  if (/^[\\/]{1,2}\?/.test(plain)) plain = plain.replace(/^[\\/]{1,2}\?{1,2}[\\/]/, '');
  if (/^(?:%|[\\/]systemroot|system32)/i.test(plain))
    for (const [variable, value] of variables) plain = plain.replace(variable, value);
  const slashed = plain.replace(/[\\/]+/g, '/').replace(/(?<=.)\/$/, '');
  return slashed.startsWith('/') ? slashed : slashed.toLowerCase();
};

/** The program of a command line: what stands in quotes, or everything up to a program's or driver's extension. */
export const programPath = (command: string): string => {
  const quoted = /^\s*"([^"]+)"/.exec(command)?.[1];
  if (quoted !== undefined) return quoted;
  return /^\s*(.+?\.(?:exe|sys|dll|com|srv|msi))(?=\s|$)/i.exec(command)?.[1] ?? command;
};

export const isAtOrBelow = (path: string, folder: string): boolean => {
  const inner = comparablePath(path);
  const outer = comparablePath(folder);
  return inner === outer || inner.startsWith(`${outer}/`);
};

/** Whether a path climbs: such a path is never taken to lie where it claims to. */
export const climbs = (path: string): boolean => path.includes('..') && path.split(/[\\/]/).includes('..');

const programFolders =
  'program files(?: \\(x86\\))?|programme|programmi|programmes|archivos de programa|arquivos de programas';
const dataFolders = [
  'programdata',
  'documents and settings/all users/application data',
  // Below a profile, which administrators may have moved to another drive.
  '(?:[^/]+/){1,3}appdata/(?:local|locallow|roaming)',
  'documents and settings/[^/]+/(?:local settings/)?application data',
].join('|');

/** Folders that only Kaspersky's installers make, on each system. What follows is the part that tells products apart. */
const vendorRoots: readonly RegExp[] = [
  new RegExp(`^[a-z]:/(?:(?:${programFolders})(?:/common files)?|${dataFolders})/kaspersky ?lab(?:/(.*))?$`),
  /^[a-z]:\/windows\/(?:system32|syswow64)\/drivers\/((?:k4w-\d+-\d+|kes-21-\d+)(?:\/.*)?)$/,
  /^(?:\/users\/[^/]+)?\/library\/(?:application support|logs|caches)\/kaspersky lab(?:\/(.*))?$/,
  /^(?:\/opt|\/var\/opt|\/etc\/opt|\/var\/log)\/kaspersky(?:\/(.*))?$/,
];

/** Every vendor root holds one of these: nearly every path of a machine is told apart by this alone. */
const vendorWords = /kaspersky|k4w-|kes-21-/i;

/**
 * The part of a path below one of the vendor's own folders, in lower case, without the program's arguments: empty for
 * the folder itself, undefined for any other place.
 */
export const belowVendorFolder = (path: string): string | undefined =>
  vendorWords.test(path) && !climbs(path) ? restBelowVendor(programPath(path)) : undefined;

/** The same for the path of a file, which has no arguments: `a.exe b` is a name as good as any. */
export const restBelowVendor = (path: string): string | undefined => {
  if (!vendorWords.test(path) || climbs(path)) return undefined;
  const plain = comparablePath(path).toLowerCase();
  for (const root of vendorRoots) {
    const match = root.exec(plain);
    if (match !== null) return match[1] ?? '';
  }
  return undefined;
};
