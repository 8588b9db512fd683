import { readFileSync } from 'node:fs';
import type { KeyReading, Registry, RegistryValue, RegistryView } from '../registry/registry.ts';
import { parseRegFile } from './reg-file.ts';

/** The content of a `.reg` file that lies below `base`, for `recordedRegistry`. */
export const recording = (path: string, base: string): Buffer => readFileSync(new URL(path, base));

/**
 * The registry that `.reg` exports (files as bytes, or text in a test) were taken from. What no export holds is
 * `missing`; keys above a recorded one exist.
 */
export const recordedRegistry = (...exports: readonly (string | Buffer)[]): Registry => {
  const top = node('');
  for (const key of exports.flatMap(parseRegFile)) {
    const into = grown(top, shortPath(key.path));
    for (const value of key.values) into.values.set(value.name.toLowerCase(), value);
  }
  return {
    read: (path, view) => Promise.resolve(readingOf(found(top, physicalPath(path, view)))),
  };
};

/** The same registry, except that the keys at and below `paths` answer with this trouble instead. */
export const troubled = (
  registry: Registry,
  paths: readonly string[],
  trouble: Exclude<KeyReading, { kind: 'ok' }> = { kind: 'denied', why: 'access is denied' },
  views: readonly RegistryView[] = ['64', '32'],
): Registry => ({
  read: (path, view) =>
    views.includes(view) && paths.some((closed) => isAtOrBelowKey(path, closed))
      ? Promise.resolve(trouble)
      : registry.read(path, view),
});

const isAtOrBelowKey = (path: string, above: string): boolean =>
  `${path.toLowerCase()}\\`.startsWith(`${above.toLowerCase()}\\`);

interface Node {
  readonly name: string;
  readonly below: Map<string, Node>;
  readonly values: Map<string, RegistryValue>;
}
const node = (name: string): Node => ({ name, below: new Map(), values: new Map() });

const partsOf = (path: string): readonly string[] => path.split('\\').filter((part) => part !== '');

const grown = (top: Node, path: string): Node =>
  partsOf(path).reduce((above, name) => {
    const known = above.below.get(name.toLowerCase()) ?? node(name);
    above.below.set(name.toLowerCase(), known);
    return known;
  }, top);

const found = (top: Node, path: string): Node | undefined =>
  partsOf(path).reduce<Node | undefined>((above, name) => above?.below.get(name.toLowerCase()), top);

const readingOf = (key: Node | undefined): KeyReading =>
  key === undefined
    ? { kind: 'missing' }
    : {
        kind: 'ok',
        subkeys: [...key.below.values()].map(({ name }) => name),
        values: [...key.values.values()],
      };

const shortNames: readonly (readonly [RegExp, string])[] = [
  [/^HKEY_LOCAL_MACHINE(?=\\|$)/i, 'HKLM'],
  [/^HKEY_USERS(?=\\|$)/i, 'HKU'],
];

const shortPath = (path: string): string => {
  const short = shortNames.reduce((text, [long, name]) => text.replace(long, name), path);
  if (!/^HK(?:LM|U)(?:\\|$)/i.test(short))
    throw new Error(`a recording of neither machine nor users: ${path}`);
  return short;
};

/**
 * Where a path of a view really is. Windows keeps the 32-bit view of HKLM\SOFTWARE below WOW6432Node, but shows these
 * to both; a user's own Software and all else of the machine is shared whole. The part of Microsoft's list that is
 * read here ("Registry Keys Affected by WOW64", learn.microsoft.com/windows/win32/winprog64/shared-registry-keys).
 */
const physicalPath = (path: string, view: RegistryView): string =>
  view === '64' || sharedKeys.some((shared) => isAtOrBelowKey(path, `HKLM\\SOFTWARE\\${shared}`))
    ? path
    : path.replace(/^HKLM\\SOFTWARE(?=\\|$)/i, '$&\\WOW6432Node');

const sharedKeys: readonly string[] = [
  'Clients',
  'Policies',
  'RegisteredApplications',
  'Microsoft\\EnterpriseCertificates',
  'Microsoft\\SystemCertificates',
  'Microsoft\\Windows\\CurrentVersion\\Group Policy',
  'Microsoft\\Windows\\CurrentVersion\\Policies',
  'Microsoft\\Windows\\CurrentVersion\\Setup',
  'Microsoft\\Windows NT\\CurrentVersion\\NetworkCards',
  'Microsoft\\Windows NT\\CurrentVersion\\ProfileList',
];
