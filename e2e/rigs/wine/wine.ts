import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

import { readIfThere } from './folders';
import { waitUntil } from './waiting';

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

/** Where its server listens: Debian's Wine makes a folder for it and writes its name into the prefix. */
const serverFolder = (folder: string): string => {
  const name = readIfThere(join(folder, 'wineserver')) ?? '';
  return join('/tmp', /^wine-\w+$/.test(name) ? name : `.wine-${String(process.getuid?.())}`);
};

const isListening = (folder: string): boolean => {
  const { dev, ino } = statSync(folder);
  const own = `server-${dev.toString(16)}-${ino.toString(16)}`;
  return existsSync(join(serverFolder(folder), own, 'socket'));
};

/**
 * The server that all programs of one prefix share. While it is up, services stay up between two programs. The kernel
 * interrupts it when this process dies, however it dies, and then it ends every program that it serves. (A TERM would end
 * the server alone and leave its programs as orphans.) Comes back when it listens: a program that finds no server starts
 * one of its own, and of two servers with a registry each only one is heard later.
 */
export const startSession = async (folder: string): Promise<Session> => {
  const server = spawn('setpriv', ['--pdeathsig', 'INT', 'wineserver', '--foreground', '--persistent'], {
    cwd: folder,
    env: wineEnvironment(folder),
    stdio: 'ignore',
  });
  const ended = end(server);
  await waitUntil('Wine’s server listens', () => isListening(folder) || server.exitCode !== null);
  if (server.exitCode !== null) throw new Error(`Wine’s server ended with ${String(server.exitCode)}.`);
  return {
    stop: async () => {
      server.kill('SIGINT');
      await ended;
      // Nothing else ever takes these away; where all servers of a person share one, it is not empty.
      const place = serverFolder(folder);
      if (basename(place).startsWith('wine-')) rmSync(place, { recursive: true, force: true });
    },
  };
};

const end = async (server: ChildProcess): Promise<void> => {
  await once(server, 'exit');
};
