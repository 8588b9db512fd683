import { describe, expect, it } from 'vitest';
import type { ManagerReading } from './dpkg.ts';
import { joinManagers, packagesProbe, withShops } from './packages.ts';

const none: ManagerReading = { kind: 'absent' };
const rows: ManagerReading = { kind: 'ok', rows: [{ name: 'kesl', manager: 'dpkg' }], gaps: [] };
const empty: ManagerReading = { kind: 'ok', rows: [], gaps: [] };
const unused: ManagerReading = { kind: 'unused', why: 'it has no database' };
const denied: ManagerReading = { kind: 'denied', why: 'permission denied' };

describe('the package table', () => {
  it('does not apply to a machine without dpkg and rpm', () => {
    expect(joinManagers({ dpkg: none, rpm: none })).toEqual({
      kind: 'not-applicable',
      why: 'neither dpkg nor rpm is installed',
    });
  });

  it('is whole with one manager, whatever of the other lies around unused', () => {
    for (const rpm of [none, unused, empty])
      expect(joinManagers({ dpkg: rows, rpm })).toEqual({
        kind: 'ok',
        rows: [{ name: 'kesl', manager: 'dpkg' }],
      });
  });

  it('has a gap for the manager that could not be read', () => {
    expect(joinManagers({ dpkg: rows, rpm: denied })).toMatchObject({
      kind: 'ok',
      gaps: [{ source: 'rpm', kind: 'denied', why: 'permission denied' }],
    });
  });

  it('is denied or failed when nothing could be read', () => {
    expect(joinManagers({ dpkg: denied, rpm: unused })).toEqual({ kind: 'denied', why: 'permission denied' });
  });

  it('never says that a machine with a package manager has no package', () => {
    for (const dpkg of [unused, empty])
      for (const rpm of [none, unused, empty]) expect(joinManagers({ dpkg, rpm }).kind).toBe('failed');
  });

  const app: ManagerReading = { kind: 'ok', rows: [{ name: 'Firefox', manager: 'flatpak' }], gaps: [] };
  const firefox = { name: 'Firefox', manager: 'flatpak' };

  it('has what the shops add, and their absence adds nothing', () => {
    const system = joinManagers({ dpkg: rows, rpm: none });
    expect(withShops(system, { snap: none, flatpak: none })).toEqual(system);
    expect(withShops(system, { snap: denied, flatpak: app })).toEqual({
      kind: 'ok',
      rows: [{ name: 'kesl', manager: 'dpkg' }, firefox],
      gaps: [{ source: 'snap', kind: 'denied', why: 'permission denied' }],
    });
  });

  it('is not made whole by a shop when the system’s own manager has no answer', () => {
    const lost = joinManagers({ dpkg: unused, rpm: none });
    expect(withShops(lost, { snap: none, flatpak: none })).toEqual(lost);
    expect(withShops(lost, { snap: none, flatpak: app })).toEqual({
      kind: 'ok',
      rows: [firefox],
      gaps: [{ source: 'dpkg and rpm', kind: 'failed', why: 'it has no database' }],
    });
    expect(withShops(lost, { snap: denied, flatpak: none })).toMatchObject({ kind: 'failed' });
  });

  it('of a machine with only a shop has that shop’s rows', () => {
    const system = joinManagers({ dpkg: none, rpm: none });
    expect(withShops(system, { snap: none, flatpak: app })).toEqual({ kind: 'ok', rows: [firefox] });
    expect(withShops(system, { snap: denied, flatpak: none })).toMatchObject({ gaps: [{ source: 'snap' }] });
  });

  it.runIf(process.platform === 'linux')('reads this machine', async () => {
    const reading = await packagesProbe().read({ roots: [], exactPaths: [] });
    expect(['ok', 'not-applicable']).toContain(reading.kind);
  });
});
