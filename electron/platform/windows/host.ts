import { statfs } from 'node:fs/promises';
import os from 'node:os';
import type { Host } from '../../core/model/host.ts';
import { machineMark } from '../shared/machine-mark.ts';
import { windowsFolders } from './folders.ts';
import { localPath } from './local-path.ts';
import type { SystemFacts, WindowsMachine } from './machine.ts';
import type { Registry } from './registry/registry.ts';
import { textValue } from './registry/values.ts';
import { askSystemInformation } from './system-information.ts';

/** What systeminformation knows of a Windows; each may fail, or be empty and then says nothing. */
export interface SecondSource {
  osInfo(): Promise<
    { readonly distro: string; readonly release: string; readonly remoteSession?: boolean } | undefined
  >;
  battery(): Promise<{ readonly hasBattery: boolean; readonly acConnected: boolean } | undefined>;
}

const systemInformationOf = (machine: WindowsMachine): SecondSource => ({
  osInfo: () => askSystemInformation(machine, (si) => si.osInfo()),
  battery: () => askSystemInformation(machine, (si) => si.battery()),
});

/** This computer. Never throws; what is not known is left out, and is never guessed. */
export const readHost = async (
  machine: WindowsMachine,
  second: SecondSource = systemInformationOf(machine),
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Host> => {
  const told = machine.api.systemFacts();
  const rights = machine.api.ownRights();
  const [facts, arch, mark] = await Promise.all([
    told.kind === 'ok' ? told.value : factsOtherwise(second),
    archOf(machine.registry, environment),
    markOf(machine.registry),
  ]);
  const freeBytes = facts.freeBytes ?? (await freeOnSystemVolume(machine));
  const { name = nonEmpty(os.hostname()), version, onBattery, remoteSession, server } = facts;
  return {
    os: 'windows',
    version: version ?? os.release(),
    arch,
    elevated: rights.kind === 'ok' && rights.value.isAdministrator,
    ...(name === undefined ? {} : { name }),
    ...(mark === undefined ? {} : { machine: mark }),
    ...(server === undefined ? {} : { server }),
    ...(onBattery === undefined ? {} : { onBattery }),
    ...(remoteSession === undefined ? {} : { remoteSession }),
    ...(freeBytes === undefined || !Number.isFinite(freeBytes) ? {} : { freeBytes }),
  };
};

const nonEmpty = (text: string): string | undefined => (text === '' ? undefined : text);

type Facts = { readonly [Fact in keyof SystemFacts]?: SystemFacts[Fact] | undefined };

/**
 * Where Windows itself does not tell. systeminformation says "no" also when it could not look, so without the name of
 * the system nothing of its answer counts, and "no battery" never does.
 */
const factsOtherwise = async (second: SecondSource): Promise<Facts> => {
  const [info, battery] = await Promise.all([
    second.osInfo().catch(() => undefined),
    second.battery().catch(() => undefined),
  ]);
  const looked = info !== undefined && /windows/i.test(info.distro);
  return {
    version: info === undefined ? undefined : nonEmpty(info.release),
    server: looked ? /\bserver\b/i.test(info.distro) : undefined,
    remoteSession: looked ? info.remoteSession : undefined,
    onBattery: battery?.hasBattery === true ? !battery.acConnected : undefined,
  };
};

const machineKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment';

const archNames: Readonly<Record<string, string>> = { AMD64: 'x64', ARM64: 'arm64', X86: 'ia32' };

/**
 * Of the machine, not of this program, which may run on another kind in emulation. The names are Node's, as on the
 * other systems.
 */
const archOf = async (registry: Registry, environment: NodeJS.ProcessEnv): Promise<string> => {
  const key = await registry.read(machineKey, '64');
  const told = key.kind === 'ok' ? textValue(key, 'PROCESSOR_ARCHITECTURE') : undefined;
  const known = [told, environment['PROCESSOR_ARCHITEW6432']]
    .map((name) => archNames[(name ?? '').trim().toUpperCase()])
    .find((name) => name !== undefined);
  return known ?? os.arch();
};

/** Windows Setup makes this id, and Sysprep a new one; an image that was copied without it keeps the old one. */
const markOf = async (registry: Registry): Promise<string | undefined> => {
  const key = await registry.read('HKLM\\SOFTWARE\\Microsoft\\Cryptography', '64');
  return key.kind === 'ok' ? machineMark(textValue(key, 'MachineGuid') ?? '') : undefined;
};

const freeOnSystemVolume = async (machine: WindowsMachine): Promise<number | undefined> => {
  const folders = await windowsFolders(machine.registry);
  if (folders.kind !== 'ok') return undefined;
  try {
    const { bavail, bsize } = await statfs(localPath(machine, `${folders.value.systemDrive}\\`));
    return bavail * bsize;
  } catch {
    return undefined;
  }
};
