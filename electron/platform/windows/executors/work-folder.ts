import { randomBytes } from 'node:crypto';
import { mkdir, rm, rmdir } from 'node:fs/promises';
import { whyOf } from '../../shared/why.ts';
import type { WindowsFolders } from '../folders.ts';
import { localPath } from '../local-path.ts';
import type { WindowsMachine } from '../machine.ts';
import { trustOfFolder } from './trusted-program.ts';

/** A folder for one action that nobody but administrators can write in: for its log, and for its temporary files. */
export interface WorkFolder {
  /** As Windows names it. */
  readonly path: string;
  /** False when something of it stays, because it is in use. */
  remove(): Promise<boolean>;
}

/**
 * A person's own folder for temporary files will not do: an uninstaller that copies itself there (NSIS does) could be
 * exchanged there by any program of that person, and then runs with an administrator's rights. Windows' own folder is
 * where every Windows lets nobody else write.
 */
export const makeWorkFolder = async (
  machine: Pick<WindowsMachine, 'api' | 'root'>,
  folders: WindowsFolders,
  trusted: ReadonlySet<string>,
): Promise<WorkFolder | { readonly why: string }> => {
  const path = `${folders.systemRoot}\\removal-assistant-${randomBytes(8).toString('hex')}`;
  const local = localPath(machine, path);
  try {
    await mkdir(local, 0o700);
    const trust = trustOfFolder(machine.api, path, trusted);
    if (trust.kind === 'trusted') return { path, remove: () => removed(local) };
    await rmdir(local);
    return { why: trust.kind === 'refused' ? trust.why : `${path}: it is gone again` };
  } catch (error) {
    return { why: `${path}: ${whyOf(error)}` };
  }
};

/** What has just ended may hold its files for a moment longer. */
const removed = (path: string): Promise<boolean> =>
  rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).then(
    () => true,
    () => false,
  );

/** What an uninstaller finds in its environment: the machine's own folders, whatever the person's variables say. */
export const vendorEnvironment = (folders: WindowsFolders, temporary: string): Record<string, string> => {
  const { systemDrive, systemRoot, programFiles, programFilesX86, commonFiles, commonFilesX86 } = folders;
  return {
    SystemDrive: systemDrive,
    SystemRoot: systemRoot,
    windir: systemRoot,
    ComSpec: `${systemRoot}\\System32\\cmd.exe`,
    PATHEXT: '.COM;.EXE;.BAT;.CMD',
    OS: 'Windows_NT',
    PATH: `${systemRoot}\\System32;${systemRoot};${systemRoot}\\System32\\Wbem`,
    ProgramFiles: programFiles,
    ProgramW6432: programFiles,
    CommonProgramFiles: commonFiles,
    CommonProgramW6432: commonFiles,
    ...(programFilesX86 === undefined ? {} : { 'ProgramFiles(x86)': programFilesX86 }),
    ...(commonFilesX86 === undefined ? {} : { 'CommonProgramFiles(x86)': commonFilesX86 }),
    ProgramData: folders.programData,
    ALLUSERSPROFILE: folders.programData,
    TEMP: temporary,
    TMP: temporary,
  };
};
