import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { hostsUsable } from './available';
import { cgroupHierarchies } from './cgroups';
import { startHost, type Host } from './host';
import { runsRoot } from './paths';
import { compareStates } from './state-difference';

const nothing = { added: [], removed: [] };

describe.runIf(hostsUsable())('a Debian host', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startHost({ name: 'pc1' });
  });
  afterAll(() => host.stop());

  it('is a booted Debian of its own name', async () => {
    expect((await host.exec(['systemctl', 'is-system-running'])).stdout.trim()).toBe('running');
    expect((await host.exec(['hostname'])).stdout.trim()).toBe('pc1');
    expect(await host.readFile('/etc/os-release')).toContain('bookworm');
  });

  it('has an rpm database, pkexec and node', async () => {
    expect((await host.exec(['rpm', '-qa'])).code).toBe(0);
    expect((await host.exec(['pkexec', '--version'])).code).toBe(0);
    expect((await host.exec([host.nodePath, '--version'])).stdout.trim()).toBe(process.version);
  });

  it('sees the checkout and cannot write to it', async () => {
    const result = await host.exec(['touch', `${__dirname}/written-inside`]);
    expect(result.stderr).toContain('Read-only file system');
    expect(await host.exists(__filename)).toBe(true);
  });

  it('hands over input, output, exit code and signal, and nothing of this environment', async () => {
    process.env['FROM_OUTSIDE'] = 'yes';
    const script = 'cat; echo "${FROM_OUTSIDE-absent} $GIVEN $PWD"; echo bad >&2; exit 7';
    const options = { input: 'in ', env: { GIVEN: 'given' }, cwd: '/usr' };
    expect(await host.exec(['sh', '-c', script], options)).toEqual({
      code: 7,
      stdout: 'in absent given /usr\n',
      stderr: 'bad\n',
      signal: null,
    });
    expect(await host.exec(['sh', '-c', 'kill -TERM $$'])).toMatchObject({ code: null, signal: 'SIGTERM' });
  });

  it('ends a command that takes too long', async () => {
    await expect(host.exec(['sleep', '1000'], { timeoutMs: 100 })).rejects.toThrow('No end after 100 ms');
    expect((await host.exec(['pgrep', 'sleep'])).code).toBe(1);
  });

  it('delivers a signal to the process inside, which may answer it', async () => {
    const inside = host.spawn(['sh', '-c', 'trap "exit 24" INT; echo ready; while :; do sleep 0.05; done']);
    inside.child.stdout?.once('data', () => void inside.signal('SIGINT'));
    expect(await inside.ended).toEqual({ code: 24, signal: null });
    expect(await inside.signal('SIGINT')).toBe(false);
  });

  it('runs a command as an ordinary user', async () => {
    const anna = await host.createUser('anna');
    const result = await host.exec(['sh', '-c', 'id -un; id -Gn; echo $HOME; touch /etc/x'], { user: anna });
    expect(result.stdout).toBe('anna\nanna\n/home/anna\n');
    expect(result.stderr).toContain('Permission denied');
  });

  it('writes, reads and shows its files from outside', async () => {
    await host.writeFile('/opt/a b/c.txt', 'content', '600');
    expect(await host.readFile('/opt/a b/c.txt')).toBe('content');
    expect(readFileSync(`${host.rootPath()}/opt/a b/c.txt`, 'utf8')).toBe('content');
    await expect(host.readFile('/opt/none')).rejects.toThrow('No such file');
    expect(await host.exists('/opt/none')).toBe(false);
  });

  it('shares the loopback', async () => {
    const server = createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const code = `fetch('http://127.0.0.1:${String(port)}').then((r) => r.text()).then(console.log)`;
    expect((await host.exec([host.nodePath, '-e', code])).stdout).toBe('hello\n');
    server.close();
  });

  it('tells what changed, to the last file', async () => {
    await host.writeFile('/opt/tool/old', '1');
    await host.writeFile('/opt/tool/same', '1');
    const before = await host.state();
    expect(compareStates(before, await host.state())).toMatchObject({ packages: nothing, units: nothing });
    await host.exec(['sh', '-c', 'echo 22 > /opt/tool/old; chmod 700 /etc/default; touch /opt/tool/same']);
    await host.exec(['ln', '-s', 'x', '/usr/bin/new-link']);
    await host.exec(['rm', '/etc/issue']);
    expect(compareStates(before, await host.state()).files).toEqual({
      added: ['/usr/bin/new-link'],
      removed: ['/etc/issue'],
      changed: ['/etc/default', '/opt/tool/old'],
    });
  });

  it('restarts with its files and a new boot id', async () => {
    const before = await host.bootId();
    await host.writeFile('/opt/kept', '1');
    await host.writeFile('/tmp/lost', '1');
    await host.reboot();
    expect(await host.bootId()).not.toBe(before);
    expect(await host.exists('/opt/kept')).toBe(true);
    expect(await host.exists('/tmp/lost')).toBe(false);
  });
});

/** Mounts, cgroups and folders on this machine that carry the name. */
const traces = (name: string): readonly string[] =>
  [
    ...readFileSync('/proc/self/mounts', 'utf8').split('\n'),
    ...cgroupHierarchies().flatMap((path) => readdirSync(path)),
    ...(existsSync(runsRoot()) ? readdirSync(runsRoot()) : []),
  ].filter((trace) => trace.includes(name));

describe.runIf(hostsUsable())('several Debian hosts', () => {
  it('stand side by side with nothing in common', async () => {
    const [one, two] = await Promise.all([
      startHost({ name: 'one' }),
      startHost({ name: 'two', privateNetwork: true }),
    ]);
    try {
      await one.writeFile('/opt/only-here', '1');
      expect(await two.exists('/opt/only-here')).toBe(false);
      expect(await one.bootId()).not.toBe(await two.bootId());
      expect(await one.readFile('/etc/machine-id')).not.toBe(await two.readFile('/etc/machine-id'));
      expect((await two.exec(['ip', '-br', 'link'])).stdout.trim().split('\n')).toHaveLength(1);
      await one.stop();
      expect((await two.exec(['systemctl', 'is-system-running'])).stdout.trim()).toBe('running');
    } finally {
      await Promise.all([one.stop(), two.stop()]);
    }
  });

  it('leave nothing behind', async () => {
    const host = await startHost({ name: 'gone' });
    expect(traces(`host-${String(process.pid)}-`)).not.toEqual([]);
    await host.stop();
    await expect(host.exec(['true'])).rejects.toThrow('is not running');
    expect(traces(`host-${String(process.pid)}-`).filter((trace) => trace.includes('gone'))).toEqual([]);
  });

  it('refuses a name that no host can have', async () => {
    await expect(startHost({ name: 'Not A Name' })).rejects.toThrow('Not a host name');
  });
});
