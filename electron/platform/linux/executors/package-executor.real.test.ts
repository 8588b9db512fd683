import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Action } from '../../../core/model/plan.ts';
import type { ExecutionProgress } from '../../../core/ports.ts';
import { exec } from '../../exec.ts';
import type { Exec } from '../../exec.ts';
import { packageExecutor } from './package-executor.ts';

/**
 * The real apt-get, dpkg and rpm, on a throwaway copy of this machine: an overlay in memory over its own root folder.
 * Needs Debian and root; elsewhere these tests are skipped, and the recorded ones stand alone.
 */
const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const action = (name: string, manager: Action['manager']): Action => ({
  id: name,
  productId: 'linux-kesl',
  kind: 'remove-package',
  phase: 'product',
  title: '',
  needsElevation: true,
  manager,
  package: name,
});

const execute = async (root: string, tool: Exec, manager: Action['manager'], name: string, agreed: string[] = [name], lockWaitSeconds = 60) => {
  const progress: ExecutionProgress[] = [];
  const result = await packageExecutor({ machine: { exec: tool, root }, lockWaitSeconds }).run(
    action(name, manager),
    agreed.map((other) => action(other, manager)),
    (event) => progress.push(event),
    { aborted: false },
  );
  return { result, progress };
};

const isRoot = process.platform === 'linux' && process.geteuid?.() === 0;
let base = '';

const mountOverlay = (): boolean => {
  base = mkdtempSync(join(tmpdir(), 'overlay-'));
  try {
    run('mount', '-t', 'tmpfs', 'tmpfs', base);
    for (const name of ['upper', 'work', 'root']) mkdirSync(join(base, name));
    run('mount', '-t', 'overlay', 'overlay', '-o', `lowerdir=/,upperdir=${base}/upper,workdir=${base}/work`, `${base}/root`);
    run('mount', '--bind', '/dev', `${base}/root/dev`);
    run('mount', '-t', 'proc', 'proc', `${base}/root/proc`);
    return true;
  } catch {
    unmount();
    return false;
  }
};

const unmount = (): void => {
  for (const path of ['root/proc', 'root/dev', 'root', '.']) {
    try {
      run('umount', '-l', join(base, path));
    } catch {
      // Not mounted.
    }
  }
  rmSync(base, { recursive: true, force: true });
};

const canOverlay = isRoot && existsSync('/usr/bin/apt-get') && mountOverlay();
afterAll(() => (canOverlay ? unmount() : undefined));

