import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reading } from '../../core/model/reading.ts';
import { answering, exited, recorded } from './fixtures/recorded.ts';
import { parseShow } from './systemctl.ts';
import type { UnitRow } from './units.ts';
import { readUnits, unitsProbe } from './units.ts';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'units-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, text = ''): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const link = (path: string, target: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(target, join(root, path));
};
const unit = (path: string, program: string): void => put(path, `[Service]\nExecStart=${program}\n`);
const wants = (name: string, target: string): void =>
  link(`/etc/systemd/system/multi-user.target.wants/${name}`, target);

const noSystemd = answering(() => undefined);
const statesOf = (reading: Reading<UnitRow>): Record<string, string | undefined> =>
  Object.fromEntries(reading.kind === 'ok' ? reading.rows.map((row) => [row.name, row.state]) : []);

describe('units where systemd does not run', () => {
  it('do not apply where there is neither systemd nor an init script', async () => {
    expect(await readUnits({ exec: noSystemd, root })).toMatchObject({ kind: 'not-applicable' });
  });

  it('are read from their files', async () => {
    put('/opt/kaspersky/kesl/bin/kesl');
    put('/bin/true');
    unit('/usr/lib/systemd/system/kesl.service', '/opt/kaspersky/kesl/bin/kesl --daemon');
    unit('/usr/lib/systemd/system/idle.service', '/bin/true');
    unit('/usr/lib/systemd/system/gone.service', '/opt/kaspersky/gone');
    unit('/usr/lib/systemd/system/masked.service', '/bin/true');
    unit('/usr/lib/systemd/system/worker@.service', '/bin/true');
    link('/etc/systemd/system/masked.service', '/dev/null');
    link('/etc/systemd/system/alias.service', '/usr/lib/systemd/system/idle.service');
    wants('kesl.service', '/usr/lib/systemd/system/kesl.service');
    wants('worker@one.service', '/usr/lib/systemd/system/worker@.service');
    wants('klnagent.service', '/usr/lib/systemd/system/klnagent.service');
    const reading = await readUnits({ exec: noSystemd, root });
    expect(statesOf(reading)).toEqual({
      'kesl.service': 'enabled',
      'idle.service': 'stopped',
      'gone.service': 'file-missing',
      'masked.service': 'masked',
      'worker@.service': 'stopped',
      'worker@one.service': 'enabled',
      'klnagent.service': 'file-missing',
    });
    expect(reading).toMatchObject({
      rows: expect.arrayContaining([
        {
          name: 'kesl.service',
          state: 'enabled',
          path: join(root, '/usr/lib/systemd/system/kesl.service'),
          program: '/opt/kaspersky/kesl/bin/kesl',
        },
        { name: 'worker@one.service', state: 'enabled', path: expect.any(String), program: '/bin/true' },
      ]),
    });
    expect(reading).not.toHaveProperty('gaps');
  });

  it('in /etc win over the ones that a package brought', async () => {
    put('/bin/true');
    unit('/usr/lib/systemd/system/kesl.service', '/bin/false');
    unit('/etc/systemd/system/kesl.service', '/bin/true');
    expect(await readUnits({ exec: noSystemd, root })).toMatchObject({
      kind: 'ok',
      rows: [{ program: '/bin/true' }],
    });
  });

  it('include System V scripts, with and without a link that starts them', async () => {
    put('/etc/init.d/kesl');
    put('/etc/init.d/kess');
    put('/etc/init.d/README');
    link('/etc/rc3.d/S01kesl', '../init.d/kesl');
    link('/etc/rc3.d/K01kess', '../init.d/kess');
    expect(statesOf(await readUnits({ exec: noSystemd, root }))).toEqual({
      kesl: 'enabled',
      kess: 'stopped',
    });
  });

  it('have a gap for a folder that is not one', async () => {
    put('/etc/init.d/kesl');
    link('/etc/systemd/system', 'system');
    const reading = await readUnits({ exec: noSystemd, root });
    expect(reading).toMatchObject({
      kind: 'ok',
      gaps: [{ source: join(root, '/etc/systemd/system'), kind: 'failed' }],
    });
  });
});

