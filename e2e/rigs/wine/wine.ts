import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Wine's parts that must not start: `explorer.exe` would inherit and hold the files that a test waits for. */
export const unwanted: readonly string[] = ['explorer.exe', 'winemenubuilder.exe', 'mscoree', 'mshtml'];

/** All that a Windows program learns of this machine: nothing. */
export const wineEnvironment = (folder: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  LANG: 'C.UTF-8',
  HOME: folder,
  WINEPREFIX: folder,
  WINEDEBUG: '-all',
});

/**
 * Runs one of Wine's programs on this machine and answers with its exit code, of which this side sees 8 bits. Never with
 * pipes: what it leaves running would hold them open.
 */
export const wine = async (
  folder: string,
  argv: readonly [string, ...(readonly string[])],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<number | null> => {
  const [command, ...args] = argv;
  const child = spawn(command, args, {
    cwd: options.cwd ?? folder,
    env: { ...wineEnvironment(folder), ...options.env },
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
};

export interface Session {
  /** Ends every program in it and writes the registry to disk, as a cut of the power with all disks flushed would. */
  readonly stop: () => Promise<void>;
}

/**
 * The server that all programs of one prefix share. While it is up, services stay up between two programs. The kernel
 * interrupts it when this process dies, however it dies, and then it ends every program that it serves. (A TERM would end
 * the server alone and leave its programs as orphans.)
 */
export const startSession = (folder: string): Session => {
  const server = spawn('setpriv', ['--pdeathsig', 'INT', 'wineserver', '--foreground', '--persistent'], {
    cwd: folder,
    env: wineEnvironment(folder),
    stdio: 'ignore',
  });
  const ended = end(server);
  return {
    stop: async () => {
      server.kill('SIGINT');
      await ended;
    },
  };
};

const end = async (server: ChildProcess): Promise<void> => {
  await once(server, 'exit');
};