describe.runIf(canOverlay)('on a copy of this Debian', () => {
  const root = join(base, 'root');
  const inside: Exec = (request) =>
    // dpkg-query reads the copy's database from outside; what changes things runs within.
    request.command === 'dpkg-query' ? exec(request) : exec({ ...request, command: 'chroot', args: [root, request.command, ...request.args] });
  const withoutApt: Exec = async (request) => (request.command === 'apt-get' ? { kind: 'missing' } : inside(request));
  const dpkg = (...args: string[]): string => run('chroot', root, 'dpkg', ...args);

  const build = (name: string, lines: string[], scripts: Record<string, string> = {}): string => {
    const folder = join(root, 'root/build', name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'DEBIAN'), { recursive: true });
    mkdirSync(join(folder, 'etc/opt/kaspersky', name), { recursive: true });
    writeFileSync(join(folder, 'etc/opt/kaspersky', name, 'conf'), 'x\n');
    writeFileSync(join(folder, 'DEBIAN/conffiles'), `/etc/opt/kaspersky/${name}/conf\n`);
    const control = [`Package: ${name}`, 'Version: 12.1.0-1508', 'Maintainer: AO Kaspersky Lab <info@kaspersky.com>', 'Architecture: amd64', ...lines, 'Description: stand-in', ''];
    writeFileSync(join(folder, 'DEBIAN/control'), control.join('\n'));
    for (const [script, text] of Object.entries(scripts)) writeFileSync(join(folder, 'DEBIAN', script), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    run('dpkg-deb', '--root-owner-group', '-b', folder, `${folder}.deb`);
    return `/root/build/${name}.deb`;
  };

  beforeEach(() => {
    dpkg('-i', '--force-architecture', build('kesl', []), build('kesl-gui', ['Depends: kesl (>= 12)']));
  });

  it('the package goes, with its configuration', async () => {
    const { result, progress } = await execute(root, inside, 'dpkg', 'kesl-gui');
    expect(result).toEqual({ outcome: 'removed', exitCode: 0 });
    expect(progress).toContainEqual({ kind: 'output', line: 'Removing kesl-gui (12.1.0-1508) ...' });
    expect(existsSync(join(root, 'etc/opt/kaspersky/kesl-gui'))).toBe(false);
    expect((await execute(root, inside, 'dpkg', 'kesl-gui')).result).toEqual({ outcome: 'already-gone' });
  }, 60_000);

  it('the package stays when another would go with it, through apt-get and through dpkg', async () => {
    expect((await execute(root, inside, 'dpkg', 'kesl')).result).toEqual({ outcome: 'would-remove-others', detail: 'kesl-gui' });
    expect((await execute(root, withoutApt, 'dpkg', 'kesl')).result).toMatchObject({ outcome: 'would-remove-others', detail: 'kesl-gui' });
    expect((await execute(root, inside, 'dpkg', 'kesl', ['kesl', 'kesl-gui'])).result).toMatchObject({ outcome: 'removed' });
    expect((await execute(root, inside, 'dpkg', 'kesl-gui')).result).toEqual({ outcome: 'already-gone' });
  }, 60_000);

  it('what is left of a removed package goes, with dpkg alone too', async () => {
    dpkg('--remove', 'kesl-gui', 'kesl');
    expect((await execute(root, inside, 'dpkg', 'kesl-gui')).result).toEqual({ outcome: 'removed', exitCode: 0 });
    expect((await execute(root, withoutApt, 'dpkg', 'kesl')).result).toEqual({ outcome: 'removed', exitCode: 0 });
    expect(existsSync(join(root, 'etc/opt/kaspersky/kesl'))).toBe(false);
  }, 60_000);

  it('a package on hold stays', async () => {
    run('chroot', root, 'apt-mark', 'hold', 'kesl-gui');
    expect((await execute(root, inside, 'dpkg', 'kesl-gui')).result).toEqual({ outcome: 'on-hold' });
    run('chroot', root, 'apt-mark', 'unhold', 'kesl-gui');
  }, 60_000);

  it('a package whose own script refuses stays, and its words are kept', async () => {
    dpkg('-i', build('kess', [], { prerm: 'echo "a password is needed"; exit 1' }));
    const { result } = await execute(root, inside, 'dpkg', 'kess');
    expect(result).toMatchObject({ outcome: 'failed', exitCode: 100, detail: expect.stringContaining('a password is needed') });
    rmSync(join(root, 'var/lib/dpkg/info/kess.prerm'));
    dpkg('--purge', 'kess');
  }, 60_000);

  it('a dpkg that is at work is waited for, by name', async () => {
    const slow = build('slow', [], { postinst: 'sleep 3' });
    const other = spawn('chroot', [root, 'dpkg', '-i', slow], { stdio: 'ignore' });
    await new Promise((wake) => setTimeout(wake, 1_000));
    const { result, progress } = await execute(root, inside, 'dpkg', 'kesl-gui');
    expect(result).toEqual({ outcome: 'removed', exitCode: 0 });
    expect(progress.find((event) => event.kind === 'waiting')).toMatchObject({ holder: `dpkg (${String(other.pid)})`, seconds: expect.any(Number) });
    dpkg('--purge', 'slow');
  }, 60_000);

  it('a dpkg that never ends makes the package manager busy', async () => {
    const other = spawn('chroot', [root, 'dpkg', '-i', build('slow', [], { postinst: 'sleep 6' })], { stdio: 'ignore' });
    await new Promise((wake) => setTimeout(wake, 1_000));
    const { result } = await execute(root, inside, 'dpkg', 'kesl-gui', ['kesl-gui'], 1);
    expect(result).toEqual({ outcome: 'busy', detail: `dpkg (${String(other.pid)})` });
    await new Promise((ended) => other.once('exit', ended));
    dpkg('--purge', 'slow');
  }, 60_000);
});

describe.runIf(isRoot && existsSync('/usr/bin/rpmbuild'))('with a real rpm database', () => {
  let root = '';
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'rpmroot-'));
    mkdirSync(join(root, 'var/lib/rpm'), { recursive: true });
    for (const [name, extra] of [['kesl', ''], ['kesl-gui', 'Requires: kesl >= 12\nEpoch: 1\n']] as const) {
      const spec = join(root, `${name}.spec`);
      writeFileSync(spec, `Name: ${name}\nVersion: 12.1.0\nRelease: 1508\nSummary: x\nLicense: x\nVendor: AO Kaspersky Lab\n${extra}%description\nx\n%install\nmkdir -p %{buildroot}/opt/kaspersky/${name}\n%files\n/opt/kaspersky/${name}\n`);
      run('rpmbuild', '-bb', '--define', `_topdir ${root}/top`, '--define', `_dbpath ${root}/none`, '--target', 'x86_64', spec);
    }
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  beforeEach(() => {
    run('sh', '-c', `rpm --root ${root} --dbpath /var/lib/rpm -U --replacepkgs --nodeps ${root}/top/RPMS/x86_64/*.rpm`);
  });
  const execRpm: Exec = async (request) => (request.command === 'rpm' ? exec(request) : { kind: 'missing' });
  const remove = (name: string) => execute(root, execRpm, 'rpm', name);

  it('the package goes', async () => {
    expect((await remove('kesl-gui')).result).toEqual({ outcome: 'removed', exitCode: 0 });
    expect((await remove('kesl-gui')).result).toEqual({ outcome: 'already-gone' });
    expect((await remove('kesl')).result).toEqual({ outcome: 'removed', exitCode: 0 });
    expect(existsSync(join(root, 'opt/kaspersky/kesl'))).toBe(false);
  }, 60_000);

  it('the package stays when another needs it', async () => {
    expect((await remove('kesl')).result).toEqual({ outcome: 'would-remove-others', detail: 'kesl-gui-1:12.1.0-1508.x86_64' });
  }, 60_000);
});
