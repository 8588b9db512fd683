import type { Change, Explanation } from './difference';
import type { Manifest } from './fixtures/manifest';
import { wineWrites } from './wine-writes';

const services = 'HKLM\\System\\CurrentControlSet\\Services';

const isAtOrBelow = (place: string, tree: string): boolean => place === tree || place.startsWith(`${tree}\\`);

/** Folders and keys of Windows and of everybody: naming one of them does not name what is in it. */
const everybodys = [
  /^c:(?:\\[^\\]*)?$/,
  /^c:\\programdata\\microsoft$/,
  /^c:\\users\\[^\\]*(?:\\appdata(?:\\[^\\]*(?:\\temp)?)?)?$/,
  /^c:\\windows\\(?:system32|syswow64|installer|temp)(?:\\drivers)?$/,
  /^c:\\program files(?: \(x86\))?\\common files$/,
  /^hk[^\\]*(?:\\[^\\]*)?$/,
  /^hk[^\\]*\\(?:[^\\]*\\)?software(?:\\(?:wow6432node|microsoft|classes))*$/,
  /^hk.*\\microsoft\\windows(?: nt)?(?:\\currentversion(?:\\(?:uninstall|run|runonce|installer))?)?$/,
  /^hklm\\system\\currentcontrolset(?:\\(?:services|control))?$/,
];

/** Shared by the vendor's products: empty when the last one is gone, and no reason to take the others' away. */
const vendors = [
  /^c:\\(?:program files(?: \(x86\))?|programdata)\\(?:common files\\)?kaspersky ?lab$/,
  /^hk.*\\software\\(?:wow6432node\\)?kasperskylab(?:\\protected)?$/,
];

const isOneOf = (place: string, patterns: readonly RegExp[]): boolean =>
  patterns.some((one) => one.test(place));

/** What lies above something of one's own and is nobody else's: it comes with the first and goes with the last. */
const parentsOf = (tree: string): readonly string[] => {
  const names = tree.split('\\');
  return names
    .map((_, index) => names.slice(0, index).join('\\'))
    .filter((parent) => parent !== '' && !isOneOf(parent, everybodys));
};

/** All that may come and go with something that was installed: its own places, and empty folders and keys above them. */
export const belongsTo = (manifest: Manifest): Explanation => {
  const trees = [
    ...manifest.keys,
    ...manifest.files,
    ...manifest.services.map((name) => `${services}\\${name}`),
  ].map((tree) => tree.toLowerCase());
  const parents = new Set(trees.flatMap(parentsOf));
  const values = new Set(manifest.values?.map(({ key, name }) => `${key} : ${name}`.toLowerCase()));
  return (change) => {
    const place = change.place.toLowerCase();
    if (change.what === 'value' && values.has(`${place} : ${change.name.toLowerCase()}`)) return true;
    if (trees.some((tree) => isAtOrBelow(place, tree))) return true;
    const isFolder = change.what === 'file' && (change.before ?? change.after) === 'folder';
    return (change.what === 'key' || isFolder) && parents.has(place);
  };
};

/** Wine's own writes, from the committed list. */
export const madeByWine: Explanation = (change: Change) =>
  wineWrites.some(
    (write) =>
      write.place.test(change.place) &&
      write.how.includes(change.how) &&
      (write.value === undefined || (change.what === 'value' && write.value.test(change.name))),
  );

const placeInText = /^(?:[a-z]:\\|HK[A-Z_]+\\)/i;

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const longRoots: Readonly<Record<string, string>> = {
  HKEY_LOCAL_MACHINE: 'HKLM',
  HKEY_USERS: 'HKU',
  HKEY_CURRENT_USER: 'HKCU',
};

/**
 * What a run's journal names, each place with everything below it; a place that everybody shares explains nothing.
 * `user`: the SID that HKCU stands for. `text`: one JSON document a line.
 */
export const namedInJournal = (text: string, user: string): Explanation => {
  const trees = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => textsIn(JSON.parse(line)))
    .filter((place) => placeInText.test(place))
    .map((place) => {
      const [root = '', ...rest] = place.replace(/\\+$/, '').split('\\');
      const short = longRoots[root.toUpperCase()] ?? root;
      return [short === 'HKCU' ? `HKU\\${user}` : short, ...rest].join('\\').toLowerCase();
    })
    .filter((place) => !isOneOf(place, everybodys) && !isOneOf(place, vendors));
  return (change) => trees.some((tree) => isAtOrBelow(change.place.toLowerCase(), tree));
};

/** A folder of drive C with everything below it, such as the one where the assistant keeps its runs. */
export const below = (folder: string): Explanation => belongsTo({ keys: [], files: [folder], services: [] });
