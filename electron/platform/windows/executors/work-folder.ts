import { randomBytes } from 'node:crypto';
import { rm, rmdir } from 'node:fs/promises';
import { win32 } from 'node:path';
import type { OwnFolders } from '../../shared/state-folder.ts';
import { ensureOwnFolder } from '../../shared/state-folder.ts';
import type { WindowsFolders } from '../folders.ts';
import { localPath } from '../local-path.ts';
import type { WindowsMachine } from '../machine.ts';
import { trustOfFolder } from './trusted-program.ts';

/** A folder for one action that nobody but administrators can write in: for its log, and for its temporary files. */
export interface WorkFolder {
  /** As Windows names it. */
  readonly path: string;
  /** What is still in use stays. */
  remove(): Promise<void>;
}

/**
 * A person's own folder for temporary files will not do: an uninstaller that copies itself there (NSIS does) could be
 * exchanged there by any program of that person, and then runs with an administrator's rights.
 */
export const makeWorkFolder = async (
  machine: Pick<WindowsMachine, 'api' | 'root'>,
  { own, trusted }: { readonly own: OwnFolders; readonly trusted: ReadonlySet<string> },
): Promise<WorkFolder | { readonly why: string }> => {
  const path = win32.join(own.usual(), `work-${randomBytes(8).toString('hex')}`);
  const made = await ensureOwnFolder(own, path);
  if (!made.ok) return { why: `${path}: ${made.problem.values?.['why'] ?? made.problem.code}` };
  const remove = (): Promise<void> => removed(localPath(machine, path), localPath(machine, own.above(path)));
  const trust = trustOfFolder(machine.api, path, trusted);
  if (trust.kind === 'trusted') return { path, remove };
  await remove();
  return { why: trust.kind === 'refused' ? trust.why : `${path}: it is gone again` };
};

/** What has just ended may hold its files for a moment longer. The folder above goes too when nothing else is in it. */
const removed = async (path: string, above: string): Promise<void> => {
  try {
    await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    await rmdir(above);
  } catch {
    // Runs are kept there, or something is in use.
  }
};

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
