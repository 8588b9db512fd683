interface Small {
  readonly drive?: string;
  /** Folder of a profile by its SID, or by its SID and `.bak`; `%SystemDrive%` may stand in it. */
  readonly people?: Readonly<Record<string, string>>;
}

/**
 * What every Windows' registry says of its folders and people, as one text for `recordedRegistry`: constructed after a
 * Windows 11, where those texts are `REG_EXPAND_SZ`.
 */
export const smallWindows = ({ drive = 'C', people = {} }: Small = {}): string =>
  [
    `[HKEY_LOCAL_MACHINE\\${version('Windows NT')}]`,
    `"SystemRoot"="${drive}:\\\\Windows"`,
    `[HKEY_LOCAL_MACHINE\\${version('Windows')}]`,
    `"ProgramFilesDir"="${drive}:\\\\Program Files"`,
    `"ProgramFilesDir (x86)"="${drive}:\\\\Program Files (x86)"`,
    `"CommonFilesDir"="${drive}:\\\\Program Files\\\\Common Files"`,
    `"CommonFilesDir (x86)"="${drive}:\\\\Program Files (x86)\\\\Common Files"`,
    `[HKEY_LOCAL_MACHINE\\${version('Windows NT')}\\ProfileList]`,
    `"Default"=${expandable('%SystemDrive%\\Users\\Default')}`,
    `"ProfilesDirectory"=${expandable('%SystemDrive%\\Users')}`,
    `"ProgramData"=${expandable('%SystemDrive%\\ProgramData')}`,
    ...Object.entries(people).flatMap(([key, folder]) => [
      `[HKEY_LOCAL_MACHINE\\${version('Windows NT')}\\ProfileList\\${key}]`,
      `"ProfileImagePath"=${expandable(folder)}`,
    ]),
    '',
  ].join('\r\n');

const version = (branch: string): string => `SOFTWARE\\Microsoft\\${branch}\\CurrentVersion`;

/** A `REG_EXPAND_SZ` as it stands in an export. */
export const expandable = (text: string): string => `hex(2):${bytesOf(`${text}\0`)}`;

/** A `REG_MULTI_SZ` as it stands in an export. */
export const listed = (...texts: readonly string[]): string =>
  `hex(7):${bytesOf([...texts, ''].map((text) => `${text}\0`).join(''))}`;

const bytesOf = (text: string): string =>
  [...Buffer.from(text, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0')).join(',');
