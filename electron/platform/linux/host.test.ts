import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostSchema } from '../../core/model/host.ts';
import { answering } from './fixtures/recorded.ts';
import type { HostSources } from './host.ts';
import { isRemote, prettyName, readHost } from './host.ts';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'host-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));
const machine = () => ({ exec: answering(() => undefined), root });
const broken: HostSources = {
  osInfo: () => Promise.reject(new Error('x')),
  battery: () => Promise.reject(new Error('x')),
  freeBytes: () => Promise.reject(new Error('x')),
};
const sources = (change: Partial<HostSources>): HostSources => ({ ...broken, ...change });

describe('this computer', () => {
  it('is described even when every source fails, and nothing is guessed', async () => {
    const host = await readHost(machine(), broken, {});
    expect(host).toEqual({
      os: 'linux',
      version: `${os.type()} ${os.release()}`,
      arch: os.arch(),
      elevated: process.geteuid?.() === 0,
      remoteSession: false,
      name: os.hostname(),
    });
  });

  it('is told from others by a mark made of its id, wherever that stands', async () => {
    mkdirSync(join(root, 'var/lib/dbus'), { recursive: true });
    writeFileSync(join(root, 'var/lib/dbus/machine-id'), '0123456789abcdef0123456789abcdef\n');
    const mark = (await readHost(machine(), broken, {})).machine;
    expect(mark).toMatch(/^[0-9a-f]{32}$/);
    mkdirSync(join(root, 'etc'));
    writeFileSync(join(root, 'etc/machine-id'), 'uninitialized\n');
    expect((await readHost(machine(), broken, {})).machine).toBe(mark);
    writeFileSync(join(root, 'etc/machine-id'), 'f123456789abcdef0123456789abcdef\n');
    expect((await readHost(machine(), broken, {})).machine).not.toBe(mark);
  });

  it('has the name that its distribution gives itself', async () => {
    expect(prettyName('NAME=x\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n')).toBe(
      'Debian GNU/Linux 12 (bookworm)',
    );
    expect(prettyName("PRETTY_NAME='Astra Linux'\n")).toBe('Astra Linux');
    expect(prettyName('PRETTY_NAME=""\n')).toBeUndefined();
    mkdirSync(join(root, 'etc'));
    writeFileSync(join(root, 'etc/os-release'), 'PRETTY_NAME="Fedora Linux 40"\n');
    expect((await readHost(machine(), broken, {})).version).toBe('Fedora Linux 40');
  });

  it('has the name that systeminformation gives it where it has none itself, "unknown" excepted', async () => {
    const named = sources({ osInfo: async () => ({ distro: 'Alpine', release: '3.20', codename: '' }) });
    expect((await readHost(machine(), named, {})).version).toBe('Alpine 3.20');
    const unknown = sources({
      osInfo: async () => ({ distro: 'unknown', release: 'unknown', codename: '' }),
    });
    expect((await readHost(machine(), unknown, {})).version).toBe(`${os.type()} ${os.release()}`);
  });

  it('runs on battery, on mains, or nobody knows', async () => {
    const battery = (hasBattery: boolean, acConnected: boolean) =>
      sources({ battery: async () => ({ hasBattery, acConnected }) });
    expect((await readHost(machine(), battery(true, false), {})).onBattery).toBe(true);
    expect((await readHost(machine(), battery(true, true), {})).onBattery).toBe(false);
    // What systeminformation also says when it could not look.
    expect(await readHost(machine(), battery(false, true), {})).not.toHaveProperty('onBattery');
    mkdirSync(join(root, 'sys/class/power_supply'), { recursive: true });
    expect((await readHost(machine(), battery(false, true), {})).onBattery).toBe(false);
  });

  it('is used from afar when ssh says so, or when sshd is among the parents', async () => {
    expect(await isRemote(machine(), { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' })).toBe(true);
    const put = (pid: number, comm: string, parent: number): void => {
      mkdirSync(join(root, 'proc', String(pid)), { recursive: true });
      writeFileSync(join(root, 'proc', String(pid), 'comm'), `${comm}\n`);
      writeFileSync(
        join(root, 'proc', String(pid), 'stat'),
        `${String(pid)} (${comm} ) x) S ${String(parent)} 1 1`,
      );
    };
    put(40, 'sudo', 30);
    put(30, 'bash', 20);
    put(20, 'gnome-shell', 1);
    expect(await isRemote(machine(), {}, 40)).toBe(false);
    put(20, 'sshd', 1);
    expect(await isRemote(machine(), {}, 40)).toBe(true);
  });

  it.runIf(process.platform === 'linux')('is this one', async () => {
    const host = await readHost();
    expect(hostSchema.parse(host)).toEqual(host);
    expect(host.freeBytes).toBeGreaterThan(0);
  });
});
