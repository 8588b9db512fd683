import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { ExecutionProgress } from '../../../core/ports.ts';
import type { Exec } from '../../exec.ts';
import { exec } from '../../exec.ts';
import { execute, isRoot, run } from '../fixtures/real.ts';

/**
 * The real apt-get, dpkg and rpm, on a throwaway copy of this machine: an overlay in memory over its own root folder.
 * Needs Debian and root; elsewhere these tests are skipped, and the recorded ones stand alone.
 */
let base = '';

const mountOverlay = async (): Promise<boolean> => {
  base = mkdtempSync(join(tmpdir(), 'overlay-'));
  try {
    await run('mount', '-t', 'tmpfs', 'tmpfs', base);
    for (const name of ['upper', 'work', 'root']) mkdirSync(join(base, name));
    await run(
      'mount',
      '-t',
      'overlay',
      'overlay',
      '-o',
      `lowerdir=/,upperdir=${base}/upper,workdir=${base}/work`,
      `${base}/root`,
    );
    await run('mount', '--bind', '/dev', `${base}/root/dev`);
    await run('mount', '-t', 'proc', 'proc', `${base}/root/proc`);
    // apt would read the lists of a whole archive at every call.
    rmSync(`${base}/root/var/lib/apt/lists`, { recursive: true, force: true });
    return true;
  } catch {
    await unmount();
    return false;
  }
};

const unmount = async (): Promise<void> => {
  for (const path of ['root/proc', 'root/dev', 'root', '.']) {
    try {
      await run('umount', '-l', join(base, path));
    } catch {
      // Not mounted.
    }
  }
  rmSync(base, { recursive: true, force: true });
};

const canOverlay = isRoot && existsSync('/usr/bin/apt-get') && (await mountOverlay());
afterAll(async () => {
  if (canOverlay) await unmount();
});

/** Whole Debian hosts show the same in every run. */
const isFull = process.env['RA_FULL'] !== undefined;

