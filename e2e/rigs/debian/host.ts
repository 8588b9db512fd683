import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

import {
  enterArgv,
  execInside,
  spawnInside,
  type EnterOptions,
  type ExecOptions,
  type HostUser,
  type InsideProcess,
} from './enter';
import { readState, type HostState, type StateOptions } from './host-state';
import { succeed, type ExecResult } from './outside';
import { pause } from './processes';
import { startSupervisor, type Supervisor } from './supervisor';

export interface HostOptions {
  readonly name: string;
  /** A network with nothing but a loopback of its own; without it the host shares this machine's. */
  readonly privateNetwork?: boolean;
  /** More files or folders of this machine, seen inside read-only at the same path. */
  readonly binds?: readonly string[];
}

export interface Host {
  readonly name: string;
  readonly privateNetwork: boolean;
  /** node inside the host: this machine's own binary, read-only. */
  readonly nodePath: string;
  /** The whole tree as this machine sees it, /tmp and /run too. Changes with a restart. An absolute link in it leads astray. */
  readonly rootPath: () => string;
  readonly exec: (argv: readonly string[], options?: ExecOptions) => Promise<ExecResult>;
  readonly spawn: (argv: readonly string[], options?: EnterOptions) => InsideProcess;
  /** What to run on this machine to have argv run inside; good until the next restart. */
  readonly enterCommand: (argv: readonly string[], options?: EnterOptions) => readonly string[];
  readonly readFile: (path: string) => Promise<string>;
  /** Makes the folders above it as well. */
  readonly writeFile: (path: string, content: string | Buffer, mode?: string) => Promise<void>;
  readonly exists: (path: string) => Promise<boolean>;
  /** Packages that lie on this machine, in one dpkg call. Throws if it fails. */
  readonly install: (...debFiles: readonly string[]) => Promise<ExecResult>;
  readonly createUser: (name: string) => Promise<HostUser>;
  readonly state: (options?: StateOptions) => Promise<HostState>;
  readonly bootId: () => Promise<string>;
  /** By systemctl inside, so services are stopped in order. Back when the host is up again. */
  readonly reboot: () => Promise<void>;
  /** Ends everything inside at once and leaves nothing behind on this machine. May be called twice. */
  readonly stop: () => Promise<void>;
}

const bootLimitMs = 60_000;

/** Waits for a leader other than the one given whose systemd says that it has come up. */
const waitUntilUp = async (supervisor: Supervisor, formerLeader?: number): Promise<void> => {
  const deadline = Date.now() + bootLimitMs;
  let last = 'no systemd yet';
  while (Date.now() < deadline) {
    if (!supervisor.isRunning()) throw new Error(`The host ended while it started:\n${supervisor.log()}`);
    const leader = supervisor.leader();
    if (leader !== undefined && leader !== formerLeader) {
      const result = await execInside(leader, ['systemctl', 'is-system-running']);
      last = result.stdout.trim() || result.stderr.trim();
      if (last === 'running' || last === 'degraded') return;
    }
    await pause(25);
  }
  throw new Error(
    `The host was not up after ${String(bootLimitMs / 1000)} s (${last}):\n${supervisor.log()}`,
  );
};

const makeHost = (supervisor: Supervisor, options: HostOptions): Host => {
  const leader = (): number => {
    const pid = supervisor.leader();
    if (pid === undefined) throw new Error(`The host ${options.name} is not running:\n${supervisor.log()}`);
    return pid;
  };
  const exec: Host['exec'] = async (argv, execOptions) => execInside(leader(), argv, execOptions);
  const must = async (argv: readonly string[], execOptions?: ExecOptions): Promise<ExecResult> =>
    succeed(`On ${options.name}: ${argv.join(' ')}`, await exec(argv, execOptions));

  const writeFile: Host['writeFile'] = async (path, content, mode = '644') => {
    // Written inside and not through rootPath: an absolute link on the way must lead to the host's own files.
    await must(
      ['sh', '-c', 'mkdir -p "$2" && cat > "$1" && chmod "$3" "$1"', 'sh', path, dirname(path), mode],
      {
        input: content,
      },
    );
  };

  return {
    name: options.name,
    privateNetwork: options.privateNetwork ?? false,
    nodePath: process.execPath,
    rootPath: () => `/proc/${String(leader())}/root`,
    exec,
    spawn: (argv, enterOptions) => spawnInside(leader(), argv, enterOptions),
    enterCommand: (argv, enterOptions) => enterArgv(leader(), argv, enterOptions),
    readFile: async (path) => (await must(['cat', path])).stdout,
    writeFile,
    exists: async (path) => (await exec(['sh', '-c', '[ -e "$1" ] || [ -L "$1" ]', 'sh', path])).code === 0,
    install: async (...debFiles) => {
      const folder = `/var/tmp/install-${randomBytes(4).toString('hex')}`;
      const inside = debFiles.map((file) => `${folder}/${basename(file)}`);
      for (const [index, file] of debFiles.entries())
        await writeFile(inside[index] ?? '', await readFile(file));
      try {
        return await must(['dpkg', '-i', ...inside], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
      } finally {
        await exec(['rm', '-rf', folder]);
      }
    },
    createUser: async (name) => {
      await must(['useradd', '--create-home', '--shell', '/bin/bash', name]);
      return { name, home: `/home/${name}` };
    },
    state: (stateOptions) => readState(exec, stateOptions),
    bootId: async () => (await must(['cat', '/proc/sys/kernel/random/boot_id'])).stdout.trim(),
    reboot: async () => {
      const former = leader();
      // Its answer does not matter: the restart may end it before it can give one.
      await exec(['systemctl', 'reboot']);
      await waitUntilUp(supervisor, former);
    },
    stop: supervisor.stop,
  };
};

/** A booted Debian PC with systemd, dpkg and a file system of its own. Every call makes a fresh one. */
export const startHost = async (options: HostOptions): Promise<Host> => {
  const { name, privateNetwork = false, binds = [] } = options;
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(name)) throw new Error(`Not a host name: ${name}`);
  const supervisor = await startSupervisor({ name, privateNetwork, binds });
  try {
    await waitUntilUp(supervisor);
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
  return makeHost(supervisor, options);
};
