/** Registry content as data, and as the text that Windows' own tools read. */

export type RegistryData =
  | string
  | number
  /** REG_MULTI_SZ */
  | readonly string[]
  | { readonly expandable: string }
  | { readonly binary: Buffer; readonly type?: number };

export interface RegistryKey {
  /** `HKLM\…` or `HKCU\…`; the 32-bit view by its real name, `HKLM\SOFTWARE\WOW6432Node\…`. */
  readonly path: string;
  /** The name '' is the key's own value. */
  readonly values?: Readonly<Record<string, RegistryData>>;
}

const roots: Readonly<Record<string, string>> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKU: 'HKEY_USERS',
};

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`);

const hex = (bytes: Buffer): string => (bytes.toString('hex').match(/../g) ?? []).join(',');

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

const dataText = (data: RegistryData): string => {
  if (typeof data === 'string') return `"${escaped(data)}"`;
  if (typeof data === 'number') return `dword:${data.toString(16).padStart(8, '0')}`;
  if ('expandable' in data) return `hex(2):${hex(utf16(`${data.expandable}\0`))}`;
  if ('binary' in data)
    return `hex${data.type === undefined ? '' : `(${data.type.toString(16)})`}:${hex(data.binary)}`;
  return `hex(7):${hex(utf16(`${data.map((entry) => `${entry}\0`).join('')}\0`))}`;
};

const valueText = ([name, data]: readonly [string, RegistryData]): string =>
  `${name === '' ? '@' : `"${escaped(name)}"`}=${dataText(data)}`;

const keyText = ({ path, values = {} }: RegistryKey): string => {
  const [root = '', ...rest] = path.split('\\');
  return `[${[roots[root] ?? root, ...rest].join('\\')}]\n${Object.entries(values).map(valueText).join('\n')}\n`;
};

/** What `reg import` takes, in the lossless form (UTF-16 on disk). */
export const registryFile = (keys: readonly RegistryKey[]): string =>
  `Windows Registry Editor Version 5.00\n\n${keys.map(keyText).join('\n')}`.replaceAll('\n', '\r\n');