describe('units where systemd runs', () => {
  beforeEach(() => mkdirSync(join(root, '/run/systemd/system'), { recursive: true }));
  const systemctl = (text: string) =>
    answering((call) => (call.startsWith('systemctl show') ? exited(0, text) : undefined));

  it('are told by systemctl, in one call', async () => {
    const real = systemctl(recorded('systemctl-show.txt'));
    for (const path of [
      '/opt/kaspersky/kesl/bin/kesl',
      '/opt/kaspersky/klnagent64/bin/klnagent64',
      '/bin/false',
      '/etc/init.d/kess',
      '/lib/systemd/systemd-networkd',
      '/lib/systemd/system-generators/systemd-fstab-generator',
    ])
      put(path);
    for (const name of ['klnagent64', 'systemd-networkd', 'initrd-parse-etc'])
      put(`/lib/systemd/system/${name}.service`);
    for (const name of ['failing', 'gone-program']) put(`/etc/systemd/system/${name}.service`);
    wants('gone-file.service', '/etc/systemd/system/gone-file.service');
    const reading = await readUnits({ exec: real, root });
    expect(real.calls).toHaveLength(1);
    expect(statesOf(reading)).toMatchObject({
      'kesl.service': 'running',
      'klnagent64.service': 'enabled',
      'systemd-networkd.service': 'stopped',
      'failing.service': 'failed',
      // Its program is not there; that it failed follows from it.
      'gone-program.service': 'file-missing',
      // Loaded no more, but still wanted.
      'gone-file.service': 'file-missing',
      'systemd-user-sessions.service': 'running',
      kess: 'stopped',
    });
    expect(statesOf(reading)).not.toHaveProperty(['NetworkManager.service']);
  });

  it('that nothing has loaded come from their files', async () => {
    put('/opt/x');
    unit('/usr/lib/systemd/system/kess.service', '/opt/x');
    const reading = await readUnits({ exec: systemctl(recorded('systemctl-show.txt')), root });
    // The recorded machine runs a unit of this name: what systemd says wins.
    expect(statesOf(reading)['kess.service']).toBe('running');
    unit('/usr/lib/systemd/system/kics.service', '/opt/x');
    expect(
      statesOf(await readUnits({ exec: systemctl(recorded('systemctl-show.txt')), root }))['kics.service'],
    ).toBe('stopped');
  });

  it('have no state and a gap when systemctl does not answer: not "stopped"', async () => {
    put('/opt/x');
    unit('/usr/lib/systemd/system/kesl.service', '/opt/x');
    const broken = answering(() => exited(1, '', 'Failed to connect to bus: No such file or directory\n'));
    const reading = await readUnits({ exec: broken, root });
    expect(statesOf(reading)).toEqual({ 'kesl.service': undefined });
    expect(reading).toMatchObject({
      gaps: [{ source: 'systemctl', kind: 'failed', why: expect.stringContaining('connect to bus') }],
    });
  });

  it('are a failure when systemctl lists nothing at all', async () => {
    expect(await readUnits({ exec: systemctl(''), root })).toMatchObject({ kind: 'failed' });
  });

  it('are found by their other names too', () => {
    const rsyslog = parseShow(recorded('systemctl-show.txt')).find(
      (candidate) => candidate.name === 'rsyslog.service',
    );
    expect(rsyslog?.names).toEqual(['rsyslog.service', 'syslog.service']);
  });

  it('start the first of several programs', () => {
    const first = parseShow(recorded('systemctl-show.txt')).find(
      (candidate) => candidate.name === 'initrd-parse-etc.service',
    );
    expect(first?.program).toBe('/lib/systemd/system-generators/systemd-fstab-generator');
  });
});

it.runIf(process.platform === 'linux')('units of this machine can be read', async () => {
  expect(['ok', 'not-applicable']).toContain((await unitsProbe().read({ roots: [], exactPaths: [] })).kind);
});
