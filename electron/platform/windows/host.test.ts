import { mkdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostSchema } from '../../core/model/host.ts';
import type { SecondSource } from './host.ts';
import { readHost } from './host.ts';
import { localPath } from './local-path.ts';
import type { SystemFacts, WindowsApi } from './machine.ts';
import { recordedRegistry } from './testing/recorded-registry.ts';
import { smallWindows } from './testing/small-windows.ts';
import { stagedMachine, stagedRoot } from './testing/staged-machine.ts';

const facts: SystemFacts = {
  version: '10.0.26100',
  server: false,
  name: 'PC-14',
  onBattery: true,
  remoteSession: false,
  freeBytes: 5_000_000_000,
};
const silent: SecondSource = {
  osInfo: () => Promise.reject(new Error('x')),
  battery: () => Promise.resolve(undefined),
};

let root: string;
beforeEach(() => (root = stagedRoot()));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const architecture = (name: string): string =>
  `[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment]\r\n"PROCESSOR_ARCHITECTURE"="${name}"`;

const read = async (
  api: Partial<WindowsApi>,
  { second = silent, arch = architecture('AMD64'), environment = {} } = {},
) => {
  const registry = recordedRegistry(smallWindows(), arch);
  const host = await readHost(stagedMachine(root, { registry, api }), second, environment);
  expect(hostSchema.parse(host)).toEqual(host);
  return host;
};
const telling = (isAdministrator = true): Partial<WindowsApi> => ({
  systemFacts: () => ({ kind: 'ok', value: facts }),
  ownRights: () => ({ kind: 'ok', value: { sid: 'S-1-5-21-1', isAdministrator } }),
});

describe('a Windows host', () => {
  it('is what Windows itself tells, and nobody else is asked then', async () => {
    const second: SecondSource = { osInfo: () => expect.unreachable(), battery: () => expect.unreachable() };
    expect(await read(telling(), { second })).toEqual({
      os: 'windows',
      arch: 'x64',
      elevated: true,
      ...facts,
    });
  });

  it('is told from others by a mark made of the id that Setup gave it', async () => {
    const id =
      '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography]\r\n"MachineGuid"="01234567-89ab-cdef-0123-456789abcdef"';
    const { machine } = await read(telling(), { arch: `${architecture('AMD64')}\r\n\r\n${id}` });
    expect(machine).toMatch(/^[0-9a-f]{32}$/);
    expect(await read(telling())).not.toHaveProperty('machine');
  });

  it('is elevated only when its rights are known to be an administrator’s', async () => {
    expect((await read(telling(false))).elevated).toBe(false);
    expect((await read({ ...telling(), ownRights: () => ({ kind: 'failed', why: 'x' }) })).elevated).toBe(
      false,
    );
  });

  it('has the architecture of the machine, whatever this program was made for', async () => {
    expect((await read(telling(), { arch: architecture('ARM64') })).arch).toBe('arm64');
    expect((await read(telling(), { arch: architecture('x86') })).arch).toBe('ia32');
    const environment = { PROCESSOR_ARCHITEW6432: 'ARM64' };
    expect((await read(telling(), { environment })).arch).toBe('x64');
    expect((await read(telling(), { arch: '', environment })).arch).toBe('arm64');
    expect((await read(telling(), { arch: '' })).arch).toBe(os.arch());
  });

  it('leaves out what nobody tells', async () => {
    const little = { version: '10.0.1', server: true, name: undefined, onBattery: undefined };
    const value = { ...little, remoteSession: undefined, freeBytes: undefined };
    const host = await read({ systemFacts: () => ({ kind: 'ok', value }) });
    expect(host).toMatchObject({ version: '10.0.1', server: true, name: os.hostname() });
    expect(Object.keys(host)).not.toContain('onBattery');
    expect(Object.keys(host)).not.toContain('freeBytes');
    mkdirSync(localPath({ root }, 'C:\\'), { recursive: true });
    expect((await read({ systemFacts: () => ({ kind: 'ok', value }) })).freeBytes).toBeGreaterThan(0);
  });

  it('is what the second source tells where Windows does not', async () => {
    const second: SecondSource = {
      osInfo: () =>
        Promise.resolve({
          distro: 'Microsoft Windows Server 2022 Standard',
          release: '10.0.20348',
          remoteSession: true,
        }),
      battery: () => Promise.resolve({ hasBattery: true, acConnected: false }),
    };
    expect(await read({}, { second })).toMatchObject({
      version: '10.0.20348',
      server: true,
      remoteSession: true,
      onBattery: true,
      elevated: false,
    });
  });

  it('does not believe a second source that could not look', async () => {
    const second: SecondSource = {
      osInfo: () => Promise.resolve({ distro: '', release: '', remoteSession: false }),
      battery: () => Promise.resolve({ hasBattery: false, acConnected: true }),
    };
    const host = await read({}, { second });
    expect(host.version).toBe(os.release());
    for (const fact of ['server', 'remoteSession', 'onBattery'])
      expect(Object.keys(host)).not.toContain(fact);
    expect(await read({})).toMatchObject({ os: 'windows', version: os.release() });
  });
});
