import type { Exec } from '../../exec.ts';

/**
 * What deletes the folder that this program runs from: Windows' own command interpreter, for it has to be somebody else.
 * Constant to the letter; the folder is in a variable whose value is put in after the line was read (`/v:on`), so
 * nothing in a name can be a command. It tries again for some minutes, until the program has ended, and the folder above
 * goes only when it is empty. Only administrators can change what lies there.
 */
export const sweepCommand =
  '/d /v:on /c "for /l %i in (1,1,240) do @(rd /s /q "!RA_STAGE!" 2>nul & rd "!RA_STAGE!\\.." 2>nul & (if not exist "!RA_STAGE!" exit) & ping -n 2 127.0.0.1 >nul)"';

/** Begins when this process ends: a person may read its last words for as long as they like. */
export const sweepAtExit =
  (exec: Exec) =>
  (folder: string): void => {
    process.once('exit', () => {
      void exec({
        command: 'cmd.exe',
        args: [],
        verbatim: sweepCommand,
        environment: { RA_STAGE: folder },
        outlivesUs: true,
        unheard: true,
      });
    });
  };
