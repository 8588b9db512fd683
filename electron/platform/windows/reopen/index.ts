import { access } from 'node:fs/promises';
import { win32 } from 'node:path';
import type { Reopener } from '../../../core/ports.ts';
import { isOnGoingDrive } from '../api/drive-type.ts';
import { localPath } from '../local-path.ts';
import { makeFolder, programDataFolder } from '../api/own-folder.ts';
import { deleteValue, writeText } from '../api/value-changes.ts';
import { trustOfProgram } from '../executors/trusted-program.ts';
import type { WindowsMachine } from '../machine.ts';
import type { FolderCalls } from '../own-folders.ts';
import { windowsOwnFolders } from '../own-folders.ts';
import type { ReopenProgram } from '../../shared/reopen/own-program.ts';
import { ownCommandLine } from '../../shared/reopen/own-program.ts';
import { reopenerOn } from '../../shared/reopen/reopener.ts';
import { readTrustedSids } from '../trusted-sids.ts';
import type { ValueCalls } from './slot.ts';
import { runOnceSlot } from './slot.ts';
import type { StageOptions } from './stage.ts';
import { windowsStage } from './stage.ts';
import { sweepAtExit } from './sweep.ts';

export interface WindowsReopenOptions {
  readonly open: () => WindowsMachine;
  readonly own?: () => ReopenProgram;
  readonly values?: ValueCalls;
  readonly mayBeGone?: (file: string) => boolean;
  readonly folderCalls?: FolderCalls;
  readonly stage?: Partial<StageOptions>;
}

/** Everybody may read and start what is below; it comes after the rights of administrators (SDDL). */
const readableByAll = '(A;OICI;0x1200a9;;;BU)';

/** Through RunOnce: of the computer with rights, else of the person. Without an account that can be told, of nobody. */
export const windowsReopener = ({
  open,
  own = ownCommandLine,
  values = { writeText, deleteValue },
  mayBeGone = isOnGoingDrive,
  folderCalls = { makeFolder, programDataFolder },
  stage = {},
}: WindowsReopenOptions): Reopener => {
  const rights = (): { readonly sid: string; readonly isAdministrator: boolean } => {
    const told = open().api.ownRights();
    return told.kind === 'ok' ? told.value : { sid: 'unknown', isAdministrator: false };
  };
  const local = (path: string): string => localPath(open(), path);
  const machine = {
    registry: {
      read: (...asked: Parameters<WindowsMachine['registry']['read']>) => open().registry.read(...asked),
    },
  };
  return reopenerOn({
    isOnce: true,
    isElevated: () => rights().isAdministrator,
    slots: {
      machine: runOnceSlot(machine, values, 'HKLM'),
      get person() {
        return runOnceSlot(machine, values, `HKU\\${rights().sid}`);
      },
    },
    programs: async () => {
      const program = withLibrary(own(), await isThere(local(libraryOf(own()))));
      const window = windowOf(program);
      return window !== undefined && (await isThere(local(window.command))) ? [window, program] : [program];
    },
    trust: async (file) => trustOfProgram(open().api, file, await readTrustedSids(open())),
    mayBeGone: (file) => Promise.resolve(mayBeGone(file)),
    stage: windowsStage({
      top: () => {
        const data = folderCalls.programDataFolder();
        return win32.join(data.kind === 'ok' ? data.value : 'C:\\ProgramData', 'removal-assistant-restart');
      },
      folders: windowsOwnFolders(open, {
        ...folderCalls,
        makeFolder: (path, list) => folderCalls.makeFolder(path, `${list}${readableByAll}`),
      }),
      local,
      sweepAfterwards: (folder) => sweepAtExit(open().exec)(folder),
      ...stage,
    }),
  });
};

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** The native code that the single program loads. */
const libraryOf = ({ command }: ReopenProgram): string =>
  win32.join(win32.dirname(command), 'node_modules\\@koromix\\koffi-win32-x64\\win32_x64\\koffi.node');

const withLibrary = (program: ReopenProgram, isBeside: boolean): ReopenProgram =>
  isBeside ? { ...program, files: [...program.files, libraryOf(program)] } : program;

/** In a release the command line lies in `resources\cli` below the folder of the window. */
const windowOf = ({ opens, command }: ReopenProgram): ReopenProgram | undefined => {
  const folder = win32.dirname(command);
  if (opens === 'window' || !folder.toLowerCase().endsWith('\\resources\\cli')) return undefined;
  const window = win32.join(folder, '..\\..\\Kaspersky Removal Assistant.exe');
  return { opens: 'window', command: window, args: [], files: [window] };
};
