import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Exec } from '../../exec.ts';
import { exec } from '../../exec.ts';
import { execute, isRoot, run } from '../fixtures/real.ts';

describe.runIf(isRoot && existsSync('/usr/bin/rpmbuild'))('with a real rpm database', () => {
  let root = '';
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'rpmroot-'));
    mkdirSync(join(root, 'var/lib/rpm'), { recursive: true });
    for (const [name, extra] of [
      ['kesl', ''],
      ['kesl-gui', 'Requires: kesl >= 12\nEpoch: 1\n'],
    ] as const) {
      const spec = join(root, `${name}.spec`);
      writeFileSync(
        spec,
        `Name: ${name}\nVersion: 12.1.0\nRelease: 1508\nSummary: x\nLicense: x\nVendor: AO Kaspersky Lab\n${extra}%description\nx\n%install\nmkdir -p %{buildroot}/opt/kaspersky/${name}\n%files\n/opt/kaspersky/${name}\n`,
      );
      await run(
        'rpmbuild',
        '-bb',
        '--define',
        `_topdir ${root}/top`,
        '--define',
        `_dbpath ${root}/none`,
        '--target',
        'x86_64',
        spec,
      );
    }
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  beforeEach(async () => {
    await run(
      'sh',
      '-c',
      `rpm --root ${root} --dbpath /var/lib/rpm -U --replacepkgs --nodeps ${root}/top/RPMS/x86_64/*.rpm`,
    );
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
    expect((await remove('kesl')).result).toEqual({
      outcome: 'would-remove-others',
      detail: 'kesl-gui-1:12.1.0-1508.x86_64',
    });
  }, 60_000);
});
