import { statfs } from 'node:fs/promises';
import os from 'node:os';
import { basename } from 'node:path';
import type { Host } from '../../core/model/host.ts';
import type { Machine } from '../shared/machine.ts';
import { machineMark } from '../shared/machine-mark.ts';
import { readerBytes, readerTimeoutMs, thisMachine } from '../shared/machine.ts';

/** This Mac. Never throws; what is not known is left out, and is never guessed. */
export const readHost = async (
  machine: Machine = thisMachine,
  environment: NodeJS.ProcessEnv = process.env,
  parent: number = process.ppid,
): Promise<Host> => {
  const [versions, power, processes, hardware, freeBytes] = await Promise.all([
    ask(machine, '/usr/bin/sw_vers'),
    ask(machine, '/usr/bin/pmset', '-g', 'batt'),
    ask(machine, '/bin/ps', '-axwwo', 'pid=,ppid=,comm='),
    ask(machine, '/usr/sbin/ioreg', '-rd1', '-c', 'IOPlatformExpertDevice'),
    freeOnSystemVolume(),
  ]);
  const name = os.hostname();
  const onBattery = batteryIn(power);
  const mark = machineMark(platformIdIn(hardware));
  return {
    os: 'macos',
    version: versionIn(versions) ?? `${os.type()} ${os.release()}`,
    arch: os.arch(),
    elevated: process.geteuid?.() === 0,
    remoteSession: isRemote(environment, processes, parent),
    ...(name === '' ? {} : { name }),
    ...(mark === undefined ? {} : { machine: mark }),
    ...(onBattery === undefined ? {} : { onBattery }),
    ...(freeBytes === undefined ? {} : { freeBytes }),
  };
};

/** What a tool says, or nothing. */
const ask = async (machine: Machine, command: string, ...args: readonly string[]): Promise<string> => {
  const result = await machine.exec({ command, args, timeoutMs: readerTimeoutMs, keepBytes: readerBytes });
  return result.kind === 'exited' && result.asExpected ? result.stdout.text : '';
};

/** The system volume shares its room with all others of its container (APFS). */
const freeOnSystemVolume = async (): Promise<number | undefined> => {
  try {
    const { bavail, bsize } = await statfs('/');
    return bavail * bsize;
  } catch {
    return undefined;
  }
};

/** `ProductName:	macOS` and so on, a line each. */
export const versionIn = (swVers: string): string | undefined => {
  const value = (name: string): string | undefined =>
    new RegExp(`^${name}:\\s*(\\S.*?)\\s*$`, 'm').exec(swVers)?.[1];
  const version = value('ProductVersion');
  if (version === undefined) return undefined;
  const build = value('BuildVersion');
  return `${value('ProductName') ?? 'macOS'} ${version}${build === undefined ? '' : ` (${build})`}`;
};

/** `"IOPlatformUUID" = "564D…"`; empty when the tool did not say. */
export const platformIdIn = (ioreg: string): string =>
  /"IOPlatformUUID"\s*=\s*"([^"]+)"/.exec(ioreg)?.[1] ?? '';

/** `Now drawing from 'Battery Power'`; undefined when the tool said neither that nor mains. */
export const batteryIn = (pmset: string): boolean | undefined => {
  const source = /^Now drawing from '([^']+)'/m.exec(pmset)?.[1];
  return source === undefined ? undefined : source === 'Battery Power';
};

const remotePrograms = new Set(['sshd', 'sshd-session', 'mosh-server']);

/** Whether a person sits at another computer: ssh says so, and where sudo drops that the chain of parents does. */
export const isRemote = (environment: NodeJS.ProcessEnv, processes: string, parent: number): boolean => {
  if (['SSH_CONNECTION', 'SSH_CLIENT', 'SSH_TTY'].some((name) => (environment[name] ?? '') !== ''))
    return true;
  const known = new Map(
    processes.split('\n').flatMap((line) => {
      const [, pid, above, program] = /^\s*(\d+)\s+(\d+)\s+(.*\S)\s*$/.exec(line) ?? [];
      // A session calls itself "sshd: ann@ttys001".
      const name = basename((program ?? '').split(':')[0] ?? '');
      return pid === undefined ? [] : [[Number(pid), { above: Number(above), name }] as const];
    }),
  );
  let at = known.get(parent);
  for (let steps = 0; at !== undefined && steps < 64; steps += 1) {
    if (remotePrograms.has(at.name)) return true;
    at = at.above > 1 ? known.get(at.above) : undefined;
  }
  return false;
};
