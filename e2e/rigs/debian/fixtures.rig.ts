import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { hostsUsable } from './available';
import { buildDeb, buildDebs } from './fixtures/build-deb';
import { holdPackage, installReturning, lockDpkg } from './fixtures/dpkg-obstacles';
import { epagent } from './fixtures/epagent';
import { addInnocents, innocentPaths } from './fixtures/innocents';
import { kesl, keslDaemon, keslGroups, keslRuntimePaths } from './fixtures/kesl';
import { keslFaults, removalIsWaiting, removalMayGoOn, type KeslFault } from './fixtures/kesl-faults';
import { keslGui } from './fixtures/kesl-gui';
import { kess } from './fixtures/kess';
import { kessByKde } from './fixtures/kess-by-kde';
import { kics } from './fixtures/kics';
import { klnagent64 } from './fixtures/klnagent64';
import { ksc64 } from './fixtures/ksc64';
import { startHost, type Host } from './host';
import type { ExecResult } from './outside';
import { pause } from './processes';
import { compareStates } from './state-difference';

const usable = hostsUsable();

const isActive = async (host: Host, unit: string): Promise<string> =>
  (await host.exec(['systemctl', 'is-active', unit])).stdout.trim();

const purge = (host: Host, ...names: readonly string[]): Promise<ExecResult> =>
  host.exec(['dpkg', '-P', ...names]);

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await pause(25);
};

describe.runIf(usable)('the products on one host', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startHost({ name: 'office' });
    await addInnocents(host);
  });
  afterAll(() => host.stop());

  it('run after their installation, purge cleanly and leave what they made at run time, to the last file', async () => {
    const before = await host.state();
    await host.install(...(await buildDebs([kesl(), keslGui])));
    expect(await isActive(host, 'kesl.service')).toBe('active');
    const pid = (await host.exec(['systemctl', 'show', '-P', 'MainPID', 'kesl'])).stdout.trim();
    expect((await host.exec(['readlink', `/proc/${pid}/exe`])).stdout.trim()).toBe(keslDaemon);

    expect((await purge(host, 'kesl')).stderr).toContain('kesl-gui depends on kesl');
    expect((await purge(host, 'kesl-gui')).code).toBe(0);
    expect((await purge(host, 'kesl')).code).toBe(0);
    expect(compareStates(before, await host.state())).toEqual({
      packages: { added: [], removed: [] },
      units: { added: [], removed: [] },
      running: { added: [], removed: [] },
      files: {
        added: keslRuntimePaths().toSorted(),
        removed: [],
        // The groups stay, as the real product's do.
        changed: ['/etc/group', '/etc/gshadow'],
      },
    });
    expect(await host.readFile('/etc/group')).toContain(keslGroups[0]);
    const there = await Promise.all(innocentPaths.map((path) => host.exists(path)));
    expect(innocentPaths.filter((_, index) => there[index] !== true)).toEqual([]);
    expect(await isActive(host, 'klogd-lite.service')).toBe('active');
  });

  it('come back running after a restart, and in other kinds', async () => {
    const others = [klnagent64, epagent, kics, kess, ksc64];
    await host.install(...(await buildDebs(others)));
    await host.reboot();
    const units = ['klnagent64', 'epagent', 'kics', 'kess', 'kladminserver_srv', 'klogd-lite'];
    const { stdout } = await host.exec(['systemctl', 'is-active', ...units]);
    expect(stdout.trim().split('\n')).toEqual(units.map(() => 'active'));
    expect((await purge(host, ...others.map((deb) => deb.name))).code).toBe(0);
    expect(await host.exists('/opt/kaspersky')).toBe(false);
    expect(await host.exists('/var/opt/kaspersky/klnagent/common/state.db')).toBe(true);
  });

  it('share a name with an innocent', async () => {
    await host.install(await buildDeb(kessByKde));
    const shown = await host.exec(['dpkg-query', '-W', '-f', '${Maintainer}', 'kess']);
    expect(shown.stdout).toContain('KDE');
  });
});

describe.runIf(usable)('a removal that goes wrong', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startHost({ name: 'trouble' });
  });
  afterAll(() => host.stop());

  const installWith = async (fault: KeslFault): Promise<void> => {
    await host.install(await buildDeb(kesl({ fault })));
  };

  /** Takes a product away that refuses to be removed. */
  const clear = async (): Promise<void> => {
    await host.exec(['sh', '-c', 'rm -f /var/lib/dpkg/info/kesl.prerm /var/lib/dpkg/info/kesl.postrm']);
    expect((await purge(host, 'kesl')).code).toBe(0);
    await host.exec(['systemctl', 'stop', 'kesl']);
  };

  it('because a script of the package fails', async () => {
    await installWith('prerm-fails');
    expect((await purge(host, 'kesl')).stderr).toContain('the product refuses to be removed');
    expect(await isActive(host, 'kesl')).toBe('active');
    await clear();
    await installWith('postrm-fails');
    expect((await purge(host, 'kesl')).stderr).toContain('could not clean up');
    await clear();
  });

  it('because a script waits', async () => {
    await installWith('prerm-waits');
    const removal = host.spawn(['dpkg', '-P', 'kesl']);
    removal.child.stdout?.resume();
    await until(() => host.exists(removalIsWaiting));
    await host.writeFile(removalMayGoOn, '');
    expect((await removal.ended).code).toBe(0);
  });

  it('because the product outlives its package', async () => {
    await installWith('stays-running');
    expect((await purge(host, 'kesl')).code).toBe(0);
    expect(await isActive(host, 'kesl')).toBe('active');
    expect(await host.exists('/etc/systemd/system/kesl.service')).toBe(true);
    await host.exec(['systemctl', 'disable', '--now', 'kesl']);
    await host.exec(['rm', '/etc/systemd/system/kesl.service']);
  });

  it('because it talks too much', async () => {
    await installWith('talks-too-much');
    expect((await purge(host, 'kesl')).stdout.length).toBeGreaterThan(5_000_000);
  });

  it('because somebody forbids it or is at it', async () => {
    await host.install(await buildDeb(klnagent64));
    await holdPackage(host, 'klnagent64');
    expect((await host.state()).packages).toContain(`klnagent64 ${klnagent64.version} hold ok installed`);
    const lock = await lockDpkg(host);
    const refused = await purge(host, 'klnagent64');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('lock');
    await lock.release();
    expect((await purge(host, '--force-hold', 'klnagent64')).code).toBe(0);
  });

  it('because it comes back', async () => {
    await installReturning(host);
    expect((await purge(host, 'kesl')).code).toBe(0);
    const status = ['dpkg-query', '-W', '-f', '${Status}', 'kesl'];
    await until(async () => (await host.exec(status)).stdout === 'install ok installed');
    await until(async () => (await isActive(host, 'kesl')) === 'active');
  });
});

describe('the faults', () => {
  it('are none unless asked for', () => {
    expect(keslFaults(undefined)).toEqual({ prerm: '', postrm: '', staysRunning: false });
  });
});