describe.runIf(canOverlay)('on a copy of this Debian', () => {
  const root = join(base, 'root');
  const inside: Exec = (request) =>
    // dpkg-query reads the copy's database from outside; what changes things runs within.
    request.command === 'dpkg-query'
      ? exec(request)
      : exec({ ...request, command: 'chroot', args: [root, request.command, ...request.args] });
  const withoutApt: Exec = async (request) =>
    request.command === 'apt-get' ? { kind: 'missing' } : inside(request);
  const dpkg = (...args: string[]): Promise<string> => run('chroot', root, 'dpkg', ...args);

  const build = async (
    name: string,
    lines: string[],
    scripts: Record<string, string> = {},
  ): Promise<string> => {
    const folder = join(root, 'root/build', name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'DEBIAN'), { recursive: true });
    mkdirSync(join(folder, 'etc/opt/kaspersky', name), { recursive: true });
    writeFileSync(join(folder, 'etc/opt/kaspersky', name, 'conf'), 'x\n');
    writeFileSync(join(folder, 'DEBIAN/conffiles'), `/etc/opt/kaspersky/${name}/conf\n`);
    const control = [
      `Package: ${name}`,
      'Version: 12.1.0-1508',
      'Maintainer: AO Kaspersky Lab <info@kaspersky.com>',
      'Architecture: amd64',
      ...lines,
      'Description: stand-in',
      '',
    ];
    writeFileSync(join(folder, 'DEBIAN/control'), control.join('\n'));
    for (const [script, text] of Object.entries(scripts))
      writeFileSync(join(folder, 'DEBIAN', script), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    await run('dpkg-deb', '--root-owner-group', '-b', folder, `${folder}.deb`);
    return `/root/build/${name}.deb`;
  };

  beforeEach(async () => {
    await dpkg('-i', await build('kesl', []), await build('kesl-gui', ['Depends: kesl (>= 12)']));
  });

  it.runIf(isFull)(
    'the package goes, with its configuration',
    async () => {
      const { result, progress } = await execute(root, inside, 'dpkg', 'kesl-gui');
      expect(result).toEqual({ outcome: 'removed', exitCode: 0 });
      expect(progress).toContainEqual({ kind: 'output', line: 'Removing kesl-gui (12.1.0-1508) ...' });
      expect(existsSync(join(root, 'etc/opt/kaspersky/kesl-gui'))).toBe(false);
      expect((await execute(root, inside, 'dpkg', 'kesl-gui')).result).toEqual({ outcome: 'already-gone' });
    },
    120_000,
  );

  it('the package stays when another would go with it, through apt-get and through dpkg', async () => {
    expect((await execute(root, inside, 'dpkg', 'kesl')).result).toEqual({
      outcome: 'would-remove-others',
      detail: 'kesl-gui',
    });
    expect((await execute(root, withoutApt, 'dpkg', 'kesl')).result).toMatchObject({
      outcome: 'would-remove-others',
      detail: 'kesl-gui',
    });
    expect(
      (await execute(root, inside, 'dpkg', 'kesl', { agreed: ['kesl', 'kesl-gui'] })).result,
    ).toMatchObject({
      outcome: 'removed',
    });
    expect((await execute(root, inside, 'dpkg', 'kesl-gui')).result).toEqual({ outcome: 'already-gone' });
  }, 120_000);

  it('what is left of a removed package goes, with dpkg alone too', async () => {
    await dpkg('--remove', 'kesl-gui', 'kesl');
    expect((await execute(root, inside, 'dpkg', 'kesl-gui')).result).toEqual({
      outcome: 'removed',
      exitCode: 0,
    });
    expect((await execute(root, withoutApt, 'dpkg', 'kesl')).result).toEqual({
      outcome: 'removed',
      exitCode: 0,
    });
    expect(existsSync(join(root, 'etc/opt/kaspersky/kesl'))).toBe(false);
  }, 120_000);

  it.runIf(isFull)(
    'a package on hold stays',
    async () => {
      await run('chroot', root, 'apt-mark', 'hold', 'kesl-gui');
      expect((await execute(root, inside, 'dpkg', 'kesl-gui')).result).toEqual({ outcome: 'on-hold' });
      await run('chroot', root, 'apt-mark', 'unhold', 'kesl-gui');
    },
    120_000,
  );

  it.runIf(isFull)(
    'a package whose own script refuses stays, and its words are kept',
    async () => {
      await dpkg('-i', await build('kess', [], { prerm: 'echo "a password is needed"; exit 1' }));
      const { result } = await execute(root, inside, 'dpkg', 'kess');
      expect(result).toMatchObject({
        outcome: 'failed',
        exitCode: 100,
        detail: expect.stringContaining('a password is needed'),
      });
      rmSync(join(root, 'var/lib/dpkg/info/kess.prerm'));
      await dpkg('--purge', 'kess');
    },
    120_000,
  );

  /** A dpkg that stays at work, with its locks, until `letGo` is called. */
  const dpkgAtWork = async (): Promise<{ letGo: () => Promise<void> }> => {
    const [began, goOn] = [join(root, 'root/began'), join(root, 'root/go-on')];
    for (const mark of [began, goOn]) rmSync(mark, { force: true });
    const postinst = 'touch /root/began; until [ -e /root/go-on ]; do sleep 0.1; done';
    const other = dpkg('-i', await build('slow', [], { postinst }));
    await expect.poll(() => existsSync(began)).toBe(true);
    return {
      letGo: async () => {
        writeFileSync(goOn, '');
        await other;
      },
    };
  };

  it.runIf(isFull)(
    'a dpkg that is at work is waited for, by name',
    async () => {
      const other = await dpkgAtWork();
      let ended: Promise<void> | undefined;
      const onProgress = (event: ExecutionProgress): void => {
        if (event.kind === 'waiting') ended ??= other.letGo();
      };
      const { result, progress } = await execute(root, inside, 'dpkg', 'kesl-gui', { onProgress });
      expect(result).toEqual({ outcome: 'removed', exitCode: 0 });
      expect(progress[0]).toEqual({
        kind: 'waiting',
        holder: expect.stringMatching(/^dpkg \(\d+\)$/),
        seconds: expect.any(Number),
      });
      await ended;
      await dpkg('--purge', 'slow');
    },
    120_000,
  );

  it('a dpkg that does not end makes the package manager busy, through apt-get and through dpkg', async () => {
    const other = await dpkgAtWork();
    const busy = { outcome: 'busy', detail: expect.stringMatching(/^dpkg \(\d+\)$/) };
    const options = { lockWaitSeconds: 1 };
    expect((await execute(root, inside, 'dpkg', 'kesl-gui', options)).result).toEqual(busy);
    expect((await execute(root, withoutApt, 'dpkg', 'kesl-gui', options)).result).toEqual(busy);
    await other.letGo();
    await dpkg('--purge', 'slow');
  }, 120_000);
});
