import { readFile, statfs } from 'node:fs/promises';
import os from 'node:os';
import type { Host } from '../../core/model/host.ts';
import { machineMark } from '../shared/machine-mark.ts';
import { systemInformation } from '../shared/system-information.ts';
import type { Machine } from './machine.ts';
import { pathIn, thisMachine } from './machine.ts';
import { commOf, parentOf } from './proc.ts';

/** Where the facts come from; each may fail or answer with nothing. */
export interface HostSources {
  osInfo(): Promise<{ readonly distro: string; readonly release: string; readonly codename: string }>;
  battery(): Promise<{ readonly hasBattery: boolean; readonly acConnected: boolean }>;
  /** Free bytes of the system volume for ordinary users. */
  freeBytes(): Promise<number>;
}

const sources: HostSources = {
  osInfo: async () => (await systemInformation()).osInfo(),
  battery: async () => (await systemInformation()).battery(),
  freeBytes: async () => {
    const { bavail, bsize } = await statfs('/');
    return bavail * bsize;
  },
};

/** This computer. Never throws; what is not known is left out, and is never guessed. */
export const readHost = async (
  machine: Machine = thisMachine,
  from: HostSources = sources,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Host> => {
  const [version, onBattery, freeBytes, remoteSession, mark] = await Promise.all([
    readVersion(machine, from),
    readBattery(machine, from),
    from.freeBytes().catch(() => undefined),
    isRemote(machine, environment),
    readMark(machine),
  ]);
  const name = os.hostname();
  return {
    os: 'linux',
    version,
    arch: os.arch(),
    elevated: process.geteuid?.() === 0,
    remoteSession,
    ...(name === '' ? {} : { name }),
    ...(mark === undefined ? {} : { machine: mark }),
    ...(onBattery === undefined ? {} : { onBattery }),
    ...(freeBytes === undefined || !Number.isFinite(freeBytes) ? {} : { freeBytes }),
  };
};

/** machine-id(5), and where D-Bus alone has one. */
const readMark = async (machine: Machine): Promise<string | undefined> => {
  for (const path of ['/etc/machine-id', '/var/lib/dbus/machine-id']) {
    try {
      const mark = machineMark(await readFile(pathIn(machine, path), 'utf8'));
      if (mark !== undefined) return mark;
    } catch {
      // The next source answers.
    }
  }
  return undefined;
};

/** The distribution's own name for itself (os-release(5)), then systeminformation, then the kernel's. */
const readVersion = async (machine: Machine, from: HostSources): Promise<string> => {
  for (const path of ['/etc/os-release', '/usr/lib/os-release']) {
    try {
      const name = prettyName(await readFile(pathIn(machine, path), 'utf8'));
      if (name !== undefined) return name;
    } catch {
      // The next source answers.
    }
  }
  try {
    const { distro, release, codename } = await from.osInfo();
    // systeminformation says "unknown" where it failed.
    const words = [distro, release, codename === '' ? '' : `(${codename})`].filter(
      (word) => word !== '' && word !== 'unknown',
    );
    if (distro !== '' && distro !== 'unknown') return words.join(' ');
  } catch {
    // The kernel's name is left.
  }
  return `${os.type()} ${os.release()}`;
};

export const prettyName = (osRelease: string): string | undefined => {
  const value = /^PRETTY_NAME=(.*)$/m.exec(osRelease)?.[1]?.trim() ?? '';
  const bare = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
  return bare === '' ? undefined : bare.replace(/\\(["$`\\])/g, '$1');
};

/**
 * systeminformation says "no battery, on mains" also when it could not look, so that answer counts only where the
 * kernel's list of power supplies can be read.
 */
const readBattery = async (machine: Machine, from: HostSources): Promise<boolean | undefined> => {
  try {
    const { hasBattery, acConnected } = await from.battery();
    if (hasBattery) return !acConnected;
    await statfs(pathIn(machine, '/sys/class/power_supply'));
    return false;
  } catch {
    return undefined;
  }
};

const remotePrograms = new Set([
  'sshd',
  'sshd-session',
  'dropbear',
  'in.telnetd',
  'xrdp-sesman',
  'mosh-server',
]);

/**
 * Whether a person sits at another computer. ssh says so in the environment; sudo and pkexec drop that, but not the
 * chain of parents that ends in sshd.
 */
export const isRemote = async (
  machine: Machine,
  environment: NodeJS.ProcessEnv,
  start = process.ppid,
): Promise<boolean> => {
  if (['SSH_CONNECTION', 'SSH_CLIENT', 'SSH_TTY'].some((name) => (environment[name] ?? '') !== ''))
    return true;
  let pid: number | undefined = start;
  for (let steps = 0; pid !== undefined && pid > 1 && steps < 64; steps += 1) {
    if (remotePrograms.has((await commOf(machine, pid)) ?? '')) return true;
    pid = await parentOf(machine, pid);
  }
  return false;
};
