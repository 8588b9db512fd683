import type { Exec } from '../../exec.ts';

/** Waits, in seconds, before each try: a program that has just ended may still be held open for a moment. */
const waits = [2, 10, 30];

/** Windows' own way to wait without a console: one answer a second from this very computer, the first at once. */
const tries = waits.map(
  (seconds) =>
    `ping -n ${String(seconds + 1)} 127.0.0.1 >nul & rd /s /q "!RA_STAGE!" 2>nul & rd "!RA_STAGE!\\.." 2>nul`,
);

/**
 * What deletes the folder that this program runs from: Windows' own command interpreter, for it has to be somebody else.
 * Constant to the letter; the folder is in a variable whose value is put in after the line was read (`/v:on`), so
 * nothing in a name can be a command. The folder above goes only when it is empty. Only administrators can change what
 * lies there.
 */
export const sweepCommand = `/d /v:on /c "${tries.join(' & ')}"`;

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
