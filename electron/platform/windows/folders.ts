import type { KeyReading, Registry, RegistryKey, RegistryView } from './registry/registry.ts';
import { registryTypes, registryViews } from './registry/registry.ts';
import { textValue, valueNamed } from './registry/values.ts';
import type { Told } from './machine.ts';

/** Windows' own folders, as whole drive paths without a closing backslash. */
export interface WindowsFolders {
  /** `C:`. */
  readonly systemDrive: string;
  readonly systemRoot: string;
  readonly programFiles: string;
  /** Undefined, as the other one, on a 32-bit Windows. */
  readonly programFilesX86: string | undefined;
  readonly commonFiles: string;
  readonly commonFilesX86: string | undefined;
  readonly programData: string;
}

const windowsKey = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const programsKey = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
export const profileListKey = `${windowsKey}\\ProfileList`;

/**
 * The folders as the machine's own registry names them. Never from the environment: the person who starts this sets
 * that, and then a look, or an action with rights, would go elsewhere. No Windows is without them: never `missing`.
 */
export const windowsFolders = async (registry: Registry): Promise<Told<WindowsFolders>> => {
  const [windows, programs, profiles] = await Promise.all([
    registry.read(windowsKey, '64'),
    registry.read(programsKey, '64'),
    registry.read(profileListKey, '64'),
  ]);
  for (const [key, reading] of [
    [windowsKey, windows],
    [programsKey, programs],
    [profileListKey, profiles],
  ] as const) {
    const trouble = troubleOf(key, reading);
    if (trouble !== undefined) return trouble;
  }
  const named = (reading: KeyReading, value: string) =>
    reading.kind === 'ok' ? textValue(reading, value) : undefined;

  const systemRoot = folderNamed(named(windows, 'SystemRoot'), {});
  if (systemRoot === undefined) return unnamed(windowsKey, 'SystemRoot');
  const start = { systemDrive: systemRoot.slice(0, 2), systemRoot };
  const folder = (reading: KeyReading, value: string) => folderNamed(named(reading, value), start);

  const programFiles = folder(programs, 'ProgramFilesDir');
  if (programFiles === undefined) return unnamed(programsKey, 'ProgramFilesDir');
  const commonFiles = folder(programs, 'CommonFilesDir');
  if (commonFiles === undefined) return unnamed(programsKey, 'CommonFilesDir');
  const programData = folder(profiles, 'ProgramData');
  if (programData === undefined) return unnamed(profileListKey, 'ProgramData');
  return {
    kind: 'ok',
    value: {
      ...start,
      programFiles,
      programFilesX86: folder(programs, 'ProgramFilesDir (x86)'),
      commonFiles,
      commonFilesX86: folder(programs, 'CommonFilesDir (x86)'),
      programData,
    },
  };
};

const troubleOf = (key: string, reading: KeyReading): Told<never> | undefined => {
  switch (reading.kind) {
    case 'ok':
      return undefined;
    case 'missing':
      return { kind: 'failed', why: `the registry has no ${key}` };
    case 'denied':
    case 'failed':
      return { kind: reading.kind, why: `${key}: ${reading.why}` };
  }
};

const unnamed = (key: string, value: string): Told<never> => ({
  kind: 'failed',
  why: `${key} names no folder as ${value}`,
});

/**
 * The folder that a value names: its variables resolved, without a closing backslash. Undefined for what is no whole
 * drive path, such as one that begins with a variable nobody knows.
 */
export const folderNamed = (
  text: string | undefined,
  folders: Partial<WindowsFolders>,
): string | undefined => {
  const path = expanded(text?.trim() ?? '', machineVariables(folders)).replace(/[\\/]+$/, '');
  return /^[a-z]:\\[^%]/i.test(path) ? path : undefined;
};

/** Values of variables, by their names in capitals. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** What the machine's variables stand for in `REG_EXPAND_SZ` values, from its own folders alone. */
export const machineVariables = (folders: Partial<WindowsFolders>): Variables => ({
  SYSTEMDRIVE: folders.systemDrive,
  SYSTEMROOT: folders.systemRoot,
  WINDIR: folders.systemRoot,
  PROGRAMFILES: folders.programFiles,
  PROGRAMW6432: folders.programFiles,
  'PROGRAMFILES(X86)': folders.programFilesX86,
  COMMONPROGRAMFILES: folders.commonFiles,
  COMMONPROGRAMW6432: folders.commonFiles,
  'COMMONPROGRAMFILES(X86)': folders.commonFilesX86,
  PROGRAMDATA: folders.programData,
  ALLUSERSPROFILE: folders.programData,
});

/** What a person's own variables stand for, as long as nobody has moved the folders out of the profile. */
export const personVariables = (profile: string | undefined): Variables =>
  profile === undefined
    ? {}
    : {
        USERPROFILE: profile,
        APPDATA: `${profile}\\AppData\\Roaming`,
        LOCALAPPDATA: `${profile}\\AppData\\Local`,
      };

/** Puts in what variables stand for. One that is not known stays as it is written, as Windows does it. */
export const expanded = (text: string, variables: Variables): string =>
  text.replace(/%([^%]+)%/g, (written, name: string) => {
    const key = name.toUpperCase();
    return (Object.hasOwn(variables, key) ? variables[key] : undefined) ?? written;
  });

/** A value's text, with its variables put in where it asks for that (`REG_EXPAND_SZ`); undefined for an empty one. */
export const textWith = (variables: Variables, key: RegistryKey, name: string): string | undefined => {
  const text = textValue(key, name);
  if (text === undefined || text === '') return undefined;
  return valueNamed(key, name)?.type === registryTypes.expandSz ? expanded(text, variables) : text;
};

/** The two views of the machine's software; a 32-bit Windows has one, and shows it as both. */
export const viewsOf = (folders: Told<WindowsFolders>): readonly RegistryView[] =>
  folders.kind === 'ok' && folders.value.programFilesX86 === undefined ? ['64'] : registryViews;
